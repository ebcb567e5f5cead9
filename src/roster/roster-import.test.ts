import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { commitImport, discardImport, undoImport } from '../file-import/commit-actions.ts';
import type { ImportId, SaidOfFile } from '../file-import/file-import.ts';
import { findImport } from '../file-import/file-import-store.ts';
import type { Importer } from '../file-import/import-subject.ts';
import { planImport } from '../file-import/plan-actions.ts';
import { understandFile } from '../file-import/understand-actions.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { withUploadedFile } from '../testing/received-file.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { importTrainingFile } from '../testing/training-file.ts';
import { readMissingChoice } from './missing-choice-part.tsx';
import { addStaffMember, changeStaffMember } from './roster-actions.ts';
import { listMissingPeople, listRosterChanges } from './roster-change-store.ts';
import type { RosterFileFacts, RosterImportTypes } from './roster-import.ts';
import { rosterImport } from './roster-import-actions.ts';
import { remarkSentence } from './roster-remarks.ts';
import { listAllStaff } from './roster-store.ts';

let app: TestApp;
let elmFork: AgencyForTests;
let who: Importer;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  elmFork = await anAgency(app.databases);
  who = { agency: elmFork.agency, person: elmFork.coordinator.id };
});

const january = `Emp #,Last Name,First Name,Rank,Unit,Hire Date
0101,Example,Alex,Officer,Patrol,3/4/2015
0102,Sample,Jordan,Sgt.,Patrol,7/1/2009
0103,Fictional,Riley,Dispatcher,Communications,5/6/2018
`;

async function understand(content: string | Uint8Array, name = 'roster.csv'): Promise<string> {
  const outcome = await withUploadedFile(content, name, (file) =>
    understandFile(app.deps, who, rosterImport, file),
  );
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.id;
}

async function plan(content: string | Uint8Array, said: Partial<RosterFileFacts> = {}) {
  const id = await understand(content);
  const found = await elmFork.as((tx) => findImport(tx, elmFork.agency.id, rosterImport, id));
  if (!found) throw new Error('The import is not there.');
  const facts = { fullRoster: false, ...said };
  const all: SaidOfFile<RosterImportTypes> = { mapping: found.columns.mapping, facts };
  const planned = await planImport(app.deps, who, rosterImport, id, all);
  if (!planned.ok) throw new Error(planned.refusal.code);
  return { id, report: planned.value };
}

async function importWhole(content: string, said: Partial<RosterFileFacts> = {}, separateMissing = false) {
  const { id, report } = await plan(content, said);
  const committed = await commitImport(app.deps, who, rosterImport, id, { separateMissing });
  if (!committed.ok) throw new Error(committed.refusal.code);
  return { ...report, id };
}

const staged = (id: string, kind: 'added' | 'refused' | 'folded', search = '') =>
  elmFork.as((tx) =>
    listRosterChanges(tx, elmFork.agency.id, id as ImportId, { kind, search, limit: 10, offset: 0 }),
  );
const staff = () => elmFork.as((tx) => listAllStaff(tx, elmFork.agency.id));
const byName = async (family: string) => (await staff()).find((member) => member.name.family === family);

describe('importing a roster', () => {
  it('adds the people of the first file, with leading zeros and ranks understood', async () => {
    const report = await importWhole(january);
    expect(report).toMatchObject({ rowsRead: 3, people: 3, counts: { added: 3, refused: 0 } });
    expect(await byName('Example')).toMatchObject({
      employeeNumber: '0101',
      kind: 'sworn',
      hiredOn: '2015-03-04',
    });
    expect(await byName('Fictional')).toMatchObject({ kind: 'non-sworn', category: 'dispatcher' });
  });

  it('changes nothing when the same file comes again', async () => {
    await importWhole(january);
    const before = await staff();
    const report = await importWhole(january);
    expect(report.counts).toMatchObject({ added: 0, changed: 0, separated: 0, unchanged: 3 });
    expect(await staff()).toEqual(before);
  });

  it('updates the same people from next month’s file, and a blank cell erases nothing', async () => {
    await importWhole(january);
    const alex = await byName('Example');
    const report = await importWhole(`Emp #,Last Name,First Name,Rank,Unit,Hire Date
101,EXAMPLE,ALEX,Sergeant,,
0104,Imagined,Quinn,Officer,Patrol,1/5/2026
`);
    expect(report.counts).toMatchObject({ added: 1, changed: 1 });
    expect(await byName('Example')).toMatchObject({
      id: alex?.id,
      rank: 'Sergeant',
      unit: 'Patrol',
      hiredOn: '2015-03-04',
    });
  });

  it('keeps the rank as the file writes it beside the rank it was read as', async () => {
    await importWhole(january);
    expect(await byName('Sample')).toMatchObject({ rank: 'Sergeant', rankWritten: 'Sgt.' });
    expect(await byName('Example')).toMatchObject({ rank: 'Officer', rankWritten: '' });
  });

  it('leaves everybody untouched whose rank is only written in another way', async () => {
    await importWhole(january);
    const before = await staff();
    const report = await importWhole(january.replace('Sgt.', 'SERGEANT II').replace('Officer', 'P.O.'));
    expect(report.counts).toMatchObject({ changed: 0, unchanged: 3 });
    expect(await staff()).toEqual(before);
  });

  it('takes the writing of a rank from the row that changes something else about the person', async () => {
    await importWhole(january);
    await importWhole(january.replace('Sgt.,Patrol', 'SGT,Traffic'));
    expect(await byName('Sample')).toMatchObject({ unit: 'Traffic', rank: 'Sergeant', rankWritten: 'SGT' });
    await importWhole(january.replace('Sgt.,Patrol', ',Detectives'));
    expect(await byName('Sample')).toMatchObject({ unit: 'Detectives', rankWritten: 'SGT' });
    const promotion = await importWhole(january.replace('Sgt.,Patrol', 'Lt.,Detectives'));
    expect(await byName('Sample')).toMatchObject({ rank: 'Lieutenant', rankWritten: 'Lt.' });
    await undoImport(app.deps, who, rosterImport, promotion.id);
    expect(await byName('Sample')).toMatchObject({ rank: 'Sergeant', rankWritten: 'SGT' });
  });

  it('a correction by hand keeps how a rank is written that stays, and forgets that of another rank', async () => {
    await importWhole(january);
    const sample = await byName('Sample');
    if (!sample) throw new Error('The person is not there.');
    const { rankWritten: _written, ...facts } = sample;
    const correct = (rank: string) =>
      elmFork.as((tx) => changeStaffMember(tx, elmFork.agency.id, sample.id, { ...facts, rank, shift: 'A' }));
    await correct('Sergeant');
    expect(await byName('Sample')).toMatchObject({ shift: 'A', rankWritten: 'Sgt.' });
    await correct('Captain');
    expect(await byName('Sample')).toMatchObject({ rank: 'Captain', rankWritten: '' });
  });

  it('says that today is taken where a status alone says somebody left, and takes the day a later file gives', async () => {
    await importWhole(january);
    const today = dayIn(elmFork.agency.timeZone, app.deps.now());
    const left = 'Emp #,Last Name,First Name,Status\n0102,Sample,Jordan,Retired\n0105,Newly,Known,Resigned\n';
    const { id } = await plan(left, { defaultKind: 'sworn' });
    const remarks = await asOwner<{ kind_of_change: string; remark: string }>(
      app.ownerUrl,
      'select kind_of_change, remark from roster_change where import_id = $1 order by file_row',
      [id],
    );
    expect(remarks.map(({ kind_of_change: kind, remark }) => `${kind}: ${remarkSentence(remark)}`)).toEqual([
      expect.stringMatching(/^separated: .*gives no last day\. Today is taken/),
      expect.stringMatching(/^added: .*gives no last day\. Today is taken/),
    ]);
    await importWhole(left, { defaultKind: 'sworn' });
    expect(await byName('Sample')).toMatchObject({ separatedOn: today });
    expect(await byName('Newly')).toMatchObject({ separatedOn: today });
    const dated = 'Emp #,Last Name,First Name,Status,Term Date\n0102,Sample,Jordan,Retired,1/5/2020\n';
    expect((await importWhole(dated)).counts).toMatchObject({ changed: 1, returning: 0 });
    expect(await byName('Sample')).toMatchObject({ separatedOn: '2020-01-05' });
    expect((await importWhole(left, { defaultKind: 'sworn' })).counts).toMatchObject({ unchanged: 2 });
    expect(await byName('Sample')).toMatchObject({ separatedOn: '2020-01-05' });
  });

  it('separates those missing from a full roster only when somebody says so', async () => {
    await importWhole(january);
    const without = january
      .split('\n')
      .filter((line) => !line.includes('Sample'))
      .join('\n');
    const report = await importWhole(without, { fullRoster: true });
    expect(report.counts.missing).toBe(1);
    expect((await byName('Sample'))?.separatedOn).toBeUndefined();
    await importWhole(without, { fullRoster: true }, true);
    expect((await byName('Sample'))?.separatedOn).toBe(dayIn('America/Chicago', app.deps.now()));
  });

  it('tells a row without a name, with its row and reason, and imports the others', async () => {
    const { id, report } = await plan(`${january}0109,,,Officer,Patrol,1/1/2020\n`);
    expect(report.counts).toMatchObject({ added: 3, refused: 1 });
    const { changes: refused } = await staged(id, 'refused');
    expect(refused).toMatchObject([{ row: 5, remark: 'nameless' }]);
  });

  it('says what is odd about a row that it uses all the same', async () => {
    const { id, report } = await plan(`${january}0105,Pretend,Sage,Officer,Patrol,1/1/2099\n`);
    expect(report.counts.added).toBe(4);
    const { changes: added } = await staged(id, 'added');
    expect(added.find(({ row }) => row === 5)?.remark).toContain('hired-far-in-future');
  });

  it('asks about people whose title says nothing, and takes one answer for all', async () => {
    const file = 'Name,ID\n"Example, Alex",1\n"Sample, Jordan",2\n';
    expect((await plan(file)).report.counts).toMatchObject({ undecided: 2, added: 0 });
    expect((await plan(file, { defaultKind: 'sworn' })).report.counts).toMatchObject({
      undecided: 0,
      added: 2,
    });
  });

  it('keeps no value of a column that nobody needs', async () => {
    const id = await understand('Name,SSN,DOB,Rank\n"Example, Alex",123-45-6789,1/2/1980,Officer\n');
    const found = await elmFork.as((tx) => findImport(tx, elmFork.agency.id, rosterImport, id));
    const dropped = found?.columns.proposal.columns.filter((column) => column.dropped);
    expect(dropped?.map((column) => column.heading)).toEqual(['SSN', 'DOB']);
    expect(JSON.stringify(found)).not.toContain('123-45-6789');
  });

  it('shows and keeps no value of a column that may hold Social Security numbers, unless somebody says it is an id', async () => {
    const file = 'Name,Number,Rank\n"Example, Alex",219094412,Officer\n"Sample, Jo",457553213,Sgt\n';
    const keptText = async (id: string) => {
      const found = await elmFork.as((tx) => findImport(tx, elmFork.agency.id, rosterImport, id));
      expect(JSON.stringify(found?.columns)).not.toContain('219094412');
      return withLocalCopy(app.deps.files, found?.file.kept?.sha256 ?? '', (path) => readFile(path, 'utf8'));
    };
    const { id } = await importWhole(file);
    expect(await keptText(id)).not.toContain('219094412');
    expect(await byName('Example')).toMatchObject({ employeeNumber: '', rank: 'Officer' });
    const again = await understand(file);
    const mapping = { fullName: 0, employeeNumber: 1, rank: 2 };
    const said = { mapping, facts: { fullRoster: false } };
    const planned = await planImport(app.deps, who, rosterImport, again, said);
    expect(planned.ok).toBe(true);
    expect((await commitImport(app.deps, who, rosterImport, again, { separateMissing: false })).ok).toBe(
      true,
    );
    expect(await keptText(again)).toContain('219094412');
    expect(await byName('Example')).toMatchObject({ employeeNumber: '219094412' });
  });
});

describe('a planned import', () => {
  it('is refused when the roster changed since, and nothing is applied', async () => {
    const { id } = await plan(january);
    await elmFork.as((tx) =>
      addStaffMember(tx, elmFork.agency.id, {
        name: { family: 'Sudden', given: 'Sage', middle: '', suffix: '' },
        employeeNumber: '9',
        badge: '',
        kind: 'sworn',
        rank: '',
        unit: '',
        shift: '',
        email: '',
      }),
    );
    const outcome = await commitImport(app.deps, who, rosterImport, id, { separateMissing: false });
    expect(outcome).toEqual({ ok: false, refusal: { code: 'plan-outdated' } });
    expect(await staff()).toHaveLength(1);
  });

  it('is carried out once when two people press the button', async () => {
    const { id } = await plan(january);
    const outcomes = await Promise.all(
      [1, 2].map(() => commitImport(app.deps, who, rosterImport, id, { separateMissing: false })),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await staff()).toHaveLength(3);
  });

  it('leaves nothing half applied when a statement in the middle fails', async () => {
    const { id } = await plan(january);
    await asOwner(
      app.ownerUrl,
      `create function fail_audit() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$;
       create trigger fail_audit before insert on audit_event for each row when (new.action = 'roster-imported') execute function fail_audit()`,
    );
    try {
      await expect(commitImport(app.deps, who, rosterImport, id, { separateMissing: false })).rejects.toThrow(
        'power cut',
      );
    } finally {
      await asOwner(app.ownerUrl, 'drop trigger fail_audit on audit_event; drop function fail_audit()');
    }
    expect(await staff()).toEqual([]);
    expect((await commitImport(app.deps, who, rosterImport, id, { separateMissing: false })).ok).toBe(true);
  });

  it('asks to be planned anew when the staged rows were lost in a crash of the database', async () => {
    const { id } = await plan(january);
    await asOwner(app.ownerUrl, 'truncate roster_change');
    const outcome = await commitImport(app.deps, who, rosterImport, id, { separateMissing: false });
    expect(outcome).toEqual({ ok: false, refusal: { code: 'plan-outdated' } });
  });

  it('can be given up, and then not be carried out', async () => {
    const { id } = await plan(january);
    await discardImport(app.deps, who, rosterImport, id);
    const outcome = await commitImport(app.deps, who, rosterImport, id, { separateMissing: false });
    expect(outcome).toEqual({ ok: false, refusal: { code: 'import-closed' } });
  });

  it('belongs to its agency: another one can neither see nor carry it out', async () => {
    const { id } = await plan(january);
    const other = await anAgency(app.databases);
    const stranger = { agency: other.agency, person: other.coordinator.id };
    const outcome = await commitImport(app.deps, stranger, rosterImport, id, { separateMissing: false });
    expect(outcome).toEqual({ ok: false, refusal: { code: 'import-not-found' } });
  });
});

describe('a committed import', () => {
  const february = `Emp #,Last Name,First Name,Rank,Unit,Hire Date
0101,Example,Alex,Sergeant,Patrol,3/4/2015
0104,Imagined,Quinn,Officer,Patrol,1/5/2026
`;
  const undo = (id: string) => undoImport(app.deps, who, rosterImport, id);

  it('is undone as a whole: who came goes, who changed is as before', async () => {
    await importWhole(january);
    const before = await staff();
    const { id } = await importWhole(february);
    expect(await staff()).toHaveLength(4);
    expect(await undo(id)).toMatchObject({ ok: true, value: { peopleRemoved: 1, peopleRestored: 1 } });
    expect(new Set(await staff())).toEqual(new Set(before));
    expect(await undo(id)).toEqual({ ok: false, refusal: { code: 'not-committed' } });
  });

  it('can be undone after a newer one was undone', async () => {
    const first = await importWhole(january);
    const second = await importWhole(february);
    expect(await undo(first.id)).toMatchObject({
      ok: false,
      refusal: { code: 'touched-since', people: 1, names: ['Alex Example'] },
    });
    await undo(second.id);
    expect((await undo(first.id)).ok).toBe(true);
    expect(await staff()).toEqual([]);
  });

  it('stays once somebody corrected one of its people', async () => {
    const { id } = await importWhole(january);
    const alex = await byName('Example');
    if (!alex) throw new Error('Alex is not there.');
    await elmFork.as((tx) => changeStaffMember(tx, elmFork.agency.id, alex.id, { ...alex, unit: 'Traffic' }));
    expect(await undo(id)).toMatchObject({ refusal: { code: 'touched-since', names: ['Alex Example'] } });
    expect(await staff()).toHaveLength(3);
  });

  it('stays once training was imported for somebody it brought in', async () => {
    const { id } = await importWhole(january);
    await importTrainingFile(
      app.deps,
      who,
      'ID,Name,Course,Hours,Completed\n101,"Example, Alex",CIT,40,3/5/2024\n',
    );
    expect(await undo(id)).toMatchObject({ refusal: { code: 'touched-since', people: 1 } });
  });

  it('gives records that waited for its people back to the queue when it is undone', async () => {
    await importTrainingFile(
      app.deps,
      who,
      'ID,Name,Course,Hours,Completed\n101,"Example, Alex",CIT,40,3/5/2024\n',
    );
    const { id } = await importWhole(january);
    const matches = () =>
      asOwner<{ match: string; staff_id: string | null }>(
        app.ownerUrl,
        'select match, staff_id from training_record where agency_id = $1',
        [elmFork.agency.id],
      );
    expect(await matches()).toMatchObject([{ match: 'matched' }]);
    expect((await undo(id)).ok).toBe(true);
    expect(await matches()).toEqual([{ match: 'unmatched', staff_id: null }]);
  });

  it('is remembered: the next file with these columns is read the same way without questions', async () => {
    const said = { fullRoster: true, defaultKind: 'sworn' } as const;
    await importWhole('Number,Who,Job\n1,"Example, Alex",Officer\n', said);
    const outcome = await withUploadedFile(
      'NUMBER,WHO,JOB\n2,"Sample, Jordan",Officer\n',
      'next.csv',
      (file) => understandFile(app.deps, who, rosterImport, file),
    );
    expect(outcome).toMatchObject({ ok: true, value: { isRemembered: true } });
    if (!outcome.ok) return;
    const found = await elmFork.as((tx) => findImport(tx, elmFork.agency.id, rosterImport, outcome.value.id));
    expect(found?.facts).toEqual(said);
  });

  it('lists the rows that are joined with another one, each with the row of the person', async () => {
    const { id, ...report } = await importWhole(`${january}0101,Example,Alex,Officer,Patrol,3/4/2015
0102,Sample,Jordan,Sgt.,Training,7/1/2009
`);
    expect(report).toMatchObject({ rowsRead: 5, people: 3, rowsFolded: 2, counts: { added: 3, folded: 2 } });
    expect(await staff()).toHaveLength(3);
    const { changes, total } = await staged(id, 'folded');
    expect(total).toBe(2);
    expect(changes).toMatchObject([
      { row: 5, remark: 'duplicate-row:2', facts: { name: { family: 'Example' } } },
      { row: 6, remark: 'same-person:3', facts: { name: { family: 'Sample' } } },
    ]);
    expect(remarkSentence(changes[0]?.remark ?? '')).toBe('Row 2: It says the same, word for word.');
  });

  it('is still listed row by row, and its rows can be searched', async () => {
    const { id } = await importWhole(january);
    expect((await staged(id, 'added')).total).toBe(3);
    expect(await staged(id, 'added', 'sam')).toMatchObject({
      total: 1,
      changes: [{ facts: { name: { family: 'Sample' } } }],
    });
  });
});

describe('the roster', () => {
  it('is seen by its agency alone: not by the campaign, not by the program itself', async () => {
    await importWhole(january);
    for (const acting of [
      { as: 'campaign', person: who.person },
      { as: 'system' },
      { as: 'public' },
    ] as const) {
      const seen = await actingAs(app.databases.app, acting, (tx) =>
        tx.selectFrom('staff_member').select('id').execute(),
      );
      expect(seen).toEqual([]);
    }
  });
});

describe('a file that is no roster', () => {
  it.each([
    ['an empty file', '', 'empty-file'],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]),
      'not-a-spreadsheet',
    ],
  ])('is refused: %s', async (_title, content, code) => {
    const outcome = await withUploadedFile(content, 'roster.xlsx', (file) =>
      understandFile(app.deps, who, rosterImport, file),
    );
    expect(outcome).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe('texts of a roster file', () => {
  it('that say nothing are read as blank, erase nothing, and are told of', async () => {
    await importWhole(january);
    const report = await importWhole(`Emp #,Last Name,First Name,Rank,Unit,Hire Date
0101,Example,Alex,N/A,-,3/4/2015
0102,Sample,Jordan,Unknown,TBD,7/1/2009
0103,Fictional,Riley,NULL,?,5/6/2018
`);
    expect(report.counts).toMatchObject({ unchanged: 3, changed: 0 });
    expect(await byName('Sample')).toMatchObject({ rank: 'Sergeant', unit: 'Patrol' });
    expect(report.emptyTexts).toContainEqual({ field: 'rank', text: 'N/A', rows: 1 });
    expect(report.emptyTexts).toHaveLength(6);
  });

  it('keep all letters of a name beside what was read of it', async () => {
    const { id } = await plan(`ID,Name,Rank,Hire Date
4,"St. James (Miller), Ann",Officer,1/2/2015
16,"'=1+1, Al",Officer,1/2/2015
17,"Quist, Ola",Officer,1/2/2015
`);
    const { changes } = await staged(id, 'added');
    expect(changes.map(({ facts }) => facts.nameWritten)).toEqual([
      'St. James (Miller), Ann',
      '=1+1, Al',
      '',
    ]);
    await commitImport(app.deps, who, rosterImport, id, { separateMissing: false });
    expect(await byName('St. James')).toMatchObject({ nameWritten: 'St. James (Miller), Ann' });
    const report = await importWhole(`Name,Rank
"Miller, Ann",Officer
`);
    expect(report.counts).toMatchObject({ unclear: 1, added: 0 });
  });
});

describe('people who are not in a file that lists everybody', () => {
  const rest = `Emp #,Last Name,First Name,Rank,Unit,Hire Date
0102,Sample,Jordan,Sgt.,Patrol,7/1/2009
`;

  it('stand by name, and leave but for those excepted, on the day given', async () => {
    await importWhole(january);
    const { id } = await plan(rest, { fullRoster: true });
    const missing = await elmFork.as((tx) => listMissingPeople(tx, elmFork.agency.id, id as ImportId));
    expect(missing.map(({ name }) => name.family)).toEqual(['Example', 'Fictional']);
    const staying = missing.filter(({ name }) => name.family === 'Fictional').map(({ staff }) => staff);
    const lastDay = '2024-02-29' as CalendarDate;
    const choice = { separateMissing: true, staying, lastDay };
    expect((await commitImport(app.deps, who, rosterImport, id, choice)).ok).toBe(true);
    expect(await byName('Example')).toMatchObject({ separatedOn: lastDay });
    expect((await byName('Fictional'))?.separatedOn).toBeUndefined();
    expect((await undoImport(app.deps, who, rosterImport, id)).ok).toBe(true);
    expect((await byName('Example'))?.separatedOn).toBeUndefined();
  });

  it('have no last day before they were hired', async () => {
    await importWhole(january);
    const { id } = await plan(rest, { fullRoster: true });
    const choice = { separateMissing: true, lastDay: '2016-01-01' as CalendarDate };
    await commitImport(app.deps, who, rosterImport, id, choice);
    expect(await byName('Example')).toMatchObject({ separatedOn: '2016-01-01' });
    expect(await byName('Fictional')).toMatchObject({ separatedOn: '2018-05-06' });
  });

  it('are chosen in the form, and a last day that cannot be read is asked for again', () => {
    const staff = '00000000-0000-4000-8000-000000000001';
    const sent = { separateMissing: 'yes', staying: staff, missingLastDay: '2/29/2024' };
    expect(readMissingChoice(sent)).toEqual({
      separateMissing: true,
      staying: [staff],
      lastDay: '2024-02-29',
    });
    expect(readMissingChoice({ staying: staff })).toEqual({ separateMissing: false });
    expect(() => readMissingChoice({ separateMissing: 'yes', missingLastDay: 'soon' })).toThrow(
      'The last day could not be read.',
    );
  });
});
