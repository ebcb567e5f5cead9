import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { importAsShown } from '../testing/shown-plan.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

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

const locationOf = (answer: Response) => answer.headers.get('location') ?? '';

/** The address of an import as it is planned, with its columns as they were proposed. */
async function planned(section: 'roster' | 'training', content: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([content]), `${section}.csv`);
  const next = locationOf(await app.post(`${home}/${section}/import`, form, cookie));
  if (!next.endsWith('/columns')) return next;
  const page = await (await app.get(next, cookie)).text();
  const fields = [...page.matchAll(/<select[^>]*name="(column-\d+)"[\s\S]*?<\/select>/g)].map(
    ([select, name]) => [name ?? '', /value="(\w*)" selected/.exec(select)?.[1] ?? ''] as const,
  );
  return locationOf(await app.post(next, Object.fromEntries(fields), cookie));
}

const rows = async (changes: string, query: string) => {
  const answer = await app.get(`${changes}/rows.csv?${query}`, cookie);
  expect(answer.status).toBe(200);
  return (await answer.text()).split('\r\n').slice(1, -1);
};

const january = `Emp #,Last Name,First Name,Rank,Unit
0101,Example,Alex,Officer,Patrol
0102,Sample,Jordan,Sgt.,=Patrol
,REDACTED,,Officer,Patrol
Total,3,,,
`;

it('the rows of a roster that were refused can be downloaded with the reason of each', async () => {
  const changes = await planned('roster', january);
  const refused = await rows(changes, 'show=refused');
  expect(refused).toEqual([
    expect.stringMatching(/^4,Rows not used,.*,redacted,The name is blacked out\.,$/),
    expect.stringMatching(/^5,Rows not used,.*,total,A totals row\.,$/),
  ]);
});

it('the rows of an import come as a workbook too', async () => {
  const changes = await planned('roster', january);
  const answer = await app.get(`${changes}/rows.xlsx?show=added`, cookie);
  const sheet = read(await answer.arrayBuffer()).Sheets.Rows;
  expect(utils.sheet_to_json(sheet ?? {})).toEqual([
    expect.objectContaining({ Row: 2, 'Employee number': '0101', 'What happens': 'New people' }),
    expect.objectContaining({ Row: 3, 'Employee number': '0102', Unit: '=Patrol' }),
  ]);
});

it('what changes can be downloaded, with what was searched for, and without formulas', async () => {
  const first = await planned('roster', january);
  expect(await rows(first, 'show=added&search=samp')).toEqual([
    "3,New people,0102,,Sample,Jordan,,,,Sergeant,Sgt.,Sworn,'=Patrol,,,,,,,,",
  ]);
  await importAsShown(app, first, cookie);
  const second = await planned('roster', january.replace('Officer,Patrol', 'Officer,Traffic'));
  expect(await rows(second, 'show=changed')).toEqual([expect.stringContaining('Unit: Patrol → Traffic')]);
});

it('the lines of a training file tell what becomes of them', async () => {
  await importAsShown(app, await planned('roster', january), cookie);
  const changes = await planned(
    'training',
    `Employee ID,Last Name,First Name,Course Title,Hours,Completion Date,Status
0101,Example,Alex,Crisis Intervention Team (CIT),40,2024-05-10,Passed
0101,,,Crisis Intervention Team (CIT),40,2024-05-10,Passed
`,
  );
  expect(await rows(changes, 'show=new')).toEqual([
    expect.stringMatching(/^2,0101,Example,Alex,.*Counts as advanced.*Number and name agree\./),
  ]);
  expect(await rows(changes, 'show=refused')).toEqual([
    expect.stringMatching(/^3,.*,nameless,"This row names no person\./),
  ]);
});

it('the list shown offers its download, which is written down', async () => {
  const changes = await planned('roster', january);
  const page = await (await app.get(`${changes}?show=added&search=samp`, cookie)).text();
  expect(page).toContain(`href="${changes}/rows.csv?show=added&amp;search=samp"`);
  const answer = await app.get(`${changes}/rows.csv?show=added`, cookie);
  expect(answer.headers.get('content-disposition')).toContain(
    `filename="${agency.agency.slug}-roster-import-added-2026-03-05.csv"`,
  );
  expect(await (await app.get(home, cookie)).text()).toContain(
    'Rows of an imported roster file were downloaded',
  );
});

it('rows of a kind that does not exist are not found, nor those of another agency', async () => {
  const changes = await planned('roster', january);
  expect((await app.get(`${changes}/rows.csv?show=everything`, cookie)).status).toBe(404);
  const other = await anAgency(app.databases);
  const path = changes.replace(agency.agency.slug, other.agency.slug);
  const foreign = await app.signIn(other.coordinator.email);
  expect((await app.get(`${path}/rows.csv?show=added`, foreign)).status).toBe(404);
});

it('the rows to look at are counted, listed and downloaded like a kind of their own', async () => {
  const changes = await planned(
    'roster',
    `Emp #,Last Name,First Name,Rank,Hire Date
0101,Example,Alex,Officer,5/4/2014
0102,Sample,Jordan,Officer,14/45/2015
0103,Fictional,Riley,Officer,13/45/2015
`,
  );
  const page = await (await app.get(`${changes}?show=to-look-at`, cookie)).text();
  expect(page).toMatch(/show=to-look-at"[^>]*aria-current="true"[^>]*>To look at: <strong>2<\/strong>/);
  expect(page).toContain('To look at: 2</h2>');
  expect(page).not.toContain('Example, Alex');
  expect(page).toContain(`href="${changes}/rows.csv?show=to-look-at"`);
  expect(await rows(changes, 'show=to-look-at')).toEqual([
    expect.stringMatching(/^3,New people,0102,/),
    expect.stringMatching(/^4,New people,0103,/),
  ]);
  expect(await rows(changes, 'show=to-look-at&search=riley')).toHaveLength(1);
});
