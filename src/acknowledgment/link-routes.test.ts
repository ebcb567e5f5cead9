import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { choicesBy } from '../roster/person-merge.ts';
import { mergePeople } from '../roster/person-merge-actions.ts';
import { separateStaffMember } from '../roster/roster-actions.ts';
import type { StaffFactSheet, StaffId } from '../roster/staff-member.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { aStaffAccount } from '../testing/a-staff-account.ts';
import { type AgencyForTests, aMember, anAgency } from '../testing/an-agency.ts';
import { someStaff } from '../testing/asked-staff.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { askForAcknowledgments } from './daily-asking-actions.ts';

let app: TestApp;
let now = new Date('2026-06-10T17:00:00Z');
let agency: AgencyForTests;
let coordinator: string;
let base: string;
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
});
afterAll(() => app.close());
beforeEach(async () => {
  now = new Date('2026-06-10T17:00:00Z');
  agency = await anAgency(app.databases);
  coordinator = await app.signIn(agency.coordinator.email);
  base = `/workspace/${agency.agency.slug}/policy/acknowledgments`;
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const dayLater = (days: number) => new Date(now.getTime() + days * 86_400_000);
const answered = { hasRead: 'yes', name: 'Dana Birch' };
let mailbox = 0;
const mailable = (family = 'Birch', facts: Partial<StaffFactSheet> = {}) =>
  someStaff(agency, family, { email: `${family.toLowerCase()}${++mailbox}@agency.test`, ...facts });

/** Nothing is left to do for the worker: the job of the newest sending, or of the daily look, has ended. */
async function settled(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const [row] = await asOwner<{ live: number }>(
      app.ownerUrl,
      'select count(*)::int as live from job where agency_id = $1 and ended_at is null',
      [agency.agency.id],
    );
    if (row?.live === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('The work did not end.');
}

async function send(fields: Readonly<Record<string, string>> = { audience: 'not-asked' }) {
  const answer = await app.post(`${base}/mail`, fields, coordinator);
  await settled();
  return answer;
}

async function mailsTo(staff: StaffId) {
  const [row] = await asOwner<{ email: string }>(
    app.ownerUrl,
    'select email from staff_member where id = $1',
    [staff],
  );
  const mails = await app.outbox();
  return mails.filter(({ recipient, kind }) => recipient === row?.email && kind === 'policy-acknowledgment');
}

async function linksOf(staff: StaffId): Promise<readonly string[]> {
  const mails = await mailsTo(staff);
  return mails.flatMap(({ text }) => text?.match(/\/acknowledge\/[\w-]+/)?.[0] ?? []);
}

async function linkOf(staff: StaffId): Promise<string> {
  const [link] = await linksOf(staff);
  if (!link) throw new Error('No link was mailed.');
  return link;
}

/** The builder's document has no content: here it gets some. */
async function keepContent({ size, sha256 }: { readonly size: number; readonly sha256: string }) {
  const folder = await mkdtemp(join(tmpdir(), 'onemind-policy-'));
  const path = join(folder, 'policy.pdf');
  await writeFile(path, 'x'.repeat(size));
  await app.deps.files.keep(path, sha256);
  await rm(folder, { recursive: true });
}

async function acknowledged(): Promise<readonly object[]> {
  return asOwner(
    app.ownerUrl,
    'select how, typed_name, acknowledged_on::text as on from policy_acknowledgment where agency_id = $1',
    [agency.agency.id],
  );
}

describe('an emailed link', () => {
  it('shows the policy and whose it is, and takes the box and the name', async () => {
    const policy = await aPolicy(agency);
    await keepContent(policy.document);
    const staff = await mailable();
    await send();
    const link = await linkOf(staff);
    const page = await text(app.get(link));
    expect(page).toContain('Response to People in Crisis');
    expect(page).toContain('GO 41.2');
    expect(page).toContain('This page is for Dana Birch');
    const document = await app.get(`${link}/document`);
    expect(document.headers.get('content-disposition')).toContain(policy.document.name);
    const empty = await app.post(link, {});
    expect(empty.status).toBe(422);
    const errors = await empty.text();
    expect(errors).toContain('Tick the box once you have read the policy');
    expect(errors).toContain('Type your name');
    expect(await acknowledged()).toEqual([]);
    const sent = await app.post(link, answered);
    expect(sent.status).toBe(303);
    expect(await text(app.get(link))).toContain('You acknowledged this policy on June 10, 2026');
    expect(await acknowledged()).toEqual([{ how: 'link', typed_name: 'Dana Birch', on: '2026-06-10' }]);
  });

  it('records one acknowledgment when it is sent twice at once, and says later that it was used', async () => {
    await aPolicy(agency);
    const staff = await mailable();
    await send();
    const link = await linkOf(staff);
    const answers = await Promise.all([app.post(link, answered), app.post(link, answered)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await acknowledged()).toHaveLength(1);
    now = dayLater(100);
    expect(await text(app.get(link))).toContain('You acknowledged this policy on June 10, 2026');
  });

  it('stays used after the word given by it was taken back, and the person is asked again with a new one', async () => {
    await aPolicy(agency);
    const staff = await mailable();
    await send();
    now = dayLater(2);
    await send({ audience: 'reminder' });
    const [reminder, first] = await linksOf(staff);
    if (!first || !reminder) throw new Error('Two links were to be mailed.');
    await app.post(first, answered);
    expect((await send()).status).toBe(422);
    const [kept] = await asOwner<{ id: string }>(
      app.ownerUrl,
      'select id from policy_acknowledgment where agency_id = $1',
      [agency.agency.id],
    );
    const correction = `${base}/${kept?.id}/correct`;
    expect(await text(app.get(correction, coordinator))).toContain('A link that was used stays used');
    const revoked = await app.post(correction, { reason: 'Somebody else answered.' }, coordinator);
    expect(await text(app.get(revoked.headers.get('location') ?? '', coordinator))).toContain(
      'the person gets a new one with the next sending',
    );
    for (const used of [first, reminder]) {
      for (const answer of [await app.get(used), await app.post(used, answered)]) {
        expect(answer.status).toBe(410);
        expect(await answer.text()).toContain('This link was used');
      }
    }
    expect(await acknowledged()).toHaveLength(1);
    now = dayLater(1);
    expect(await text(app.get(`${base}/mail`, coordinator))).toContain('Everyone not asked yet: 1 person');
    await send();
    const newest = (await linksOf(staff)).find((link) => link !== first && link !== reminder) ?? '';
    expect((await app.post(newest, answered)).status).toBe(303);
    expect(await acknowledged()).toHaveLength(2);
  });

  it('that was never used still opens when what was said with an account is taken back', async () => {
    await aPolicy(agency);
    const staff = await mailable();
    await send();
    const link = await linkOf(staff);
    await asOwner(
      app.ownerUrl,
      `insert into policy_acknowledgment (agency_id, policy_id, staff_id, how, acknowledged_on, recorded_at, recorded_by,
         typed_name, revoked_at, revoked_by, revoke_reason)
       select agency_id, policy_id, staff_id, 'account', '2026-06-10', now(), $2, 'Dana Birch', '2026-06-11', $2, 'Wrong name'
       from acknowledgment_link where agency_id = $1`,
      [agency.agency.id, agency.coordinator.id],
    );
    expect((await app.get(link)).status).toBe(200);
    expect((await app.post(link, answered)).status).toBe(303);
  });

  it('that was forwarded takes no other name', async () => {
    await aPolicy(agency);
    const staff = await mailable();
    await send();
    const link = await linkOf(staff);
    const refused = await app.post(link, { hasRead: 'yes', name: 'Marguerite Solano' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Type your name as it is on the roster: Dana Birch');
    expect(await acknowledged()).toEqual([]);
  });

  it.each([
    ['that has expired', 410, 'This link has expired', async () => (now = dayLater(46))],
    [
      'for a version that was replaced',
      410,
      'This version is no longer in effect',
      () => aPolicy(agency, { details: { effectiveOn: '2026-06-10' as CalendarDate } }),
    ],
    [
      'to somebody who left',
      410,
      'You are no longer asked',
      (staff: StaffId) =>
        agency.as((tx) => separateStaffMember(tx, agency.agency.id, staff, '2026-06-10' as CalendarDate)),
    ],
  ])('%s is refused and says what to do', async (_, status, words, change) => {
    await aPolicy(agency);
    const staff = await mailable();
    await send();
    const link = await linkOf(staff);
    await change(staff);
    for (const answer of [
      await app.get(link),
      await app.post(link, answered),
      await app.get(`${link}/document`),
    ]) {
      expect(answer.status).toBe(status);
      expect(await answer.text()).toContain(words);
    }
    expect(await acknowledged()).toEqual([]);
  });

  it('still works for a version that is superseded but followed until the next one’s effective day', async () => {
    await aPolicy(agency);
    const staff = await mailable();
    await send();
    const link = await linkOf(staff);
    await aPolicy(agency, { details: { effectiveOn: '2026-06-20' as CalendarDate } });
    expect((await app.get(link)).status).toBe(200);
    now = dayLater(10);
    expect((await app.get(link)).status).toBe(410);
  });

  it('follows its person when two entries of the roster become one', async () => {
    await aPolicy(agency);
    const [kept, other] = [await mailable('Birch'), await mailable('Birch-Hale')];
    await send();
    const [one, two] = [await linkOf(kept), await linkOf(other)];
    const asked = { kept, other, choices: choicesBy(() => 'kept'), reason: 'She married.' };
    const merged = await agency.as((tx) => mergePeople(tx, agency.agency.id, asked, agency.coordinator.id));
    expect(merged.ok).toBe(true);
    expect((await app.post(two, answered)).status).toBe(303);
    expect(await text(app.get(one))).toContain('You acknowledged this policy on June 10, 2026');
    expect(await acknowledged()).toHaveLength(1);
  });

  it('says that a policy is in effect since its adoption where it states an earlier day', async () => {
    await aPolicy(agency, { adoptedOn: '2026-06-01' as CalendarDate });
    const staff = await mailable();
    await send();
    const page = await text(app.get(await linkOf(staff)));
    expect(page).toContain('June 1, 2026');
    expect(page).not.toContain('March 1, 2024');
  });

  it('that is forged says what to do, and opens nothing else that takes a link', async () => {
    await aPolicy(agency);
    const staff = await mailable();
    await send();
    const token = (await linkOf(staff)).split('/').at(-1);
    const forged = await app.get('/acknowledge/invented-by-somebody');
    expect(forged.status).toBe(404);
    expect(await forged.text()).toContain('ask your coordinator for a new link');
    expect((await app.post(`/invitations/${token}`, {})).status).toBe(404);
    expect((await app.get(`/workspace/${agency.agency.slug}/policy/acknowledge`)).status).not.toBe(200);
    const [row] = await asOwner<{ row: string }>(
      app.ownerUrl,
      'select l::text as row from acknowledgment_link l where agency_id = $1',
      [agency.agency.id],
    );
    expect(row?.row).not.toContain(token);
  });

  it('is looked for so often and no more from one address', async () => {
    const answers: number[] = [];
    for (let tries = 0; tries < 70; tries++)
      answers.push((await app.get(`/acknowledge/guess-${tries}`)).status);
    expect(answers).toContain(429);
    await asOwner(app.ownerUrl, 'delete from rate_window', []);
  });
});

describe('sending links', () => {
  it('reaches everybody with an address who was not asked, and nobody twice', async () => {
    await aPolicy(agency);
    const [one, two] = [await mailable('One'), await mailable('Two', { unit: 'Traffic' })];
    await someStaff(agency, 'Unreachable');
    await send({ audience: 'unit', unit: 'Traffic' });
    expect([(await mailsTo(one)).length, (await mailsTo(two)).length]).toEqual([0, 1]);
    await send();
    expect([(await mailsTo(one)).length, (await mailsTo(two)).length]).toEqual([1, 1]);
    const again = await send();
    expect(again.status).toBe(422);
    const page = await again.text();
    expect(page).toContain('There is nobody to send a link to');
    expect(page).toContain('1 person missing has no email address here');
    expect((await send({ audience: 'reminder' })).status).toBe(422);
    now = dayLater(2);
    await send({ audience: 'reminder' });
    expect([(await mailsTo(one)).length, (await mailsTo(two)).length]).toEqual([2, 2]);
    expect((await mailsTo(one))[0]?.subject).toContain('Reminder');
  });

  it('mails several hundred once each, also when two send at once', async () => {
    await aPolicy(agency);
    await asOwner(
      app.ownerUrl,
      `insert into staff_member (agency_id, family_name, given_name, kind, email)
       select $1, 'Staff' || n, 'Dana', 'sworn', 'many' || n || '@agency.test' from generate_series(1, 450) n`,
      [agency.agency.id],
    );
    const answers = await Promise.all([send(), send()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    const [row] = await asOwner(
      app.ownerUrl,
      `select count(*)::int as mails, count(distinct recipient)::int as people from mail_message
       where recipient like 'many%@agency.test'`,
      [],
    );
    expect(row).toEqual({ mails: 450, people: 450 });
    expect(await text(app.get(`${base}/mail`, coordinator))).toContain('450 of 450 people');
  });

  it('asks newcomers on its own once a day, reminds after the days set, and asks anew for a new version', async () => {
    await aPolicy(agency);
    const first = await mailable('First');
    await app.post(`${base}/mail/asking`, { asksByMail: 'yes', reminderDays: '5' }, coordinator);
    const look = async () => {
      await askForAcknowledgments(app.deps);
      app.deps.jobPosted();
      await settled();
    };
    const mails = async (...staff: StaffId[]) =>
      Promise.all(staff.map(async (one) => (await mailsTo(one)).length));
    await look();
    expect(await mails(first)).toEqual([1]);
    await look();
    expect(await mails(first)).toEqual([1]);
    // The moment a job was asked for is the database's own: yesterday's is made so.
    const tomorrow = async (days: number) => {
      now = dayLater(days);
      await asOwner(app.ownerUrl, "update job set asked_at = asked_at - interval '40 days'", []);
      await look();
    };
    now = new Date();
    const newcomer = await mailable('Newcomer');
    await tomorrow(1);
    expect(await mails(first, newcomer)).toEqual([1, 1]);
    await tomorrow(6);
    expect(await mails(first, newcomer)).toEqual([2, 2]);
    await aPolicy(agency, { details: { effectiveOn: '2026-01-01' as CalendarDate } });
    await tomorrow(1);
    expect(await mails(first, newcomer)).toEqual([3, 3]);
  });

  it('says which answers are missing', async () => {
    await aPolicy(agency);
    await mailable();
    expect(await text(app.post(`${base}/mail`, {}, coordinator))).toContain('Choose to whom the links go');
    expect(await text(app.post(`${base}/mail`, { audience: 'unit' }, coordinator))).toContain(
      'Choose the unit',
    );
    expect(await text(app.post(`${base}/mail/asking`, { reminderDays: '2' }, coordinator))).toContain(
      'Enter a number of days from 3 to 90',
    );
  });
});

describe('an account', () => {
  it('of somebody on the roster is asked on their own page, and gives their own word there', async () => {
    await aPolicy(agency);
    const { account } = await aStaffAccount(app.databases, agency, 'Birch, Dana');
    const cookie = await app.signIn(account.email);
    const own = `/workspace/${agency.agency.slug}/policy/acknowledge`;
    const mine = `/workspace/${agency.agency.slug}/my-training`;
    expect(await text(app.get(mine, cookie))).toContain(own);
    const page = await text(app.get(own, cookie));
    const action = /action="([^"]*policy=[^"]*)"/.exec(page)?.[1] ?? '';
    expect((await app.post(action, { ...answered, name: 'Somebody Else' }, cookie)).status).toBe(422);
    expect((await app.post(action, answered, cookie)).status).toBe(303);
    expect(await text(app.get(own, cookie))).toContain('You acknowledged this policy on');
    expect(await text(app.get(mine, cookie))).not.toContain(own);
    expect(await acknowledged()).toEqual([{ how: 'account', typed_name: 'Dana Birch', on: '2026-06-10' }]);
  });

  it('that is not linked to the roster has nothing to acknowledge', async () => {
    await aPolicy(agency);
    const member = await aMember(app.databases, agency.agency.id, 'staff');
    const cookie = await app.signIn(member.email);
    const own = `/workspace/${agency.agency.slug}/policy/acknowledge`;
    expect(await text(app.get(own, cookie))).toContain('Nothing to acknowledge');
    expect((await app.post(own, answered, cookie)).status).toBe(422);
  });
});
