import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { importAsShown } from '../testing/shown-plan.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';

let app: TestApp;
let agency: AgencyForTests;
let cookie: string;
let home: string;
beforeAll(async () => {
  app = await createTestApp({ now: () => new Date('2026-03-05T18:00:00Z') });
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await anAgency(app.databases);
  cookie = await app.signIn(agency.coordinator.email);
  home = `/workspace/${agency.agency.slug}`;
});

const roster = `Emp #,Last Name,First Name,Rank,Hire Date
0101,Example,Alex,Officer,1/5/2O14
0102,Sample,Jordan,Officer,02/30/2015
0103,Fictional,Riley,Officer,Febuary 3 2016
`;

const records = `Employee ID,Last Name,First Name,Course Title,Hours,Completion Date,Status
0101,Example,Alex,Crisis Intervention Team (CIT),40,2O24-05-10,Passed
0102,Sample,Jordan,Crisis Intervention Team (CIT),40,1/5/20244,Passed
0103,Fictional,Riley,Crisis Intervention Team (CIT),40,13/45/2022,Passed
`;

const locationOf = (answer: Response) => answer.headers.get('location') ?? '';
const pageAt = async (path: string) =>
  (await (await app.get(path, cookie)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** Uploads a file, says its columns are as proposed, and answers where its changes are. */
async function planned(section: 'roster' | 'training', content: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([content]), `${section}.csv`);
  const uploaded = locationOf(await app.post(`${home}/${section}/import`, form, cookie));
  if (!uploaded.endsWith('/columns')) return uploaded;
  const page = await (await app.get(uploaded, cookie)).text();
  const chosen = [...page.matchAll(/<select[^>]*name="(column-\d+)"[\s\S]*?<\/select>/g)].map(
    ([select, name]) => [name, /value="([^"]*)" selected/.exec(select)?.[1] ?? ''],
  );
  return locationOf(await app.post(uploaded, Object.fromEntries(chosen), cookie));
}

const take = async (changes: string, rows: string, yes = true) =>
  locationOf(await app.post(`${changes}/dates`, { rows, take: yes ? 'yes' : 'no' }, cookie));

const hires = () =>
  asOwner<{ employee_number: string; hired_on: string | null }>(
    app.ownerUrl,
    `select employee_number, hired_on::text from staff_member where agency_id = $1 order by 1`,
    [agency.agency.id],
  );

const completions = () =>
  asOwner<{ row: number; completed_on: string | null; verdict: string }>(
    app.ownerUrl,
    `select import_row as row, completed_on::text, verdict from training_record where agency_id = $1 order by 1`,
    [agency.agency.id],
  );

it('a date with a typo is used once somebody agrees to what it may mean, and only when the file is imported', async () => {
  await importAsShown(app, await planned('roster', roster), cookie);
  const changes = await planned('training', records);
  expect(await pageAt(changes)).toContain('2 dates are written with a typo');
  const dates = await pageAt(`${changes}/dates`);
  expect(dates).toContain('Example, Alex Date completed 2O24-05-10 May 10, 2024 Left out');
  expect(dates).toContain('Use all 2 proposed dates');
  expect(dates).not.toContain('13/45/2022');

  expect(await take(changes, '2')).toBe(`${changes}/dates?done=dates`);
  expect(await pageAt(`${changes}/dates`)).toContain('May 10, 2024 Used');
  expect(await pageAt(changes)).toContain('You use the proposed dates of 1 row.');
  expect(await completions()).toEqual([]);

  await importAsShown(app, changes, cookie);
  expect(await completions()).toEqual([
    { row: 2, completed_on: '2024-05-10', verdict: 'counts' },
    { row: 3, completed_on: null, verdict: 'doubtful' },
    { row: 4, completed_on: null, verdict: 'doubtful' },
  ]);
});

it('all proposed dates are taken at once, and one of them is left out again', async () => {
  const changes = await planned('roster', roster);
  await take(changes, 'all');
  expect(await pageAt(`${changes}/dates`)).toContain('You use all the proposed dates.');
  await take(changes, '4', false);
  expect(await pageAt(`${changes}/dates`)).toContain('all the proposed dates but those of 1 row.');
  await importAsShown(app, changes, cookie);
  expect(await hires()).toEqual([
    { employee_number: '0101', hired_on: '2014-01-05' },
    { employee_number: '0102', hired_on: null },
    { employee_number: '0103', hired_on: null },
  ]);
});

it('leaving all out again imports the file as it is written', async () => {
  const changes = await planned('roster', roster);
  await take(changes, 'all');
  await take(changes, 'all', false);
  expect(await pageAt(`${changes}/dates`)).not.toContain('Used');
  await importAsShown(app, changes, cookie);
  expect((await hires()).map(({ hired_on }) => hired_on)).toEqual([null, null, null]);
});

it('the dates are searched by name and by what is written', async () => {
  const changes = await planned('roster', roster);
  const byName = await pageAt(`${changes}/dates?search=riley`);
  expect(byName).toContain('Febuary 3 2016');
  expect(byName).not.toContain('1/5/2O14');
  expect(await pageAt(`${changes}/dates?search=1/5/2O14`)).not.toContain('Febuary');
});

it('a file with a date that was taken changes nothing when it comes again, with the typo or put right', async () => {
  await importAsShown(app, await planned('roster', roster), cookie);
  const changes = await planned('training', records);
  await take(changes, 'all');
  await importAsShown(app, changes, cookie);
  const again = await planned('training', records);
  expect(await pageAt(again)).toContain('Here already: 3');
  await take(again, 'all');
  expect(await pageAt(again)).toContain('Here already: 3');
  const putRight = await planned('training', records.replace('2O24', '2024').replace('20244', '2024'));
  expect(await pageAt(putRight)).toContain('Here already: 3');
});

it('a line with a typo and the same line put right are one record', async () => {
  await importAsShown(app, await planned('roster', roster), cookie);
  const [head, first] = records.split('\n');
  const lines = [head, first, first?.replace('2O24', '2024'), first?.replace('2O24', '2o24'), ''];
  const changes = await planned('training', lines.join('\n'));
  expect(await pageAt(changes)).toContain('New records: 3');
  await take(changes, 'all');
  expect(await pageAt(changes)).toContain('New records: 1');
  expect(await pageAt(`${changes}?show=here`)).toContain('This row says the same as row 3.');
});

it('nothing is said of dates once the file is imported', async () => {
  const changes = await planned('roster', roster);
  await importAsShown(app, changes, cookie);
  expect(locationOf(await app.get(`${changes}/dates`, cookie))).toBe(changes);
  expect(await take(changes, 'all')).toBe(changes);
  expect((await hires()).map(({ hired_on }) => hired_on)).toEqual([null, null, null]);
});
