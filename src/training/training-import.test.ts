import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { campaignRules, currentRules } from '../campaign-rules/campaign-rules.ts';
import { actingAs } from '../database/acting.ts';
import { commitImport, undoImport } from '../file-import/commit-actions.ts';
import { findImport } from '../file-import/file-import-store.ts';
import { planImport } from '../file-import/plan-actions.ts';
import { understandFile } from '../file-import/understand-actions.ts';
import { parseFullName } from '../person-name/person-name.ts';
import { addStaffMember, separateStaffMember } from '../roster/roster-actions.ts';
import type { StaffFactSheet, StaffId } from '../roster/staff-member.ts';
import { aSyllabus } from '../testing/a-syllabus.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { importTrainingFile, planTrainingFile, withReceivedFile } from '../testing/training-file.ts';
import {
  courseReadings,
  decideCourse,
  decideProposal,
  proposeCourse,
  undoCourseDecision,
} from './course-actions.ts';
import { courseKey } from './course-title.ts';
import { coverageAsOf } from './coverage-actions.ts';
import { matchAgain, matchByHand, setAside, undoMatch } from './match-actions.ts';
import { enterRecord, removeRecord, restoreRecord, trainingOf } from './person-training-actions.ts';
import { listQueue } from './review-queue-store.ts';
import { trainingImport } from './training-import-actions.ts';

const today = '2026-06-15' as CalendarDate;
let app: TestApp;
let agency: AgencyForTests;

beforeAll(async () => {
  app = await createTestApp({ now: () => new Date(`${today}T17:00:00Z`) });
});
beforeEach(async () => {
  agency = await anAgency(app.databases);
});
afterAll(() => app.close());

const headings = 'Employee ID,Name,Course,Hours,Completed,Status';
const file = (...lines: readonly string[]) => [headings, ...lines].join('\n');
const importer = () => ({ agency: agency.agency, person: agency.coordinator.id });
const importFile = (...lines: readonly string[]) => importTrainingFile(app.deps, importer(), file(...lines));

async function aStaffMember(name: string, facts: Partial<StaffFactSheet> = {}): Promise<StaffId> {
  const parsed = parseFullName(name);
  if (!parsed) throw new Error(`"${name}" names nobody.`);
  const sheet: StaffFactSheet = {
    name: parsed,
    employeeNumber: '',
    badge: '',
    kind: 'sworn',
    rank: 'Officer',
    unit: '',
    shift: '',
    email: '',
    ...facts,
  };
  return agency.as((tx) => addStaffMember(tx, agency.agency.id, sheet));
}

const coverage = (day: CalendarDate = today, rules = currentRules) =>
  agency.as((tx) => coverageAsOf(tx, agency.agency.id, rules, day, today));

const queue = (shown: 'waiting' | 'decided' = 'waiting') =>
  agency.as((tx) => listQueue(tx, agency.agency.id, { shown, search: '', limit: 50, offset: 0 }));

async function theRecords() {
  return asOwner<{ match: string; verdict: string; course_title: string; import_row: number }>(
    app.ownerUrl,
    `select match, verdict, course_title, import_row from training_record where agency_id = $1 order by import_row`,
    [agency.agency.id],
  );
}

describe('importing training records', () => {
  it('the same file twice adds nothing', async () => {
    await aStaffMember('Quillfeather, Dana', { employeeNumber: '00412' });
    const lines = [
      '412,"Quillfeather, Dana",Crisis Intervention Team (CIT),40,3/5/2024,Passed',
      '412,"Quillfeather, Dana",Firearms,4,3/6/2024,Passed',
    ];
    expect(await importFile(...lines)).toBe(2);
    expect(await importFile(...lines)).toBe(0);
    const { report } = await planTrainingFile(app.deps, importer(), file(...lines));
    expect(report.counts).toEqual({ new: 0, review: 0, here: 2, refused: 0 });
    expect(await theRecords()).toHaveLength(2);
  });

  it('messy rows are added, reviewed or refused, each for its reason', async () => {
    await aStaffMember('Quillfeather, Dana', { employeeNumber: '412' });
    const { report } = await planTrainingFile(
      app.deps,
      importer(),
      file(
        '412,"QUILLFEATHER, DANA M.",MHFA for Public Safety,8,3/5/2025,Passed',
        '412,"QUILLFEATHER, DANA M.",MHFA for Public Safety,8,3/5/2025,Passed',
        '999,"Nobody, Ever",CIT,40,3/5/2025,Passed',
        '412,"Marsh, Robin",CIT,40,3/5/2025,Passed',
        ',REDACTED,CIT,40,3/5/2025,Passed',
        '412,"Quillfeather, Dana",,8,3/5/2025,Passed',
        '412,"Quillfeather, Dana",CIT,forty,someday,Passed',
        'Total,,,,,',
      ),
    );
    expect(report.counts).toEqual({ new: 2, review: 2, here: 1, refused: 3 });
    expect(report.rowsRead).toBe(8);
    const staged = await asOwner<{ import_row: number; kind: string; remark: string }>(
      app.ownerUrl,
      `select import_row, kind, remark from training_staged where agency_id = $1 and remark <> '' order by 1`,
      [agency.agency.id],
    );
    expect(staged).toEqual([
      { import_row: 3, kind: 'here', remark: 'same-as-row 2' },
      { import_row: 6, kind: 'refused', remark: 'redacted' },
      { import_row: 7, kind: 'refused', remark: 'course-missing' },
      { import_row: 9, kind: 'refused', remark: 'total' },
    ]);
  });

  it('facts given once for the whole file stand in for missing columns', async () => {
    await aStaffMember('Quillfeather, Dana');
    const wholeFile = {
      title: 'Mental Health First Aid',
      hours: 8,
      completedOn: '2026-05-01' as CalendarDate,
    };
    expect(
      await importTrainingFile(app.deps, importer(), 'Name\n"Quillfeather, Dana"\n', { facts: wholeFile }),
    ).toBe(1);
    expect((await coverage())?.base).toBe(1);
  });

  it('a roster that changed since the preview asks for a new one', async () => {
    await aStaffMember('Quillfeather, Dana');
    const { id } = await planTrainingFile(
      app.deps,
      importer(),
      file(',"Quillfeather, Dana",CIT,40,3/5/2024,'),
    );
    await aStaffMember('Marsh, Robin');
    const committed = await commitImport(app.deps, importer(), trainingImport, id, {});
    expect(committed).toEqual({ ok: false, refusal: { code: 'plan-outdated' } });
    expect(await theRecords()).toEqual([]);
  });

  it('a crash in the middle of an import leaves nothing', async () => {
    await aStaffMember('Quillfeather, Dana');
    const { id } = await planTrainingFile(
      app.deps,
      importer(),
      file(',"Quillfeather, Dana",CIT,40,3/5/2024,'),
    );
    await asOwner(
      app.ownerUrl,
      `create function test_crash() returns trigger language plpgsql as $$ begin raise exception 'crash'; end $$;
       create trigger test_crash before update on file_import for each row execute function test_crash()`,
    );
    await expect(commitImport(app.deps, importer(), trainingImport, id, {})).rejects.toThrow('crash');
    await asOwner(app.ownerUrl, 'drop trigger test_crash on file_import; drop function test_crash()');
    expect(await theRecords()).toEqual([]);
    const committed = await commitImport(app.deps, importer(), trainingImport, id, {});
    expect(committed).toEqual({ ok: true, value: { added: 1 } });
  });

  it('a file that breaks off while it is read leaves the earlier plan', async () => {
    await aStaffMember('Quillfeather, Dana');
    const { id } = await planTrainingFile(
      app.deps,
      importer(),
      file(',"Quillfeather, Dana",CIT,40,3/5/2024,'),
    );
    const broken = {
      ...app.deps,
      files: {
        ...app.deps.files,
        open: async () => {
          throw new Error('The disk is gone.');
        },
      },
    };
    const plan = planImport(broken, importer(), trainingImport, id, {
      mapping: { fullName: 1, courseTitle: 2 },
      facts: {},
    });
    await expect(plan).rejects.toThrow('The disk is gone.');
    expect(await commitImport(app.deps, importer(), trainingImport, id, {})).toEqual({
      ok: true,
      value: { added: 1 },
    });
  });
});

describe('a sign-in sheet', () => {
  const sheet = `Crisis Intervention Team (CIT) 40 hr
Instructor,Somebody
Date:,3/8/2024

ID,Name,Signature
412,"Quillfeather, Dana",DQ
`;
  const understood = async () => {
    const outcome = await withReceivedFile(sheet, (received) =>
      understandFile(app.deps, importer(), trainingImport, received),
    );
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const { id, isRemembered } = outcome.value;
    const found = await agency.as((tx) => findImport(tx, agency.agency.id, trainingImport, id));
    if (!found) throw new Error('The import is not there.');
    return { found, isRemembered };
  };

  it('proposes the course, hours and day of its title for every row', async () => {
    const { found } = await understood();
    expect(found.facts).toMatchObject({ hours: 40, completedOn: '2024-03-08' });
    expect(found.facts.title).toContain('Crisis Intervention Team');
    expect(found.columns.proposedFrom.map(({ row }) => row)).toEqual([1, 3]);
  });

  it('asks about the next one too: its class may be another', async () => {
    await aStaffMember('Quillfeather, Dana', { employeeNumber: '412' });
    const { found } = await understood();
    const said = { mapping: found.columns.mapping, facts: found.facts };
    await planImport(app.deps, importer(), trainingImport, found.id, said);
    await commitImport(app.deps, importer(), trainingImport, found.id, {});
    expect((await coverage())?.advanced).toBe(1);
    expect((await understood()).isRemembered).toBe(false);
  });
});

describe('an import that is undone', () => {
  const cit = '412,"Quillfeather, Dana",Crisis Intervention Team (CIT),40,3/5/2024,Passed';
  const undo = (id: string) => undoImport(app.deps, importer(), trainingImport, id);
  const importAs = async (...lines: readonly string[]) => {
    const { id } = await planTrainingFile(app.deps, importer(), file(...lines));
    await commitImport(app.deps, importer(), trainingImport, id, {});
    return id;
  };

  it('takes its records with it, and coverage as it was before is back', async () => {
    await aStaffMember('Quillfeather, Dana', { employeeNumber: '412' });
    const id = await importAs(cit);
    expect((await coverage())?.advanced).toBe(1);
    expect(await undo(id)).toEqual({ ok: true, value: { removed: 1 } });
    expect((await coverage())?.advanced).toBe(0);
    expect(await importFile(cit)).toBe(1);
  });

  it('adds up the days of a class anew without its own', async () => {
    await aStaffMember('Quillfeather, Dana', { employeeNumber: '412' });
    const day = (n: number) => `412,"Quillfeather, Dana",CIT Basic 40-hour Course,8,3/${n}/2024,Passed`;
    await importAs(day(4), day(5), day(6));
    const id = await importAs(day(7), day(8));
    expect((await coverage())?.advanced).toBe(1);
    expect((await undo(id)).ok).toBe(true);
    expect((await coverage())?.advanced).toBe(0);
  });

  it('stays when a later file repeats a record of it, until that one is undone', async () => {
    await aStaffMember('Quillfeather, Dana', { employeeNumber: '412' });
    const first = await importAs(cit);
    const second = await importAs(cit);
    expect(await undo(first)).toEqual({
      ok: false,
      refusal: { code: 'touched-since', people: 1, names: ['Dana Quillfeather'] },
    });
    await undo(second);
    expect((await undo(first)).ok).toBe(true);
  });
});

describe('whose records they are', () => {
  it('somebody added to the roster later gets their records', async () => {
    await aStaffMember('Marsh, Robin');
    await importFile('77,"Quillfeather, Dana",CIT,40,3/5/2024,Passed');
    expect((await queue()).total).toBe(1);
    await aStaffMember('Quillfeather, Dana', { employeeNumber: '77' });
    expect(await agency.as((tx) => matchAgain(tx, agency.agency.id))).toBe(1);
    expect((await queue()).total).toBe(0);
    expect((await coverage())?.advanced).toBe(1);
  });

  it('a match by hand holds for the next file too, and can be taken back', async () => {
    const dana = await aStaffMember('Quillfeather, Dana', { employeeNumber: '77' });
    await importFile('5,"Quill, D",CIT,40,3/5/2024,Passed');
    const { entries } = await queue();
    const key = entries[0]?.personKey ?? '';
    const by = agency.coordinator.id;
    const matched = await agency.as((tx) => matchByHand(tx, agency.agency.id, key, dana, by));
    expect(matched).toEqual({ ok: true, value: 1 });
    await importFile('5,"Quill, D",Mental Health First Aid,8,4/5/2026,Passed');
    expect((await theRecords()).map(({ match }) => match)).toEqual(['by-hand', 'by-hand']);
    expect((await coverage())?.advanced).toBe(1);
    expect(await agency.as((tx) => undoMatch(tx, agency.agency.id, key))).toEqual({ ok: true, value: 2 });
    expect((await coverage())?.advanced).toBe(0);
    expect((await queue()).entries[0]?.records).toBe(2);
  });

  it('records set aside count for nobody and leave the queue', async () => {
    await aStaffMember('Marsh, Robin');
    await importFile('5,"Guest, Gale",CIT,40,3/5/2024,Passed');
    const key = (await queue()).entries[0]?.personKey ?? '';
    await agency.as((tx) => setAside(tx, agency.agency.id, key, 'other-agency', agency.coordinator.id));
    expect((await queue()).total).toBe(0);
    expect((await queue('decided')).entries[0]).toMatchObject({
      match: 'set-aside',
      matchReason: 'other-agency',
    });
  });
});

describe('one person’s records', () => {
  it('five days of one class count as one, and no longer when a day is removed', async () => {
    const dana = await aStaffMember('Quillfeather, Dana');
    const days = [1, 2, 3, 4, 5].map(
      (day) => `,"Quillfeather, Dana",Crisis Intervention Team,8,3/${day}/2026,Passed`,
    );
    await importFile(...days.slice(0, 3));
    expect((await coverage())?.advanced).toBe(0);
    await importFile(...days);
    expect((await coverage())?.advanced).toBe(1);
    expect((await coverage('2026-03-04' as CalendarDate))?.advanced).toBe(0);
    const read = () => agency.as((tx) => trainingOf(tx, agency.agency.id, dana, today));
    const { classes } = await read();
    expect(classes).toHaveLength(1);
    const record = classes[0]?.rows[0]?.id ?? '';
    const by = agency.coordinator.id;
    await agency.as((tx) => removeRecord(tx, agency.agency.id, dana, record, 'Was sick', by));
    expect((await coverage())?.advanced).toBe(0);
    expect((await read()).removed).toHaveLength(1);
    await agency.as((tx) => restoreRecord(tx, agency.agency.id, dana, record));
    expect((await coverage())?.advanced).toBe(1);
  });

  it('a record entered by hand counts, once', async () => {
    const dana = await aStaffMember('Quillfeather, Dana');
    const enter = () =>
      agency.as((tx) =>
        enterRecord(
          tx,
          agency.agency.id,
          dana,
          { title: 'Mental Health First Aid', completedOn: '2026-01-02' as CalendarDate },
          agency.coordinator.id,
          today,
        ),
      );
    expect((await enter()).ok).toBe(true);
    expect(await enter()).toEqual({ ok: false, refusal: { code: 'record-here-already' } });
    expect((await coverage())?.base).toBe(1);
  });
});

describe('what courses count for', () => {
  it('a doubtful course counts once the agency says it was the full one', async () => {
    await aStaffMember('Quillfeather, Dana');
    await importFile(',"Quillfeather, Dana",Crisis Intervention Training,,3/5/2024,Passed');
    const key = courseKey('Crisis Intervention Training');
    expect((await coverage())?.advanced).toBe(0);
    const said = { counts: true, reason: 'The certificate says 40 hours.' };
    await agency.as((tx) => decideCourse(tx, agency.agency.id, key, said, agency.coordinator.id));
    expect((await coverage())?.advanced).toBe(1);
    await agency.as((tx) => undoCourseDecision(tx, agency.agency.id, key));
    expect((await coverage())?.advanced).toBe(0);
  });

  it('an agency can’t make another course count by itself', async () => {
    await aStaffMember('Quillfeather, Dana');
    await importFile(',"Quillfeather, Dana",Verbal Judo,40,3/5/2024,Passed');
    const said = { counts: true, reason: 'We like it.' };
    const decided = await agency.as((tx) =>
      decideCourse(tx, agency.agency.id, courseKey('Verbal Judo'), said, agency.coordinator.id),
    );
    expect(decided).toEqual({ ok: false, refusal: { code: 'course-not-open' } });
  });

  it('an equivalent the campaign accepts counts at every agency', async () => {
    const title = 'Behavioral Crisis Academy';
    await aStaffMember('Quillfeather, Dana');
    await importFile(`,"Quillfeather, Dana",${title},40,3/5/2024,Passed`);
    const first = agency;
    const syllabus = await aSyllabus(app.deps);
    const proposed = await first.as((tx) =>
      proposeCourse(
        tx,
        first.agency.id,
        {
          courseKey: courseKey(title),
          offeredBy: 'State academy',
          provider: '',
          syllabus,
          program: 'advanced-equivalent',
          hours: 40,
          validityMonths: undefined,
          note: 'State academy.',
        },
        first.coordinator.id,
        new Date(),
      ),
    );
    if (!proposed.ok) throw new Error(proposed.refusal.code);
    agency = await anAgency(app.databases);
    await aStaffMember('Marsh, Robin');
    await importFile(`,"Marsh, Robin",${title.toUpperCase()},40,3/5/2024,Passed`);
    expect((await coverage())?.advanced).toBe(0);
    const reviewer = await aCampaignMember(app.databases, 'reviewer');
    await actingAs(app.databases.app, { as: 'campaign', person: reviewer.id }, (tx) =>
      decideProposal(tx, proposed.value, { accept: true, reason: 'Full agenda.' }, reviewer.id, new Date()),
    );
    expect((await coverage())?.advanced).toBe(1);
    expect((await coverage(today, campaignRules('2016')))?.advanced).toBe(0);
    agency = first;
    expect((await coverage())?.advanced).toBe(1);
    const { readings } = await agency.as((tx) =>
      courseReadings(tx, agency.agency.id, { related: true, search: '', limit: 10, offset: 0 }),
    );
    expect(readings[0]?.recognition.reason.code).toBe('course-decided');
  });
});

describe('coverage on the day asked about', () => {
  const officers = async (count: number) => {
    for (let place = 0; place < count; place += 1)
      await aStaffMember(`Officer${String.fromCharCode(97 + place)}, Pat`, {
        employeeNumber: `${100 + place}`,
      });
  };
  const cit = (place: number, rest = 'Crisis Intervention Team,40,3/5/2024,Passed') =>
    `${100 + place},"Officer${String.fromCharCode(97 + place)}, Pat",${rest}`;

  it('an agency without a roster has none', async () => {
    expect(await coverage()).toBeUndefined();
  });

  it.each([
    [1, 1, true],
    [4, 1, true],
    [5, 1, true],
    [6, 1, false],
    [10, 2, true],
  ])('of %i officers, %i in a full crisis course reaches the share: %s', async (sworn, advanced, isMet) => {
    await officers(sworn);
    await importFile(...Array.from({ length: advanced }, (_, place) => cit(place)));
    expect(await coverage()).toMatchObject({ sworn, advanced, meetsAdvanced: isMet });
  });

  it('a roster of non-sworn staff alone meets nothing', async () => {
    await aStaffMember('Marsh, Robin', { kind: 'non-sworn', category: 'dispatcher' });
    expect(await coverage()).toMatchObject({ sworn: 0, meetsAdvanced: false, meetsEveryone: false });
  });

  it('people who left are named as excluded, from their last day on', async () => {
    await officers(2);
    const gone = await aStaffMember('Gone, Lee');
    await agency.as((tx) => separateStaffMember(tx, agency.agency.id, gone, '2026-06-01' as CalendarDate));
    const counted = await coverage();
    expect(counted?.sworn).toBe(2);
    expect(counted?.excluded).toEqual([{ reason: 'separated', kind: 'sworn', category: '', people: 1 }]);
    expect((await coverage('2026-05-31' as CalendarDate))?.sworn).toBe(3);
  });

  it('who has both courses counts once, as advanced', async () => {
    await officers(1);
    await importFile(cit(0), cit(0, 'Mental Health First Aid,8,4/1/2026,Passed'));
    expect(await coverage()).toMatchObject({ sworn: 1, advanced: 1, base: 0, untrained: 0 });
  });

  it('an eight-hour refresher does not count', async () => {
    await officers(1);
    await importFile(cit(0, 'CIT Refresher,8,3/5/2026,Passed'), cit(0, 'CIT,8,4/5/2026,Passed'));
    expect(await coverage()).toMatchObject({ advanced: 0, untrained: 1 });
  });

  it('first aid counts to its last day, three years on', async () => {
    await officers(1);
    await importFile(cit(0, 'Mental Health First Aid,8,6/15/2023,Passed'));
    expect((await coverage('2026-06-15' as CalendarDate))?.base).toBe(1);
    expect((await coverage('2026-06-16' as CalendarDate))?.base).toBe(0);
    expect((await coverage('2023-06-14' as CalendarDate))?.base).toBe(0);
  });

  it('a class that lies ahead counts for no day yet', async () => {
    await officers(1);
    await importFile(cit(0, 'Crisis Intervention Team,40,8/1/2026,Passed'));
    expect((await coverage('2026-09-01' as CalendarDate))?.advanced).toBe(0);
  });
});

describe('walls', () => {
  it('neither another agency nor the campaign sees a record', async () => {
    await aStaffMember('Quillfeather, Dana');
    await importFile(',"Quillfeather, Dana",CIT,40,3/5/2024,Passed');
    const other = await anAgency(app.databases);
    const reviewer = await aCampaignMember(app.databases, 'administrator');
    const seen = (acting: Parameters<typeof actingAs>[1]) =>
      actingAs(app.databases.app, acting, (tx) => tx.selectFrom('training_record').select('id').execute());
    expect(await seen({ as: 'agency', agency: other.agency.id, person: other.coordinator.id })).toEqual([]);
    expect(await seen({ as: 'campaign', person: reviewer.id })).toEqual([]);
    expect(await seen({ as: 'system' })).toEqual([]);
    expect(await agency.as((tx) => tx.selectFrom('training_record').select('id').execute())).toHaveLength(1);
  });
});
