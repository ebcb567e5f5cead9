import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { type AcknowledgmentDesk, anAcknowledgmentDesk } from '../testing/an-acknowledgment-desk.ts';
import { someStaff } from '../testing/asked-staff.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { askForAcknowledgments } from './daily-asking-actions.ts';

let app: TestApp;
let now = new Date('2026-06-10T17:00:00Z');
let agency: AcknowledgmentDesk['agency'];
let coordinator: AcknowledgmentDesk['coordinator'];
let base: AcknowledgmentDesk['base'];
let mailable: AcknowledgmentDesk['mailable'];
let send: AcknowledgmentDesk['send'];
let settled: AcknowledgmentDesk['settled'];
let mailsTo: AcknowledgmentDesk['mailsTo'];
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
});
afterAll(() => app.close());
beforeEach(async () => {
  now = new Date('2026-06-10T17:00:00Z');
  ({ agency, coordinator, base, mailable, send, settled, mailsTo } = await anAcknowledgmentDesk(app));
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const dayLater = (days: number) => new Date(now.getTime() + days * 86_400_000);

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

  it('is not called done where nobody has an address: it says how many are missing, and the other ways', async () => {
    await aPolicy(agency);
    await someStaff(agency, 'Unreachable');
    await someStaff(agency, 'Silent');
    const page = await text(app.get(`${base}/mail`, coordinator));
    expect(page).toContain(
      '2 people still have to acknowledge, and none of them has an email address on the roster.',
    );
    expect(page).toContain(`href="${base}/roll-call"`);
    expect(page).toContain(`href="${base}/import"`);
    expect(page).not.toContain('Everyone with an email address was asked');
    await mailable('Birch');
    await send();
    expect(await text(app.get(`${base}/mail`, coordinator))).toContain(
      'Everyone with an email address was asked or has acknowledged. 3 people still have to acknowledge.',
    );
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
