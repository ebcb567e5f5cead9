import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { linkAccount } from '../own-record/staff-account-actions.ts';
import { rescindPolicy } from '../policy/policy-life-actions.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { type AgencyForTests, aMember, anAgency } from '../testing/an-agency.ts';
import { someStaff } from '../testing/asked-staff.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: () => new Date('2026-06-10T17:00:00Z') });
});
afterAll(() => app.close());

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const answered = { hasRead: 'yes', name: 'Dana Birch' };
let mailbox = 0;

/** A link in somebody's mailbox. */
async function aLink() {
  const agency = await anAgency(app.databases);
  await aPolicy(agency);
  const email = `birch${++mailbox}@roster.test`;
  const staff = await someStaff(agency, 'Birch', { email });
  const coordinator = await app.signIn(agency.coordinator.email);
  const base = `/workspace/${agency.agency.slug}/policy/acknowledgments`;
  await app.post(`${base}/mail`, { audience: 'not-asked' }, coordinator);
  await expect.poll(() => linkTo(email), { timeout: 60_000, interval: 100 }).not.toBe('');
  return { agency, staff, email, link: await linkTo(email), coordinator };
}

async function linkTo(email: string): Promise<string> {
  const mail = (await app.outbox()).find(({ recipient }) => recipient === email);
  return mail?.text?.match(/\/acknowledge\/[\w-]+/)?.[0] ?? '';
}

async function acknowledgedIn({ as, agency }: AgencyForTests): Promise<number> {
  const rows = await as((tx) =>
    tx.selectFrom('policy_acknowledgment').select('id').where('agency_id', '=', agency.id).execute(),
  );
  return rows.length;
}

it('a link that was forwarded to somebody who is signed in is refused, with what to do, and without the name', async () => {
  const { agency, link, coordinator } = await aLink();
  for (const answer of [
    await app.get(link, coordinator),
    await app.post(link, answered, coordinator),
    await app.get(`${link}/document`, coordinator),
  ]) {
    expect(answer.status).toBe(403);
    const page = await answer.text();
    expect(page).toContain('This link is for someone else');
    expect(page).toContain(`You are signed in as ${agency.coordinator.name}`);
    expect(page).toContain('sign out and open it again');
    expect(page).not.toContain('Birch');
  }
  expect(await acknowledgedIn(agency)).toBe(0);
  const out = await app.post(`${link}/sign-out`, {}, coordinator);
  expect(out.headers.get('location')).toBe(link);
  expect((await app.get(link, coordinator)).status).toBe(200);
});

it('a link takes the word of its own person, signed in by the address it went to or by their account', async () => {
  const byAddress = await aLink();
  const own = await aMember(app.databases, byAddress.agency.agency.id, 'staff', byAddress.email);
  expect((await app.post(byAddress.link, answered, await app.signIn(own.email))).status).toBe(303);
  expect(await acknowledgedIn(byAddress.agency)).toBe(1);

  const { agency, staff, link } = await aLink();
  const account = await aMember(app.databases, agency.agency.id, 'staff');
  const cookie = await app.signIn(account.email);
  expect((await app.get(link, cookie)).status).toBe(403);
  const linked = { person: account.id, staff };
  await agency.as((tx) => linkAccount(tx, agency.agency.id, linked, agency.coordinator.id));
  expect((await app.get(link, cookie)).status).toBe(200);
});

it('a used link says that the policy was replaced or rescinded since', async () => {
  const { agency, link } = await aLink();
  await app.post(link, answered);
  const used = 'You acknowledged this policy on June 10, 2026';
  const first = await text(app.get(link));
  expect(first).toContain(used);
  expect(first).not.toContain('What you acknowledged stays recorded');
  await aPolicy(agency, { details: { effectiveOn: '2026-06-10' as CalendarDate } });
  const replaced = await text(app.get(link));
  expect(replaced).toContain(used);
  expect(replaced).toContain('This version is no longer in effect');

  const other = await aLink();
  const open = await aLink();
  await app.post(other.link, answered);
  for (const { agency: one } of [other, open]) {
    const given = { name: one.executive.name, on: '2026-06-09' as CalendarDate, reason: 'A court ruled.' };
    await one.as((tx) => rescindPolicy(tx, one.act(one.executive), given), one.executive);
  }
  const rescinded = await text(app.get(other.link));
  expect(rescinded).toContain(used);
  expect(rescinded).toContain('has rescinded this policy: it no longer holds from June 9, 2026');
  const gone = await app.get(open.link);
  expect(gone.status).toBe(410);
  expect(await gone.text()).toContain('This policy was rescinded');
});
