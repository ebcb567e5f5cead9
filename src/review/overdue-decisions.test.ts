import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayIn, daysBetween } from '../calendar/calendar-date.ts';
import { giveHearingNotices } from '../certification/hearing-notice-actions.ts';
import { announceMeasure, dropAnnouncement } from '../certification/standing-actions.ts';
import { actingAs } from '../database/acting.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { aCertificate } from '../testing/a-certificate.ts';
import { aReview } from '../testing/a-review.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { moveDatabaseDay } from '../testing/database-day.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { fileAppeal, withdrawAppeal } from './appeal-actions.ts';
import { giveAppealNotices } from './appeal-notice-actions.ts';

let app: TestApp;
let now = new Date();
let first: KnownPerson;
let second: KnownPerson;
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
  first = await aCampaignMember(app.databases, 'reviewer');
  second = await aCampaignMember(app.databases, 'reviewer');
});
afterAll(() => app.close());

const later = (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000);
};
const mailed = async (kind: string) =>
  (await app.outbox())
    .filter((mail) => mail.kind === kind)
    .map(({ recipient, subject }) => ({ to: recipient, subject }));
const queue = async () => (await app.get('/campaign/reviews', await app.signIn(second.email))).text();

describe('an appeal that nobody decides in time', () => {
  it('is told once to those who may decide it, and stands in the queue until it is over', async () => {
    const made = await anAgency(app.databases);
    const submission = await aSubmission(made);
    await aReview(app, first, submission, ['policy']);
    const filed = await made.as((tx) =>
      fileAppeal(tx, made.act(undefined, now), { submission, requirement: 'policy', grounds: 'Page 4.' }),
    );
    if (!filed.ok) throw new Error(filed.refusal.code);
    expect(await queue()).toContain(`Appeal of ${made.agency.name}`);
    later(13);
    expect(await giveAppealNotices(app.deps)).toBe(0);
    later(2);
    expect(await giveAppealNotices(app.deps)).toBe(1);
    expect(await giveAppealNotices(app.deps)).toBe(0);
    // Who decided about the work decides no appeal, and is asked for none.
    const mails = await mailed('appeal-overdue');
    expect(mails).toContainEqual({
      to: second.email,
      subject: `Overdue: the appeal of ${made.agency.name}`,
    });
    expect(mails.map(({ to }) => to)).not.toContain(first.email);
    await made.as((tx) => withdrawAppeal(tx, made.act(undefined, now), filed.value));
    expect(await queue()).not.toContain(`Appeal of ${made.agency.name}`);
  });
});

/** The database dates events by its own clock: it comes along. */
function followClock(): Promise<void> {
  return moveDatabaseDay(app.ownerUrl, daysBetween(dayIn('UTC', new Date()), dayIn('UTC', now)));
}

describe('an announced measure that nobody decides', () => {
  it('is told to the others when the time to answer is over, and when the target has passed', async () => {
    const made = await anAgency(app.databases);
    const number = await aCertificate(app.databases, made, first);
    const act = () => ({ person: first.id, now, siteUrl: 'http://onemind.test', campaign: 'The campaign' });
    const asFirst = { as: 'campaign', person: first.id } as const;
    const told = { measure: 'revoke', grounds: 'No policy.', daysToAnswer: 30 } as const;
    await followClock();
    await actingAs(app.databases.app, asFirst, (tx) => announceMeasure(tx, act(), number, told));
    later(29);
    expect(await giveHearingNotices(app.deps)).toBe(0);
    expect(await queue()).not.toContain(number);
    later(3);
    expect(await giveHearingNotices(app.deps)).toBe(1);
    expect(await giveHearingNotices(app.deps)).toBe(0);
    expect(await queue()).toContain(`Revoke certificate ${number} of ${made.agency.name}?`);
    later(15);
    expect(await giveHearingNotices(app.deps)).toBe(1);
    const mails = await mailed('certificate-decision-due');
    expect(mails.filter(({ to }) => to === second.email)).toHaveLength(2);
    expect(mails.map(({ to }) => to)).not.toContain(first.email);
    expect(mails.map(({ subject }) => subject)).toContain(
      `Overdue: decide about certificate ${number} of ${made.agency.name}`,
    );
    await followClock();
    await actingAs(app.databases.app, asFirst, (tx) => dropAnnouncement(tx, act(), number, 'They have one.'));
    later(30);
    expect(await giveHearingNotices(app.deps)).toBe(0);
    expect(await queue()).not.toContain(number);
  });
});
