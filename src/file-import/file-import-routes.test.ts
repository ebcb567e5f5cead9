import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { bookOf, bytesOf } from '../testing/sheetjs-file.ts';
import { importAsShown, shownPlan } from '../testing/shown-plan.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';

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

const january = `Emp #,Last Name,First Name,Rank
0101,Example,Alex,Officer
0102,Sample,Jordan,Sgt.
`;
const february = `${january}0103,Fictional,Riley,Officer
`;

const locationOf = (answer: Response) => answer.headers.get('location') ?? '';
const pageAt = async (path: string) => (await app.get(path, cookie)).text();

async function upload(content: string | Uint8Array<ArrayBuffer>, name = 'roster.csv'): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  return locationOf(await app.post(`${base}/import`, form, cookie));
}

const asProposed = {
  'column-0': 'employeeNumber',
  'column-1': 'familyName',
  'column-2': 'givenName',
  'column-3': 'rank',
};

async function planned(content: string): Promise<string> {
  return locationOf(await app.post(await upload(content), asProposed, cookie));
}

/** No process does work until `release` is called: what is asked for looks as if a process were at it already. */
async function withWorkHeld<Result>(
  work: (release: () => Promise<void>) => Promise<Result>,
): Promise<Result> {
  await asOwner(
    app.ownerUrl,
    `create function hold() returns trigger language plpgsql as $$ begin new.state := 'working'; new.claimed_until := now() + interval '1 hour'; return new; end $$;
     create trigger hold before insert on job for each row execute function hold()`,
  );
  try {
    return await work(async () => {
      await asOwner(
        app.ownerUrl,
        "update job set state = 'waiting', claimed_until = null where ended_at is null",
      );
      app.deps.jobPosted();
    });
  } finally {
    await asOwner(app.ownerUrl, 'drop trigger hold on job; drop function hold()');
  }
}

it('a file goes from upload to the roster, and the next one of its shape needs no questions', async () => {
  const columns = await upload(january);
  expect(columns).toMatch(/\/columns$/);
  const changes = locationOf(await app.post(columns, asProposed, cookie));
  expect(await pageAt(changes)).toContain('New people: <strong>2</strong>');
  expect(locationOf(await importAsShown(app, changes, cookie))).toBe(`${base}?done=imported`);
  const next = await upload(february);
  expect(next).not.toMatch(/\/columns$/);
  const page = await pageAt(next);
  expect(page).toContain('New people: <strong>1</strong>');
  expect(page).toContain('Unchanged: <strong>2</strong>');
  expect(await pageAt(`${next}/columns`)).toContain('the way you told us');
});

it('says in which row the column names stand, and not how many lines are above them', async () => {
  const page = await pageAt(await upload(`Elm Fork Police\nPrinted 1/5/2025\n\n${january}`));
  expect(page).toContain('with the column names in row 4.');
  expect(page).not.toContain('above the headings');
});

it.each([
  ['roster', 'Emp #,Name,Course,Date Completed\n101,"Example, Alex",CIT,3/4/2024\n', 'training'],
  ['training', january, 'roster'],
])(
  'a file given to the %s import by mistake is named, and the person may go on',
  async (subject, content, other) => {
    base = `/workspace/${agency.agency.slug}/${subject}`;
    const page = await pageAt(await upload(content));
    expect(page).toContain(`href="/workspace/${agency.agency.slug}/${other}/import"`);
    expect(page).toContain(`instead</a>. If it belongs here all the same, go on below.`);
    expect(page).toContain('Show what will change');
    base = `/workspace/${agency.agency.slug}/${other}`;
    expect(await pageAt(await upload(content))).not.toContain('This looks like');
  },
);

it('the changes of one kind can be searched', async () => {
  const changes = await planned(january);
  const page = await pageAt(`${changes}?show=added&search=samp`);
  expect(page).toContain('Sample, Jordan');
  expect(page).not.toContain('Example, Alex');
});

it('a committed import stays to be looked at, and is undone with one button', async () => {
  const changes = await planned(january);
  await importAsShown(app, changes, cookie);
  expect(await pageAt(changes)).toContain('Undo this import');
  expect(await pageAt(`${base}/imports`)).toContain('roster.csv');
  expect(locationOf(await app.post(`${changes}/undo`, {}, cookie))).toBe(`${changes}?done=undone`);
  expect(await pageAt(`${changes}?done=undone`)).toContain('The import was undone.');
  expect(await pageAt(base)).toContain('No one is on the roster yet');
  const again = await app.post(`${changes}/undo`, {}, cookie);
  expect(again.status).toBe(422);
  expect(await again.text()).toContain('can’t be undone');
});

it('long work shows its progress without JavaScript, tells it to scripts, and can be stopped', async () => {
  const columns = await upload(january);
  const changes = columns.replace(/\/columns$/, '');
  await withWorkHeld(async () => {
    expect(locationOf(await app.post(columns, asProposed, cookie))).toBe(changes);
    const page = await pageAt(changes);
    expect(page).toContain('<progress');
    expect(page).toMatch(/<noscript><meta http-equiv="refresh" content="\d+"/);
    const busy = await app.post(columns, asProposed, cookie);
    expect(busy.status).toBe(422);
    expect(await busy.text()).toContain('still working on this file');
    const progress = await app.get(`${changes}/progress`, cookie);
    const reader = progress.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toContain('event: progress');
    await reader?.cancel();
    await asOwner(
      app.ownerUrl,
      "update job set state = 'waiting', claimed_until = null where ended_at is null",
    );
    await app.post(`${changes}/cancel`, {}, cookie);
  });
  expect(await pageAt(columns)).toContain('Check how we read the file');
  expect(await (await app.get(`${changes}/progress`, cookie)).text()).toContain('event: end');
});

it('work that was waiting is shown when it is done', async () => {
  const columns = await upload(january);
  const changes = columns.replace(/\/columns$/, '');
  await withWorkHeld(async (release) => {
    await app.post(columns, asProposed, cookie);
    await release();
    await expect.poll(() => pageAt(changes), { timeout: 5_000 }).toContain('New people: <strong>2</strong>');
  });
});

it('another sheet of the file can be read instead', async () => {
  const headings = ['Emp #', 'Last Name', 'First Name'];
  const file = bytesOf(
    bookOf({
      Patrol: [headings, ['1', 'Example', 'Alex']],
      Detectives: [headings, ['2', 'Sample', 'Jordan']],
    }),
  );
  const columns = await upload(new Uint8Array(file), 'roster.xlsx');
  expect(await pageAt(columns)).toContain('Sheet “Patrol”');
  const chosen = await app.post(columns.replace(/columns$/, 'sheet'), { sheet: 'Detectives' }, cookie);
  expect(locationOf(chosen)).toBe(columns);
  const page = await pageAt(columns);
  expect(page).toContain('Sheet “Detectives”');
  expect(page).toContain('Sample');
});

it('another sheet can’t be chosen while work is under way, nor after the import', async () => {
  const headings = ['Emp #', 'Last Name', 'First Name'];
  const file = bytesOf(
    bookOf({ Patrol: [headings, ['1', 'Example', 'Alex']], Other: [headings, ['2', 'Sample', 'Jordan']] }),
  );
  const columns = await upload(new Uint8Array(file), 'roster.xlsx');
  const changes = columns.replace(/\/columns$/, '');
  const three = { 'column-0': 'employeeNumber', 'column-1': 'familyName', 'column-2': 'givenName' };
  await withWorkHeld(async (release) => {
    await app.post(columns, three, cookie);
    const busy = await app.post(`${changes}/sheet`, { sheet: 'Other' }, cookie);
    expect(busy.status).toBe(422);
    expect(await busy.text()).toContain('still working on this file');
    await release();
    await expect.poll(() => pageAt(changes), { timeout: 5_000 }).toContain('What this import changes');
  });
  await importAsShown(app, changes, cookie);
  await expect.poll(() => pageAt(changes), { timeout: 5_000 }).toContain('Undo this import');
  const late = await app.post(`${changes}/sheet`, { sheet: 'Other' }, cookie);
  expect(await late.text()).toContain('This import is finished already');
  expect(await pageAt(changes)).toContain('Undo this import');
});

it('an import that was given up is no longer shown', async () => {
  const changes = await planned(january);
  await app.post(`${changes}/discard`, shownPlan(await pageAt(changes)), cookie);
  expect(locationOf(await app.get(changes, cookie))).toBe(`${base}?done=discarded`);
});

it('what can’t be done yet is answered on the page where it can be', async () => {
  const columns = await upload(january);
  const early = await app.post(columns.replace(/columns$/, 'commit'), {}, cookie);
  expect(early.status).toBe(422);
  expect(await early.text()).toContain('Check how we read the file');
});

it('a column chosen twice is told at its place, and nothing is lost', async () => {
  const answer = await app.post(
    await upload(january),
    { ...asProposed, 'column-3': 'givenName', fullRoster: 'yes' },
    cookie,
  );
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('another column is chosen for this already');
  expect(page).toMatch(/name="fullRoster"[^>]*checked/);
});

it('an import of one agency is not there for another, nor under the other subject', async () => {
  const changes = await planned(january);
  const other = await anAgency(app.databases);
  const stranger = await app.signIn(other.coordinator.email);
  expect((await app.get(changes, stranger)).status).toBe(404);
  expect((await app.get(changes.replace('/roster/', '/training/'), cookie)).status).toBe(404);
});

it('column names with no row below them are refused when the file is chosen, and nothing is kept', async () => {
  const form = new FormData();
  form.append('file', new Blob(['Badge,Name,Rank\n']), 'headonly.csv');
  const answer = await app.post(`${base}/import`, form, cookie);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('“headonly.csv” has column names in row 1, but no row below them.');
  expect(await pageAt(`${base}/imports`)).toContain('Nothing was imported yet');
});
