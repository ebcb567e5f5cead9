import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { bookOf, bytesOf } from '../testing/sheetjs-file.ts';
import { importAsShown, shownPlan } from '../testing/shown-plan.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';

/** Two people at one import: what is done has to be what its page showed to whoever does it. */

let app: TestApp;
let agency: AgencyForTests;
let cookie: string;
let base: string;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await anAgency(app.databases);
  cookie = await app.signIn(agency.coordinator.email);
  base = `/workspace/${agency.agency.slug}/roster`;
});

const headings = ['Emp #', 'Last Name', 'First Name'];
const file = bytesOf(
  bookOf({ Patrol: [headings, ['1', 'Example', 'Alex']], Other: [headings, ['2', 'Sample', 'Jordan']] }),
);
const sworn = { defaultKind: 'sworn' };
const asProposed = {
  ...sworn,
  'column-0': 'employeeNumber',
  'column-1': 'familyName',
  'column-2': 'givenName',
};
const swapped = { ...sworn, 'column-0': 'employeeNumber', 'column-1': 'givenName', 'column-2': 'familyName' };

const locationOf = (answer: Response) => answer.headers.get('location') ?? '';
const pageAt = async (path: string) => (await app.get(path, cookie)).text();
const staff = () =>
  asOwner(app.ownerUrl, 'select family_name, given_name from staff_member where agency_id = $1', [
    agency.agency.id,
  ]);

async function planned(): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(file)]), 'roster.xlsx');
  const columns = locationOf(await app.post(`${base}/import`, form, cookie));
  return locationOf(await app.post(columns, asProposed, cookie));
}

async function refusedPage(answer: Response): Promise<string> {
  expect(answer.status).toBe(422);
  return answer.text();
}

it('a plan that somebody else made anew is not carried out for whoever looks at the former one', async () => {
  const changes = await planned();
  const seen = shownPlan(await pageAt(changes));
  await app.post(`${changes}/columns`, swapped, cookie);
  const page = await refusedPage(await app.post(`${changes}/commit`, seen, cookie));
  expect(page).toContain('The plan changed since you looked: the columns are read in another way.');
  expect(page).toContain('Alex, Example');
  expect(await staff()).toEqual([]);
  expect(locationOf(await app.post(`${changes}/commit`, shownPlan(page), cookie))).toBe(
    `${base}?done=imported`,
  );
  expect(await staff()).toEqual([{ family_name: 'Alex', given_name: 'Example' }]);
});

it.each([
  ['something said for the whole file', { ...asProposed, fullRoster: 'yes' }, 'said for the whole file'],
  ['a second planning of the same', asProposed, 'it was made again'],
])('%s makes the plan shown before stale', async (_what, columns, words) => {
  const changes = await planned();
  const seen = shownPlan(await pageAt(changes));
  await app.post(`${changes}/columns`, columns, cookie);
  expect(await refusedPage(await app.post(`${changes}/commit`, seen, cookie))).toContain(words);
  expect(await staff()).toEqual([]);
});

it('a plan is not carried out once another sheet was chosen', async () => {
  const changes = await planned();
  const seen = shownPlan(await pageAt(changes));
  await app.post(`${changes}/sheet`, { sheet: 'Other' }, cookie);
  const open = await refusedPage(await app.post(`${changes}/commit`, seen, cookie));
  expect(open).toContain('The plan changed since you looked');
  expect(open).toContain('Check how we read the file');
  await app.post(`${changes}/columns`, asProposed, cookie);
  expect(await refusedPage(await app.post(`${changes}/commit`, seen, cookie))).toContain(
    'another sheet is read',
  );
});

it('a person added in the meantime makes the plan anew, and its new page can be carried out', async () => {
  const changes = await planned();
  const seen = shownPlan(await pageAt(changes));
  await asOwner(
    app.ownerUrl,
    "insert into staff_member (agency_id, family_name, given_name, kind) values ($1, 'New', 'Riley', 'sworn')",
    [agency.agency.id],
  );
  const page = await refusedPage(await app.post(`${changes}/commit`, seen, cookie));
  expect(page).toContain('The plan changed since you looked: what is here was changed in the meantime.');
  expect((await app.post(`${changes}/commit`, shownPlan(page), cookie)).status).toBe(303);
});

it('a form that does not say which plan it shows carries nothing out', async () => {
  const changes = await planned();
  await refusedPage(await app.post(`${changes}/commit`, {}, cookie));
  expect(await staff()).toEqual([]);
});

it('what somebody else has planned since is not given up unseen', async () => {
  const changes = await planned();
  const seen = shownPlan(await pageAt(changes));
  await app.post(`${changes}/columns`, swapped, cookie);
  const page = await refusedPage(await app.post(`${changes}/discard`, seen, cookie));
  expect(page).toContain('The plan changed since you looked');
  expect(locationOf(await app.post(`${changes}/discard`, shownPlan(page), cookie))).toBe(
    `${base}?done=discarded`,
  );
});

it('giving up what was imported meanwhile is refused, and the page says that it is imported', async () => {
  const changes = await planned();
  const seen = shownPlan(await pageAt(changes));
  await importAsShown(app, changes, cookie);
  const page = await refusedPage(await app.post(`${changes}/discard`, seen, cookie));
  expect(page).toContain('finished already');
  expect(page).toContain('Undo this import');
});

it('carrying out and giving up at once does one of them, and says which', async () => {
  const changes = await planned();
  const seen = shownPlan(await pageAt(changes));
  const [committed, discarded] = await Promise.all([
    app.post(`${changes}/commit`, seen, cookie),
    app.post(`${changes}/discard`, seen, cookie),
  ]);
  const isImported = (await staff()).length > 0;
  expect(locationOf(committed) === `${base}?done=imported`).toBe(isImported);
  expect(locationOf(discarded) === `${base}?done=discarded`).toBe(!isImported);
});

it('what was given up is not said to wait: the file is asked for again', async () => {
  const changes = await planned();
  const seen = shownPlan(await pageAt(changes));
  await app.post(`${changes}/discard`, seen, cookie);
  const page = await refusedPage(await app.post(`${changes}/commit`, seen, cookie));
  expect(page).toContain('was given up before');
  expect(page).not.toContain('Nothing is saved yet');
});
