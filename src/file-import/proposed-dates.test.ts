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

const enter = (changes: string, row: number, field: string, day: string) =>
  app.post(`${changes}/dates`, { rows: String(row), field, [`day-${row}-${field}`]: day }, cookie);

const leave = (changes: string, row: number, field: string) =>
  app.post(`${changes}/dates`, { rows: String(row), field, take: 'no' }, cookie);

const noteOf = async (row: number) =>
  (
    await asOwner<{ notes: unknown }>(
      app.ownerUrl,
      'select notes from training_record where agency_id = $1 and import_row = $2',
      [agency.agency.id, row],
    )
  )[0]?.notes;

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
  expect(await pageAt(changes)).toContain('3 dates cannot be used as they are written');
  const dates = await pageAt(`${changes}/dates`);
  expect(dates).toContain('Example, Alex Date completed 2O24-05-10 May 10, 2024 Left out');
  expect(dates).toContain('Use all 2 proposed dates');
  expect(dates).toContain('13/45/2022 We do not know Left out Enter the date');

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

const aheadRoster = roster.replace('Febuary 3 2016', '3/3/2041');

it('a hire date that means no day is typed, taken back, and used only when the file is imported', async () => {
  const changes = await planned('roster', aheadRoster);
  const listed = await pageAt(`${changes}/dates`);
  expect(listed).toContain('02/30/2015 We do not know Left out Enter the date');
  expect(listed).toContain('3/3/2041 We do not know Left out Enter the date');
  expect(listed).toContain('Use the proposed date');

  expect(locationOf(await enter(changes, 3, 'hiredOn', '2/28/2015'))).toBe(`${changes}/dates?done=dates`);
  await enter(changes, 4, 'hiredOn', '3/3/2014');
  expect(await pageAt(`${changes}/dates`)).toContain('February 28, 2015, as you entered it');
  await leave(changes, 3, 'hiredOn');
  expect(await pageAt(`${changes}/dates`)).not.toContain('February 28, 2015');
  expect(await hires()).toEqual([]);

  await importAsShown(app, changes, cookie);
  expect((await hires()).map(({ hired_on }) => hired_on)).toEqual([null, null, '2014-03-03']);
});

it.each([
  ['2/30/2015', 'Enter a real day, such as 3/5/2024'],
  ['', 'Enter a real day, such as 3/5/2024'],
  ['3/6/2026', 'Enter a day that is not in the future'],
])('“%s” typed for a date is refused with what to do, and kept', async (typed, instruction) => {
  const changes = await planned('roster', roster);
  const answer = await enter(changes, 3, 'hiredOn', typed);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('href="#field-day-3-hiredOn"');
  expect(page).toContain(instruction);
  expect(page).toContain(`value="${typed}"`);
  expect(await pageAt(`${changes}/dates`)).not.toContain('as you entered it');
});

it('a field that the file can not have is not typed', async () => {
  const changes = await planned('roster', roster);
  expect(locationOf(await enter(changes, 3, 'constructor', '2/28/2015'))).toBe(changes);
});

it('a completion is typed once: its text is kept, and next month it is taken as was said before', async () => {
  await importAsShown(app, await planned('roster', roster), cookie);
  const changes = await planned('training', records);
  await enter(changes, 4, 'completedOn', '12/15/2022');
  await take(changes, '2');
  await importAsShown(app, changes, cookie);
  expect(await completions()).toMatchObject([
    { row: 2, completed_on: '2024-05-10', verdict: 'counts' },
    { row: 3, completed_on: null },
    { row: 4, completed_on: '2022-12-15' },
  ]);
  expect(await noteOf(4)).toEqual([
    { code: 'date-taken', field: 'completedOn', text: '13/45/2022', date: '2022-12-15' },
  ]);

  const next = await planned('training', `${records}0102,Sample,Jordan,Firearms,8,13/45/2022,Passed\n`);
  expect(await pageAt(next)).toContain('2 dates cannot be used as they are written');
  expect(await pageAt(next)).toContain('2 dates are taken as you said before.');
  const dates = await pageAt(`${next}/dates`);
  expect(dates).toContain('May 10, 2024, taken as you said before');
  expect(dates).toContain('December 15, 2022, taken as you said before');
  // Of another person, and of another course, nothing was said.
  expect(dates).toContain('Sample, Jordan Date completed 13/45/2022 We do not know Left out');
  expect(await pageAt(next)).toContain('Here already: 3');
});

it('a hire date is not asked again, unless what was said is taken back', async () => {
  const first = await planned('roster', roster);
  await enter(first, 3, 'hiredOn', '2/28/2015');
  await take(first, 'all');
  await importAsShown(app, first, cookie);
  const said = ['2014-01-05', '2015-02-28', '2016-02-03'];
  expect((await hires()).map(({ hired_on }) => hired_on)).toEqual(said);

  const second = await planned('roster', `${roster}0104,Invented,Casey,Officer,1/5/2014\n`);
  const page = await pageAt(second);
  expect(page).toContain('3 dates are taken as you said before');
  expect(page).not.toContain('cannot be used as');
  await leave(second, 3, 'hiredOn');
  expect(await pageAt(`${second}/dates`)).toContain('02/30/2015 We do not know Left out Enter the date');
  await importAsShown(app, second, cookie);

  const third = await planned('roster', `${roster}0104,Invented,Casey,Sergeant,1/5/2014\n`);
  expect(await pageAt(third)).toContain('1 date cannot be used as it is written');
  expect(await pageAt(third)).toContain('2 dates are taken as you said before.');
});

it('what was said stays when the import is undone, and is nobody else’s', async () => {
  const first = await planned('roster', roster);
  await enter(first, 3, 'hiredOn', '2/28/2015');
  await importAsShown(app, first, cookie);
  await app.post(`${first}/undo`, {}, cookie);
  expect(await hires()).toEqual([]);
  const again = await planned('roster', roster);
  expect(await pageAt(`${again}/dates`)).toContain('February 28, 2015, taken as you said before');

  const other = await anAgency(app.databases);
  cookie = await app.signIn(other.coordinator.email);
  home = `/workspace/${other.agency.slug}`;
  const theirs = await planned('roster', roster);
  expect(await pageAt(`${theirs}/dates`)).not.toContain('as you said before');
});

it('what was typed for an import that is given up is not remembered', async () => {
  const first = await planned('roster', roster);
  await enter(first, 3, 'hiredOn', '2/28/2015');
  const again = await planned('roster', roster);
  expect(await pageAt(`${again}/dates`)).not.toContain('as you said before');
});

it('one text that was said to mean two days of a person’s class is asked again', async () => {
  await importAsShown(app, await planned('roster', roster), cookie);
  const twice = `${records}0103,Fictional,Riley,Crisis Intervention Team (CIT),8,13/45/2022,Passed\n`;
  const changes = await planned('training', twice);
  await enter(changes, 4, 'completedOn', '12/15/2022');
  await enter(changes, 5, 'completedOn', '12/16/2022');
  await importAsShown(app, changes, cookie);
  const again = await planned('training', twice);
  expect(await pageAt(`${again}/dates`)).not.toContain('as you said before');
});
