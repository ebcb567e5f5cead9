import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { undoImport } from '../file-import/commit-actions.ts';
import { addPersonByHand, changePersonByHand } from '../roster/person-by-hand-actions.ts';
import { rosterImport } from '../roster/roster-import-actions.ts';
import type { StaffFactSheet, StaffId } from '../roster/staff-member.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { importRosterFile } from '../testing/roster-file.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { importTrainingFile } from '../testing/training-file.ts';
import { matchByHand } from './match-actions.ts';
import { overtakenBy } from './namesake.ts';
import type { RecordMatch } from './record-matching.ts';

const [one, other] = ['one' as StaffId, 'other' as StaffId];
const doubt = (
  reason: Extract<RecordMatch<StaffId>, { kind: 'doubtful' }>['reason'],
): RecordMatch<StaffId> => ({
  kind: 'doubtful',
  reason,
  candidates: [],
});
const found = (staffId: StaffId, how: Extract<RecordMatch<StaffId>, { kind: 'matched' }>['how']) =>
  ({ kind: 'matched', staffId, how, isFlagged: false }) as const;

describe('records that are somebody’s by name alone', () => {
  it.each<[string, RecordMatch<StaffId>, string | undefined]>([
    ['are doubted when several have the name', doubt('several-with-name'), 'doubtful'],
    ['are doubted when somebody else has the number', doubt('number-of-someone-else'), 'doubtful'],
    ['go to who has both the number and the name', found(other, 'number-and-name'), 'matched'],
    ['stay while nobody else has the name', found(one, 'name-alone'), undefined],
    ['stay with who has their number by now', found(one, 'number-and-name'), undefined],
    ['stay when the person took another name', doubt('name-only-alike'), undefined],
    ['stay when nobody has the name any more', { kind: 'unmatched', reason: 'nobody-alike' }, undefined],
    ['stay when somebody else has the name alone', found(other, 'name-alone'), undefined],
  ])('%s', (_, match, state) => {
    expect(overtakenBy(one, match)?.state).toBe(state);
  });
});

describe('a namesake who joins the roster', () => {
  let app: TestApp;
  let agency: AgencyForTests;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    agency = await anAgency(app.databases);
    await importRosterFile(app.deps, who(), roster('0101,Example,Alex', '0102,Sample,Jordan'));
  });

  const who = () => ({ agency: agency.agency, person: agency.coordinator.id });
  const roster = (...lines: readonly string[]) =>
    ['Emp #,Last Name,First Name,Rank', ...lines.map((line) => `${line},Officer`)].join('\n');
  const bring = (...lines: readonly string[]) =>
    importTrainingFile(
      app.deps,
      who(),
      ['Employee ID,Last Name,First Name,Course,Hours,Completed', ...lines].join('\n'),
    );
  const cit = (number: string, name: string, on = '2024-05-10') => `${number},${name},CIT,40,${on}`;
  const kept = () =>
    asOwner<{ number: string; match: string; why: string; holder: string | null; candidates: number }>(
      app.ownerUrl,
      `select r.employee_number as number, r.match, r.match_reason as why, m.employee_number as holder,
        coalesce(jsonb_array_length(r.candidates), 0) as candidates, r.person_key
       from training_record r left join staff_member m on m.agency_id = r.agency_id and m.id = r.staff_id
       where r.agency_id = $1 order by r.import_row`,
      [agency.agency.id],
    );
  const facts = (family: string, given: string, employeeNumber: string): StaffFactSheet => ({
    name: { family, given, middle: '', suffix: '' },
    employeeNumber,
    badge: '',
    kind: 'sworn',
    rank: 'Officer',
    unit: '',
    shift: '',
    email: '',
  });

  it('by a roster makes the records matched by name wait, with both as candidates', async () => {
    await bring(cit('', 'Example,Alex'), cit('0101', 'Example,Alex'), cit('', 'Sample,Jordan'));
    await importRosterFile(
      app.deps,
      who(),
      roster('0101,Example,Alex', '0102,Sample,Jordan', '0103,Example,Alex'),
    );
    expect(await kept()).toMatchObject([
      { match: 'doubtful', why: 'several-with-name', holder: null, candidates: 2 },
      { match: 'matched', why: 'number-and-name', holder: '0101' },
      { match: 'matched', why: 'name-alone', holder: '0102' },
    ]);
  });

  it('and goes again, when that import is undone, leaves them to who had them', async () => {
    await bring(cit('', 'Example,Alex'));
    await importRosterFile(app.deps, who(), roster('0101,Example,Alex', '0103,Example,Alex'));
    const [latest] = await asOwner<{ id: string }>(
      app.ownerUrl,
      `select id from file_import where agency_id = $1 and subject = 'roster' order by committed_at desc limit 1`,
      [agency.agency.id],
    );
    expect((await undoImport(app.deps, who(), rosterImport, latest?.id ?? '')).ok).toBe(true);
    expect(await kept()).toMatchObject([{ match: 'matched', why: 'name-alone', holder: '0101' }]);
  });

  it('by hand, or by a new name, does the same', async () => {
    await bring(cit('', 'Example,Alex'), cit('', 'Sample,Jordan'));
    const of = agency.agency.id;
    const { id } = await agency.as((tx) => addPersonByHand(tx, of, facts('Example', 'Alex', '0200')));
    expect((await kept()).map(({ match }) => match)).toEqual(['doubtful', 'matched']);
    await agency.as((tx) => changePersonByHand(tx, of, id, facts('Sample', 'Jordan', '0200')));
    expect((await kept()).map(({ match, holder }) => [match, holder])).toEqual([
      ['matched', '0101'],
      ['doubtful', null],
    ]);
  });

  it('with the very number that the records give takes them over', async () => {
    await bring(cit('0777', 'Example,Alex'));
    expect(await kept()).toMatchObject([
      { match: 'flagged', why: 'name-with-number-changed', holder: '0101' },
    ]);
    await agency.as((tx) => addPersonByHand(tx, agency.agency.id, facts('Example', 'Alex', '0777')));
    expect(await kept()).toMatchObject([{ match: 'matched', why: 'number-and-name', holder: '0777' }]);
  });

  it('changes nothing about what somebody said by hand', async () => {
    await bring(cit('0777', 'Marsh,Robin'));
    const [record] = await asOwner<{ key: string; staff: string }>(
      app.ownerUrl,
      `select r.person_key as key, m.id as staff from training_record r, staff_member m
       where r.agency_id = $1 and m.agency_id = $1 and m.employee_number = '0101'`,
      [agency.agency.id],
    );
    const { id } = agency.agency;
    const by = agency.coordinator.id;
    await agency.as((tx) => matchByHand(tx, id, record?.key ?? '', record?.staff ?? '', by));
    await agency.as((tx) => addPersonByHand(tx, id, facts('Marsh', 'Robin', '0777')));
    expect(await kept()).toMatchObject([{ match: 'by-hand', holder: '0101' }]);
  });
});
