import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CalendarDate, calendarDate } from '../calendar/calendar-date.ts';
import { commitImport, undoImport } from '../file-import/commit-actions.ts';
import { findImport } from '../file-import/file-import-store.ts';
import type { Importer } from '../file-import/import-subject.ts';
import { planImport } from '../file-import/plan-actions.ts';
import { understandFile } from '../file-import/understand-actions.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { withUploadedFile } from '../testing/received-file.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { importTrainingFile, planTrainingFile } from '../testing/training-file.ts';
import { enterRecord } from '../training/person-training-actions.ts';
import type { TrainingRecord } from '../training/training-record.ts';
import { personHistory } from './person-history.ts';
import { findPersonSource, listPersonEvents } from './person-history-store.ts';
import { choicesBy, type MergeChoices, mergeFacts } from './person-merge.ts';
import { mergePeople, seenStamp, undoMerge } from './person-merge-actions.ts';
import { factText } from './person-page-content.ts';
import { changeStaffMember } from './roster-actions.ts';
import { rosterImport } from './roster-import-actions.ts';
import { listAllStaff } from './roster-store.ts';
import type { StaffId, StaffMember } from './staff-member.ts';

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

const roster = `Emp #,Last Name,First Name,Rank,Unit,Hire Date
0101,Example,Alexandra,Sergeant,Patrol,3/4/2015
0777,Exemplar,Alex,Officer,Traffic,9/1/2012
0102,Sample,Jordan,Sgt.,Patrol,7/1/2009
`;
const training = `Emp #,Last Name,First Name,Course,Hours,Completed
0101,Example,Alexandra,Crisis Intervention Team (CIT),16,3/2/2026
0101,Example,Alexandra,Crisis Intervention Team (CIT),8,3/4/2026
0777,Exemplar,Alex,Crisis Intervention Team (CIT),16,3/5/2026
0777,Exemplar,Alex,Mental Health First Aid,8,5/6/2025
0101,Exemplar,Alex,Mental Health First Aid,8,5/6/2024
0102,Sample,Jordan,Mental Health First Aid,8,5/6/2025
`;

async function planRosterFile(content: string, fullRoster = true) {
  const understood = await withUploadedFile(content, 'roster.csv', (file) =>
    understandFile(app.deps, who, rosterImport, file),
  );
  if (!understood.ok) throw new Error(understood.refusal.code);
  const { id } = understood.value;
  const found = await elmFork.as((tx) => findImport(tx, elmFork.agency.id, rosterImport, id));
  if (!found) throw new Error('The import is not there.');
  const said = { mapping: found.columns.mapping, facts: { fullRoster } };
  const planned = await planImport(app.deps, who, rosterImport, id, said);
  if (!planned.ok) throw new Error(planned.refusal.code);
  return { id, report: planned.value };
}

async function importRoster(content: string) {
  const { id, report } = await planRosterFile(content);
  const committed = await commitImport(app.deps, who, rosterImport, id, { separateMissing: false });
  if (!committed.ok) throw new Error(committed.refusal.code);
  return { id, report };
}

const staff = () => elmFork.as((tx) => listAllStaff(tx, elmFork.agency.id));

async function personOf(number: string): Promise<StaffMember> {
  const member = (await staff()).find(({ employeeNumber }) => employeeNumber === number);
  if (!member) throw new Error(`Nobody has the number ${number}.`);
  return member;
}

/** The rows of everything a merge may touch, to the last column. */
async function everything(): Promise<readonly unknown[]> {
  const agency = elmFork.agency.id;
  const tables = ['staff_member', 'training_record', 'match_decision', 'class_seat', 'class_attendance'];
  return Promise.all(
    tables.map((table) =>
      asOwner(
        app.ownerUrl,
        `select to_jsonb(t) as row from ${table} t where agency_id = $1 order by to_jsonb(t)::text`,
        [agency],
      ),
    ),
  );
}

const allKept = choicesBy(() => 'kept');

async function merge(kept: StaffMember, other: StaffMember, choices: MergeChoices = allKept) {
  const outcome = await elmFork.as((tx) =>
    mergePeople(tx, elmFork.agency.id, { kept: kept.id, other: other.id, choices, reason: '' }, who.person),
  );
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

const undo = (id: string) => elmFork.as((tx) => undoMerge(tx, elmFork.agency.id, id, elmFork.coordinator.id));

const recordsOf = (id: StaffId) =>
  elmFork.as((tx) =>
    tx
      .selectFrom('training_record')
      .select(['course_title', 'match', 'verdict', 'class_rows'])
      .where('staff_id', '=', id)
      .orderBy('completed_on')
      .execute(),
  );

describe('merging two people', () => {
  beforeEach(async () => {
    await importRoster(roster);
    await importTrainingFile(app.deps, who, training);
  });

  it('gives the one the facts chosen and all records, and adds up the days of both as one class', async () => {
    const [kept, other] = [await personOf('0101'), await personOf('0777')];
    await merge(kept, other, { ...allKept, unit: 'other' });
    const people = await staff();
    expect(people).toHaveLength(2);
    expect(people.find(({ id }) => id === kept.id)).toMatchObject({ rank: 'Sergeant', unit: 'Traffic' });
    const records = await recordsOf(kept.id);
    expect(records).toHaveLength(5);
    expect(records.at(-1)).toMatchObject({ verdict: 'counts', class_rows: 3 });
  });

  it('places records that waited because number and name were of the two', async () => {
    const [kept, other] = [await personOf('0101'), await personOf('0777')];
    expect(await recordsOf(kept.id)).toHaveLength(2);
    await merge(kept, other);
    expect(await recordsOf(kept.id)).toContainEqual(
      expect.objectContaining({ course_title: 'Mental Health First Aid', match: 'matched' }),
    );
  });

  it('keeps how rank and name were written, of whichever entry wrote them', async () => {
    const [kept, other] = [await personOf('0101'), await personOf('0777')];
    const written = { rank: 'Detective', rankWritten: 'Det' };
    await asOwner(
      app.ownerUrl,
      `update staff_member set rank = 'Detective', rank_written = 'Det', name_written = $2 where id = $1`,
      [kept.id, 'Example (Quill), Alex'],
    );
    await merge(await personOf('0101'), other);
    expect((await staff()).find(({ id }) => id === kept.id)).toMatchObject({
      ...written,
      nameWritten: 'Example (Quill), Alex',
    });
  });

  it('is taken back to the last column of every row', async () => {
    const before = await everything();
    const { merge: id } = await merge(await personOf('0101'), await personOf('0777'), {
      ...allKept,
      name: 'other',
      employeeNumber: 'other',
      rank: 'other',
    });
    expect(await everything()).not.toEqual(before);
    expect(await undo(id)).toMatchObject({ ok: true });
    expect(await everything()).toEqual(before);
    expect(await undo(id)).toEqual({ ok: false, refusal: { code: 'merge-undone-before' } });
  });

  it('and taking it back gives the same roster and records, whatever was chosen', {
    timeout: 60_000,
  }, async () => {
    const before = await everything();
    const sides = fc.array(fc.constantFrom('kept', 'other'), { minLength: 10, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(sides, fc.boolean(), async (chosen, isTurned) => {
        const people = [await personOf('0101'), await personOf('0777')] as const;
        const [kept, other] = isTurned ? [people[1], people[0]] : people;
        const { merge: id } = await merge(
          kept,
          other,
          choicesBy((fact) => (chosen[mergeFacts.indexOf(fact)] === 'other' ? 'other' : 'kept')),
        );
        expect((await planRosterFile(roster)).report.counts).toMatchObject({ unchanged: 2, changed: 0 });
        expect(await undo(id)).toMatchObject({ ok: true });
        expect(await everything()).toEqual(before);
      }),
      { numRuns: 8 },
    );
  });

  it('leaves the same files nothing to change and nothing to ask', async () => {
    await merge(await personOf('0101'), await personOf('0777'), {
      ...allKept,
      rank: 'other',
      hiredOn: 'other',
    });
    const { report } = await importRoster(roster);
    expect(report).toMatchObject({ rowsRead: 3, people: 2, rowsFolded: 1 });
    expect(report.counts).toEqual({
      added: 0,
      changed: 0,
      returning: 0,
      separated: 0,
      missing: 0,
      unchanged: 2,
      undecided: 0,
      refused: 0,
      unclear: 0,
      folded: 1,
    });
    expect((await planTrainingFile(app.deps, who, training)).report.counts).toMatchObject({ new: 0 });
  });

  it('finds the person under either number and either name in later files', async () => {
    const kept = await personOf('0101');
    await merge(kept, await personOf('0777'));
    const { report } = await importRoster(`Emp #,Last Name,First Name,Rank,Unit,Hire Date
0777,Example,Alexandra,Lieutenant,Patrol,3/4/2015
0102,Sample,Jordan,Sgt.,Patrol,7/1/2009
`);
    expect(report.counts).toMatchObject({ added: 0, changed: 1, unchanged: 1, missing: 0 });
    expect(await personOf('0101')).toMatchObject({ id: kept.id, rank: 'Lieutenant' });
    await importTrainingFile(
      app.deps,
      who,
      `Emp #,Last Name,First Name,Course,Hours,Completed
0777,Example,Alexandra,CRIT,40,6/2/2026
777,Exemplar,Alex,CRIT,40,6/9/2026
`,
    );
    expect(await recordsOf(kept.id)).toHaveLength(7);
  });

  it('keeps both of them from being missing when a full roster lists only one', async () => {
    await merge(await personOf('0101'), await personOf('0777'));
    const { report } = await planRosterFile(`Emp #,Last Name,First Name,Rank,Unit,Hire Date
0777,Exemplar,Alex,Officer,Traffic,9/1/2012
`);
    expect(report.counts).toMatchObject({ unchanged: 1, missing: 1, added: 0 });
  });

  it('is not taken back once the person was changed', async () => {
    const kept = await personOf('0101');
    const { merge: id } = await merge(kept, await personOf('0777'));
    await elmFork.as((tx) => changeStaffMember(tx, elmFork.agency.id, kept.id, { ...kept, unit: 'K-9' }));
    expect(await undo(id)).toEqual({
      ok: false,
      refusal: { code: 'changed-since-merge', kept: kept.id },
    });
  });

  it('is undone from the newest when several were merged one after the other', async () => {
    const [alex, other, jordan] = [await personOf('0101'), await personOf('0777'), await personOf('0102')];
    const before = await everything();
    const first = await merge(alex, other);
    const second = await merge(jordan, alex);
    expect(await undo(first.merge)).toEqual({
      ok: false,
      refusal: { code: 'merged-since', into: jordan.id },
    });
    expect(await undo(second.merge)).toMatchObject({ ok: true });
    expect(await undo(first.merge)).toMatchObject({ ok: true });
    expect(await everything()).toEqual(before);
  });

  it('leaves with the kept person what was entered since, and gives back what a file brought since', async () => {
    const [kept, other] = [await personOf('0101'), await personOf('0777')];
    const { merge: id } = await merge(kept, other);
    const record: TrainingRecord = { title: 'CRIT', hours: 40, completedOn: calendarDate(2026, 5, 1) };
    const later = '2026-06-01' as CalendarDate;
    await elmFork.as((tx) => enterRecord(tx, elmFork.agency.id, kept.id, record, who.person, later));
    await importTrainingFile(
      app.deps,
      who,
      `Emp #,Last Name,First Name,Course,Hours,Completed
0777,Exemplar,Alex,CRIT,40,6/9/2026
`,
    );
    expect(await undo(id)).toMatchObject({ ok: true });
    expect(await recordsOf(kept.id)).toHaveLength(3);
    expect(await recordsOf(other.id)).toHaveLength(3);
  });

  it('keeps the import that brought the other one from being undone', async () => {
    const { id } = await importRoster(`${roster}0900,Example,Sandy,Officer,Patrol,1/2/2020\n`);
    await merge(await personOf('0102'), await personOf('0900'));
    const outcome = await undoImport(app.deps, who, rosterImport, id);
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { code: 'touched-since', names: ['Sandy Example'] },
    });
  });
});

describe('the earlier facts of a person', () => {
  const historyOf = (id: StaffId) =>
    elmFork.as(async (tx) => {
      const source = await findPersonSource(tx, elmFork.agency.id, id);
      if (!source) throw new Error('The person is not there.');
      const history = personHistory(await listPersonEvents(tx, elmFork.agency.id, id), source.state);
      return { source, history };
    });

  it('say which file and row changed what, newest first, and where a person came from', async () => {
    await importRoster(roster);
    const { id } = await personOf('0101');
    await importRoster(`Emp #,Last Name,First Name,Rank,Unit,Hire Date
0102,Sample,Jordan,Sgt.,Patrol,7/1/2009
0101,Example,Alexandra,Lieutenant,Patrol,3/4/2015
`);
    await merge(await personOf('0101'), await personOf('0777'), { ...allKept, unit: 'other' });
    const { source, history } = await historyOf(id);
    expect(source).toMatchObject({ state: { row: 3 }, file: { name: 'roster.csv' } });
    expect(
      history.map(({ event, row, changes, isByHandToo }) => [
        event.kind,
        row,
        changes.map(({ fact, before, after }) => [factText(before, fact), factText(after, fact)]),
        isByHandToo,
      ]),
    ).toEqual([
      ['merge', undefined, [['Patrol', 'Traffic']], false],
      ['import', 3, [['Sergeant', 'Lieutenant']], false],
    ]);
  });

  it('say that a correction by hand came later, and leave out an import that was undone', async () => {
    await importRoster(roster);
    const member = await personOf('0101');
    const promoted = await importRoster(roster.replace('Sergeant', 'Captain'));
    await undoImport(app.deps, who, rosterImport, promoted.id);
    expect((await historyOf(member.id)).history).toEqual([]);
    await importRoster(roster.replace('Sergeant', 'Lieutenant'));
    const changed = await personOf('0101');
    await elmFork.as((tx) =>
      changeStaffMember(tx, elmFork.agency.id, member.id, { ...changed, unit: 'K-9' }),
    );
    const { history } = await historyOf(member.id);
    expect(history).toMatchObject([{ row: 2, isByHandToo: true }]);
  });
});

describe('what else names a person', () => {
  beforeEach(async () => {
    await importRoster(roster);
  });

  /** A class of one day in which these people have seats, by state, and were there or not. */
  async function aClass(
    seats: readonly (readonly [StaffMember, 'enrolled' | 'waiting', 'present' | 'absent'])[],
  ) {
    await elmFork.as(async (tx) => {
      const agency_id = elmFork.agency.id;
      const { id } = await tx
        .insertInto('class_session')
        .values({
          agency_id,
          state: 'scheduled',
          course_title: 'CIT',
          hours: 40,
          place: 'Hall',
          seats: 20,
          instructors: ['Pat Teacher'],
          provider: '',
          starts_on: '2026-11-02',
          ends_on: '2026-11-02',
          scheduled_by: who.person,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const day = { agency_id, session_id: id, day: '2026-11-02' };
      await tx
        .insertInto('class_day')
        .values({ ...day, starts_at: '08:00', ends_at: '16:00' })
        .execute();
      for (const [member, state, attended] of seats) {
        const staff_id = member.id;
        await tx.insertInto('class_seat').values({ agency_id, session_id: id, staff_id, state }).execute();
        await tx
          .insertInto('class_attendance')
          .values({ ...day, staff_id, attended, taken_by: who.person })
          .execute();
      }
    });
  }

  it('seats go over with their attendance, one in each session, and come back', async () => {
    const [kept, other] = [await personOf('0101'), await personOf('0777')];
    await aClass([[other, 'enrolled', 'present']]);
    await aClass([
      [kept, 'enrolled', 'absent'],
      [other, 'waiting', 'present'],
    ]);
    await aClass([
      [kept, 'enrolled', 'present'],
      [other, 'waiting', 'present'],
    ]);
    const before = await everything();
    const { merge: id } = await merge(kept, other);
    const seats = await elmFork.as((tx) =>
      tx
        .selectFrom('class_attendance as a')
        .innerJoin('class_seat as s', (join) =>
          join.onRef('s.session_id', '=', 'a.session_id').onRef('s.staff_id', '=', 'a.staff_id'),
        )
        .select(['a.staff_id', 's.state', 'a.attended'])
        .orderBy('s.state')
        .execute(),
    );
    expect(seats).toEqual([
      { staff_id: kept.id, state: 'enrolled', attended: 'present' },
      { staff_id: kept.id, state: 'enrolled', attended: 'present' },
      { staff_id: kept.id, state: 'waiting', attended: 'present' },
    ]);
    expect(await undo(id)).toMatchObject({ ok: true });
    expect(await everything()).toEqual(before);
  });

  it('an account goes over and comes back; two people who each sign in are not merged', async () => {
    const [kept, other] = [await personOf('0101'), await personOf('0777')];
    const link = (staff: StaffMember, person: string) =>
      elmFork.as((tx) =>
        tx
          .insertInto('staff_account')
          .values({
            agency_id: elmFork.agency.id,
            staff_id: staff.id,
            person_id: person,
            linked_by: who.person,
          })
          .execute(),
      );
    const accounts = () =>
      elmFork.as((tx) => tx.selectFrom('staff_account').select('staff_id').orderBy('linked_at').execute());
    await link(other, elmFork.coordinator.id);
    const { merge: id } = await merge(kept, other);
    expect(await accounts()).toEqual([{ staff_id: kept.id }]);
    await undo(id);
    expect(await accounts()).toEqual([{ staff_id: other.id }]);
    await link(kept, elmFork.executive.id);
    await expect(merge(kept, other)).rejects.toThrow('both-have-accounts');
  });
});

describe('what is refused', () => {
  beforeEach(async () => {
    await importRoster(roster);
  });

  const ask = (kept: string, other: string, seen?: string) =>
    elmFork.as((tx) =>
      mergePeople(
        tx,
        elmFork.agency.id,
        { kept, other, choices: allKept, reason: '', ...(seen ? { seen } : {}) },
        who.person,
      ),
    );

  it('a person is not merged with oneself, nor with somebody of another agency', async () => {
    const { id } = await personOf('0101');
    expect(await ask(id, id)).toEqual({ ok: false, refusal: { code: 'merge-with-oneself' } });
    const another = await anAgency(app.databases);
    const outcome = await another.as((tx) =>
      mergePeople(
        tx,
        another.agency.id,
        { kept: id, other: id.replace(/^./, '0'), choices: allKept, reason: '' },
        another.coordinator.id,
      ),
    );
    expect(outcome).toEqual({ ok: false, refusal: { code: 'staff-not-found' } });
  });

  it('a merge is not another agency’s to see or to undo', async () => {
    const { merge: id } = await merge(await personOf('0101'), await personOf('0777'));
    const another = await anAgency(app.databases);
    expect(await another.as((tx) => undoMerge(tx, another.agency.id, id, another.coordinator.id))).toEqual({
      ok: false,
      refusal: { code: 'merge-not-found' },
    });
    const seen = await another.as((tx) => tx.selectFrom('staff_merge').selectAll().execute());
    expect(seen).toEqual([]);
  });

  it('of two who merge at once only one does', async () => {
    const [kept, other] = [await personOf('0101'), await personOf('0777')];
    const outcomes = await Promise.all([ask(kept.id, other.id), ask(other.id, kept.id)]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await staff()).toHaveLength(2);
  });

  it('nobody merges by what a page showed before a change', async () => {
    const [kept, other] = [await personOf('0101'), await personOf('0777')];
    const seen = await elmFork.as((tx) => seenStamp(tx, elmFork.agency.id, kept.id, other.id));
    await elmFork.as((tx) => changeStaffMember(tx, elmFork.agency.id, other.id, { ...other, unit: 'K-9' }));
    expect(await ask(kept.id, other.id, seen)).toEqual({
      ok: false,
      refusal: { code: 'changed-since-seen' },
    });
  });
});

describe('what names a person', () => {
  it('is known to merging, column by column', async () => {
    const columns = await asOwner<{ place: string }>(
      app.ownerUrl,
      `select c.table_name || '.' || c.column_name as place from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and c.column_name in ('staff_id', 'kept_id', 'removed_id')
         and t.table_type = 'BASE TABLE' order by 1`,
    );
    expect(columns.map(({ place }) => place)).toEqual([
      'acknowledgment_departed.staff_id',
      'acknowledgment_link.staff_id',
      'acknowledgment_staged.staff_id',
      'class_attendance.staff_id',
      'class_seat.staff_id',
      'identity_decision.staff_id',
      'import_touch.staff_id',
      'match_decision.staff_id',
      'partner_merge.kept_id',
      'policy_acknowledgment.staff_id',
      'roster_change.staff_id',
      'sampled_person.staff_id',
      'sign_off_decision.staff_id',
      'staff_account.staff_id',
      'staff_credential.staff_id',
      'staff_invitation.staff_id',
      'staff_merge.kept_id',
      'staff_merge.removed_id',
      'submitted_certificate.staff_id',
      'training_record.staff_id',
      'training_staged.staff_id',
    ]);
  });
});
