import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { importAsShown } from '../testing/shown-plan.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';

let app: TestApp;
let agency: AgencyForTests;
let cookie: string;
let base: string;
let home: string;
beforeAll(async () => {
  app = await createTestApp({ now: () => new Date('2026-03-05T18:00:00Z') });
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await anAgency(app.databases);
  cookie = await app.signIn(agency.coordinator.email);
  home = `/workspace/${agency.agency.slug}`;
  base = `${home}/roster`;
});

const january = `Emp #,Last Name,First Name,Rank
0101,Example,Alex,Officer
0102,Sample,Jordan,Sgt.
`;
const asProposed = {
  'column-0': 'employeeNumber',
  'column-1': 'familyName',
  'column-2': 'givenName',
  'column-3': 'rank',
};

const locationOf = (answer: Response) => answer.headers.get('location') ?? '';
const pageAt = async (path: string) => (await (await app.get(path, cookie)).text()).replaceAll('&#39;', '’');

async function upload(content: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([content]), 'roster.csv');
  return locationOf(await app.post(`${base}/import`, form, cookie));
}

async function planned(content: string): Promise<string> {
  const next = await upload(content);
  return next.endsWith('/columns') ? locationOf(await app.post(next, asProposed, cookie)) : next;
}

async function imported(content: string): Promise<string> {
  const changes = await planned(content);
  await importAsShown(app, changes, cookie);
  return changes;
}

it('the list says when a file was read and imported, and by whom', async () => {
  await imported(january);
  const page = await pageAt(`${base}/imports`);
  expect(page).toMatch(/[A-Z][a-z]+ \d+, \d{4}, \d+:\d\d [AP]M/);
  expect(page).toMatch(new RegExp(`Imported on [^<]*[AP]M by ${agency.coordinator.name}`));
});

it('an import that waits can be deleted from the list, and one that is over can’t', async () => {
  const kept = await imported(january);
  const open = await planned(january.replace('Officer', 'Corporal'));
  const page = await pageAt(`${base}/imports`);
  expect(page).toContain(`action="${open}/discard"`);
  expect(page).not.toContain(`action="${kept}/discard"`);
  const plan = /name="plan" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const list = `${base}/imports?done=discarded`;
  expect(locationOf(await app.post(`${open}/discard`, { plan, from: 'list' }, cookie))).toBe(list);
  const after = await pageAt(list);
  expect(after).toContain('its file is deleted');
  expect(after).not.toContain('Waiting for you');
});

it('work under way is said to be under way, and can’t be deleted meanwhile', async () => {
  const open = (await upload(january)).replace(/\/columns$/, '');
  await asOwner(
    app.ownerUrl,
    `insert into job (agency_id, kind, subject_id, state, asked_by, asked_at, claimed_until)
     values ($1, 'roster-plan', $2, 'working', $3, now() + interval '1 hour', now() + interval '1 hour')`,
    [agency.agency.id, open.split('/').at(-1), agency.coordinator.id],
  );
  const page = await pageAt(`${base}/imports`);
  expect(page).toContain('Being read now');
  expect(page).not.toContain('Waiting for you to check the columns');
  expect(page).not.toContain('/discard');
  await asOwner(app.ownerUrl, 'delete from job where agency_id = $1', [agency.agency.id]);
});

it('undoing is offered as long as it can be done; then the page says what stands in the way', async () => {
  const first = await imported(january);
  expect(await pageAt(first)).toContain('Undo this import');
  await imported(january.replace('Sgt.', 'Lieutenant'));
  const page = await pageAt(first);
  expect(page).not.toContain('Undo this import');
  expect(page).toContain('can’t be undone any more: something newer was recorded for Jordan Sample');
  expect((await app.post(`${first}/undo`, {}, cookie)).status).toBe(422);
});

it('the same file again is said to be the same, and there is nothing to import', async () => {
  const printed = `${january}Total,2,,
`;
  const first = await imported(printed);
  const again = await pageAt(await planned(printed));
  expect(again).toContain('This same file was imported before, on');
  expect(again).toContain(`href="${first}"`);
  expect(again).toContain('Back to Roster');
  expect(again).not.toContain('Import these changes');
  const other = await pageAt(await planned(january.replace('Officer', 'Corporal')));
  expect(other).not.toContain('This same file');
  expect(other).toContain('Import these changes');
});

it('the kept file of an import is downloaded by who may import, and that is written down', async () => {
  const changes = await imported(january);
  expect(await pageAt(changes)).toContain(`href="${changes}/file"`);
  const answer = await app.get(`${changes}/file`, cookie);
  expect(answer.headers.get('content-disposition')).toContain('attachment; filename="roster.csv"');
  expect(await answer.text()).toBe(january);
  expect(await pageAt(home)).toContain('An imported roster file was downloaded');
});

it('the kept file has no column that nobody may keep, and is not given out before those are gone', async () => {
  const changes = await planned(
    january
      .replace(/\n(?=.)/g, ',123-45-6789\n')
      .replace('Rank,123-45-6789', 'Rank,SSN')
      .replace('Sgt.\n', 'Sgt.,123-45-6780\n'),
  );
  expect((await app.get(`${changes}/file`, cookie)).status).toBe(404);
  await importAsShown(app, changes, cookie);
  expect(await pageAt(changes)).toContain('without the columns that nobody may keep');
  const content = await (await app.get(`${changes}/file`, cookie)).text();
  expect(content).toContain('0101,Example,Alex,Officer,');
  expect(content).not.toContain('123-45');
});

it('the kept file of another agency is not there', async () => {
  const changes = await imported(january);
  const other = await anAgency(app.databases);
  const stranger = await app.signIn(other.coordinator.email);
  const path = changes.replace(agency.agency.slug, other.agency.slug);
  expect((await app.get(`${path}/file`, stranger)).status).toBe(404);
});
