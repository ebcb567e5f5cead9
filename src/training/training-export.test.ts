import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addStaffMember, listAllStaff } from '../roster/roster-actions.ts';
import { type AgencyForTests, aMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { importTrainingFile, planTrainingFile } from '../testing/training-file.ts';
import { removeRecord } from './person-training-actions.ts';
import { listRecordsOfPerson } from './record-store.ts';

let app: TestApp;
let agency: AgencyForTests;
let cookie: string;
let base: string;
beforeAll(async () => {
  app = await createTestApp({ now: () => new Date('2026-03-05T18:00:00Z') });
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await anAgency(app.databases);
  cookie = await app.signIn(agency.coordinator.email);
  base = `/workspace/${agency.agency.slug}/training`;
  await agency.as(async (tx) => {
    for (const [number, family, kind] of people) {
      await addStaffMember(tx, agency.agency.id, {
        name: { family, given: 'Alex', middle: '', suffix: '' },
        employeeNumber: number,
        badge: '',
        kind,
        category: kind === 'sworn' ? undefined : 'chaplain',
        rank: kind === 'sworn' ? 'Officer' : 'Chaplain',
        unit: 'Patrol',
        shift: '',
        email: '',
      });
    }
  });
});

const people = [
  ['0101', 'Example', 'sworn'],
  ['0102', 'Sample', 'sworn'],
  ['0103', 'Fictional', 'sworn'],
  ['0104', 'Outside', 'non-sworn'],
] as const;

const transcript = `Employee ID,Last Name,First Name,Course Title,Hours,Completion Date,Status,Provider
0101,Example,Alex,Crisis Intervention Team (CIT),40,2024-05-10,Passed,State Academy
0102,Sample,Alex,Mental Health First Aid for Public Safety,8,2023-06-01,Passed,National Council
0102,Sample,Alex,Firearms Requalification,4,2025-01-15,Passed,Range
0999,Nobody,Robin,Crisis Intervention Team (CIT),40,2024-05-10,Passed,State Academy
`;

const who = () => ({ agency: agency.agency, person: agency.coordinator.id });
type Line = Readonly<Record<string, unknown>>;

async function linesOf(path: string): Promise<readonly Line[]> {
  const answer = await app.get(`${base}/${path}`, cookie);
  expect(answer.status).toBe(200);
  const book = read(await answer.arrayBuffer(), { raw: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return utils.sheet_to_json<Line>(sheet ?? {}, { defval: '' });
}

describe('downloading training records', () => {
  it('tells of every record what it counts as, why, whose it is and where it came from', async () => {
    await importTrainingFile(app.deps, who(), transcript);
    const lines = await linesOf('records.csv');
    expect(lines).toEqual([
      expect.objectContaining({
        'Employee number': '0101',
        Course: 'Crisis Intervention Team (CIT)',
        Hours: '40',
        'Date completed': '2024-05-10',
        'Belongs to': 'Example, Alex',
        'Counts as': 'Advanced',
        Why: expect.stringMatching(/^Counts as advanced.*40 of 40 hours, passed/),
        'From file': 'training.csv',
        'In row': '2',
      }),
      expect.objectContaining({ 'Belongs to': 'Sample, Alex', 'Counts as': 'Does not count' }),
      expect.objectContaining({
        'Belongs to': 'Sample, Alex',
        'Counts as': 'Base',
        'Counts until': '2026-06-01',
      }),
      expect.objectContaining({
        'Last name': 'Nobody',
        'Belongs to': '',
        'Counts as': 'Waits for its person',
        'How it was matched': 'Nobody on the roster has this name or one like it.',
      }),
    ]);
  });

  it('adds the days of one class up, and counts them once', async () => {
    const days = ['04', '05', '06', '07', '08'].map(
      (day) => `0103,Fictional,Alex,Crisis Intervention Team (CIT),8,2024-03-${day},Passed,Academy\n`,
    );
    await importTrainingFile(app.deps, who(), `${transcript.split('\n')[0]}\n${days.join('')}`);
    const lines = await linesOf('records.csv');
    expect(lines.map((line) => line['Counts as']).sort()).toEqual([
      'Advanced',
      ...Array.from({ length: 4 }, () => 'Part of a longer class'),
    ]);
    expect(lines[0]?.Why).toContain('added up from 5 rows');
  });

  it('says that and why a record was removed', async () => {
    await importTrainingFile(app.deps, who(), transcript);
    await agency.as(async (tx) => {
      const staff = await listAllStaff(tx, agency.agency.id);
      const alex = staff.find(({ employeeNumber }) => employeeNumber === '0101');
      const [record] = alex ? await listRecordsOfPerson(tx, agency.agency.id, alex.id) : [];
      if (!alex || !record) throw new Error('The record is not there.');
      await removeRecord(tx, agency.agency.id, alex.id, record.id, 'Another Alex', agency.coordinator.id);
    });
    const [line] = await linesOf('records.xlsx');
    expect(line).toMatchObject({ 'Counts as': 'Removed', Why: 'Removed: Another Alex' });
  });

  it.each(['csv', 'xlsx'])('gives a file (%s) in which our own import finds nothing new', async (format) => {
    await importTrainingFile(app.deps, who(), transcript);
    const answer = await app.get(`${base}/records.${format}`, cookie);
    const { report } = await planTrainingFile(app.deps, who(), new Uint8Array(await answer.arrayBuffer()));
    expect(report.counts).toEqual({ new: 0, review: 0, refused: 0, here: 4 });
  });
});

describe('downloading who is trained', () => {
  it('tells where everybody who is counted stands, what proves it and what ends soon', async () => {
    await importTrainingFile(app.deps, who(), transcript);
    expect(await linesOf('coverage.csv')).toEqual([
      expect.objectContaining({
        'Last name': 'Example',
        'Counts as': 'Advanced',
        'Proven by': 'Crisis Intervention Team (CIT)',
        Completed: '2024-05-10',
        'Ends within 180 days': '',
        'From file': 'training.csv',
        'In row': '2',
        'As of': '2026-03-05',
      }),
      expect.objectContaining({ 'Last name': 'Fictional', 'Counts as': 'Not trained', 'Proven by': '' }),
      expect.objectContaining({
        'Last name': 'Sample',
        'Counts as': 'Base',
        'Valid until': '2026-06-01',
        'Ends within 180 days': 'Yes',
      }),
    ]);
  });

  it('keeps to the day, the rules and the people asked for', async () => {
    await importTrainingFile(app.deps, who(), transcript);
    const names = async (query: string) =>
      (await linesOf(`coverage.csv?${query}`)).map((line) => `${line['Last name']}: ${line['Counts as']}`);
    expect(await names('day=2027-01-01')).toContain('Sample: Not trained');
    expect(await names('day=2024-01-01')).toContain('Example: Not trained');
    expect(await names('rules=2016')).toContain('Example: Advanced, base course missing');
    expect(await names('standing=base')).toEqual(['Sample: Base']);
    expect(await names('search=fict')).toEqual(['Fictional: Not trained']);
    const wrong = await app.get(`${base}/coverage.csv?day=someday`, cookie);
    expect(wrong.headers.get('location')).toBe(`${base}?day=someday`);
  });

  it('counts the same people as the page does', async () => {
    await importTrainingFile(app.deps, who(), transcript);
    const page = await (await app.get(`${base}/people?standing=untrained`, cookie)).text();
    expect(page).toContain(`href="${base}/coverage.csv?day=2026-03-05&amp;standing=untrained"`);
    expect(await linesOf('coverage.csv?day=2026-03-05&standing=untrained')).toHaveLength(1);
    expect(page).toContain('Not trained yet: 1');
  });
});

it('downloads of training are written down, and are for those who may see it', async () => {
  await linesOf('records.csv');
  await linesOf('coverage.csv');
  const home = await (await app.get(`/workspace/${agency.agency.slug}`, cookie)).text();
  expect(home).toContain('The training records were downloaded');
  expect(home).toContain('The list of who is trained was downloaded');
  const member = await aMember(app.databases, agency.agency.id, 'staff');
  const staffCookie = await app.signIn(member.email);
  for (const file of ['records.csv', 'coverage.xlsx'])
    expect((await app.get(`${base}/${file}`, staffCookie)).status).toBe(403);
});

it('more people than are read at once are each handed out once', async () => {
  await asOwner(
    app.ownerUrl,
    `insert into staff_member (agency_id, employee_number, family_name, given_name, kind, rank)
     select '${agency.agency.id}', 'n' || n, 'Many' || n % 7, 'Alex', 'sworn', 'Officer' from generate_series(1, 1100) n;
     insert into training_record (agency_id, id, staff_id, match, person_key, employee_number, family_name, given_name,
       middle_name, suffix, course_key, course_title, course_code, provider, result, verdict, program, why_code)
     select agency_id, gen_random_uuid(), id, 'matched', 'k', employee_number, family_name, given_name, '', '', 'x',
       'Firearms', '', '', '', 'does-not-count', 'none', 'other-course'
     from staff_member where agency_id = '${agency.agency.id}' and employee_number like 'n%'`,
  );
  const numbers = async (path: string) =>
    new Set((await linesOf(path)).map((line) => line['Employee number'])).size;
  expect(await numbers('coverage.csv')).toBe(1103);
  expect(await numbers('records.csv')).toBe(1100);
});
