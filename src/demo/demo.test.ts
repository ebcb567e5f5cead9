import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { fillDemo, isEmpty } from './demo.ts';

let app: TestApp;
let afterTheCut: { readonly refusal: unknown; readonly wasEmpty: boolean };
const said: string[] = [];
const io = { out: (text: string) => said.push(text), err: (text: string) => said.push(text) };

beforeAll(async () => {
  app = await createTestApp();
  // Putting it up takes long: what is looked at here is put up where an earlier start was cut short.
  const files = { ...app.deps.files, keep: () => Promise.reject(new Error('disk full')) };
  const refusal = await fillDemo({ ...app.deps, files }, app.ownerUrl, io).catch((error: unknown) => error);
  afterTheCut = { refusal, wasEmpty: await isEmpty(app.ownerUrl) };
  await fillDemo(app.deps, app.ownerUrl, io);
}, 120_000);
afterAll(() => app.close());

async function counts(query: string): Promise<Readonly<Record<string, number>>> {
  const rows = await asOwner<{ key: string; count: string }>(app.ownerUrl, query);
  return Object.fromEntries(rows.map(({ key, count }) => [key, Number(count)]));
}

describe('the demonstration', () => {
  test('has a pledge in every state, and a draft', async () => {
    expect(await counts('select state as key, count(*) from pledge group by 1')).toMatchObject({
      'awaiting-signature': 1,
      'awaiting-acceptance': 1,
      returned: 1,
      withdrawn: 1,
      active: 16,
    });
    expect(await counts("select 'drafts' as key, count(*) from pledge_draft")).toEqual({ drafts: 1 });
  });

  test('certifies no agency before its work was sent in and looked at', async () => {
    const [order] = await asOwner<{ right: boolean }>(
      app.ownerUrl,
      `select bool_and(s.submitted_at <= s.reviewed_at and s.reviewed_at <= s.approved_at
          and s.approved_at::date - c.certified_on between 0 and 1) as right
        from submission s join certificate c on c.agency_id = s.agency_id and c.submission_id = s.id`,
    );
    expect(order).toEqual({ right: true });
  });

  test('has work under review, returned, awaiting approval and certified', async () => {
    expect(await counts('select state as key, count(*) from submission group by 1')).toEqual({
      waiting: 1,
      'awaiting-approval': 1,
      returned: 1,
      approved: 3,
    });
  });

  test('lists three certified agencies with their partners to the public', async () => {
    const page = await (await app.get('/agencies?status=certified')).text();
    for (const name of ['Birch County', 'Lakeview State', 'Maple Narrows']) expect(page).toContain(name);
    const agency = await (await app.get('/agencies/lakeview-state-university-police-wi')).text();
    expect(agency).toContain('Lakeview Student Counseling Center');
  });

  test('asks the campaign to accept a course as an equivalent', async () => {
    const cookie = await app.signIn('admin@onemind.example');
    const page = await (await app.get('/campaign/courses', cookie)).text();
    expect(page).toContain('De-escalation and Crisis Communication');
    expect(page).toContain('Elm Fork Police Department');
  });

  test('is known as fictional to the public, in the list, on the page of each agency and beside its certificate', async () => {
    const certified = await (await app.get('/agencies/lakeview-state-university-police-wi')).text();
    const certificate = /\/verify\/[^"]+/.exec(certified)?.[0] ?? '';
    for (const path of ['/agencies', '/agencies/elm-fork-police-department-tx', certificate])
      expect(await (await app.get(path)).text()).toContain('Demonstration: fictional agencies');
    expect(
      await counts(
        "select 'real' as key, count(*) from directory_entry where website is null or website !~ '[.]example/?$'",
      ),
    ).toEqual({ real: 0 });
  });

  test('mails nobody, also where a mail server is set', async () => {
    expect(
      await counts(
        "select 'leaving' as key, count(*) from mail_message where next_attempt_at < 'infinity' or sent_at is not null",
      ),
    ).toEqual({ leaving: 0 });
    expect((await app.outbox()).length).toBeGreaterThan(10);
  });

  test('leaves training records to look at', async () => {
    const matches = await counts('select match as key, count(*) from training_record group by 1');
    expect(matches.doubtful).toBeGreaterThan(0);
    expect(matches.unmatched).toBeGreaterThan(0);
    expect(matches.matched).toBeGreaterThan(200);
  });

  test('lets its people sign in', async () => {
    const cookie = await app.signIn('sergeant@elmfork.example');
    const page = await (await app.get('/workspace/elm-fork-police-department-tx', cookie)).text();
    expect(page).toContain('Elm Fork Police Department');
  });

  test('keeps the audit trail whole', async () => {
    expect(await asOwner(app.ownerUrl, 'select * from audit_breaks()')).toEqual([]);
    expect(await asOwner(app.ownerUrl, 'select * from confirmed_breaks()')).toEqual([]);
  });

  test('is not put up a second time', async () => {
    const before = await counts("select 'agencies' as key, count(*) from agency");
    await fillDemo(app.deps, app.ownerUrl, io);
    expect(await counts("select 'agencies' as key, count(*) from agency")).toEqual(before);
  });
});

test('a demonstration that is cut short leaves an empty database, which the next start fills', async () => {
  expect(String(afterTheCut.refusal)).toContain('disk full');
  expect(afterTheCut.wasEmpty).toBe(true);
  expect(await isEmpty(app.ownerUrl)).toBe(false);
});
