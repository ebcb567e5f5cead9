import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayIn, longDate } from '../calendar/calendar-date.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { aReadyAgency } from '../testing/a-ready-agency.ts';
import { aReview, asReviewer } from '../testing/a-review.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { closeLateCases } from './closing-actions.ts';
import { claimReview } from './review-actions.ts';
import { agencyReviewContent } from './review-content.ts';
import { giveReviewNotices } from './review-notice-actions.ts';
import type { SubmissionId } from './submission.ts';
import { findSubmission } from './submission-store.ts';

let app: TestApp;
let now = new Date();
let reviewer: KnownPerson;
let colleague: KnownPerson;
beforeAll(async () => {
  app = await createTestApp({
    now: () => now,
    environment: { REVIEW_ANSWER_DAYS: '30', REVIEW_FOLLOW_UPS: '1' },
  });
  reviewer = await aCampaignMember(app.databases, 'reviewer');
  colleague = await aCampaignMember(app.databases, 'reviewer');
});
afterAll(() => app.close());

let made: AgencyForTests;
let submission: SubmissionId;
beforeEach(async () => {
  now = new Date();
  made = await anAgency(app.databases);
  submission = await aSubmission(made);
});

const later = (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000);
};
const found = () => asReviewer(app, reviewer, (tx) => findSubmission(tx, submission));
const page = async () => {
  const cookie = await app.signIn(made.coordinator.email);
  return (await app.get(`/workspace/${made.agency.slug}/review`, cookie)).text();
};
/** Whom mail of a kind about this agency went to. */
const told = async (kind: string) =>
  (await app.outbox())
    .filter((mail) => mail.kind === kind && mail.subject.includes(made.agency.name))
    .map(({ recipient }) => recipient);

describe('the time to answer a return', () => {
  it('is set by the campaign, counted in the agency’s own days, and shown to it', async () => {
    await aReview(app, reviewer, submission, ['policy']);
    const answerBy = addDays(dayIn(made.agency.timeZone, now), 30);
    expect(await found()).toMatchObject({ state: 'returned', answerBy });
    const shown = await page();
    expect(shown).toContain(agencyReviewContent.answerBy(longDate(answerBy)));
    expect(shown).toContain(agencyReviewContent.lastAnswer);
  });

  it('is reminded of ahead, twice and no more', async () => {
    await aReview(app, reviewer, submission, ['policy']);
    await giveReviewNotices(app.deps);
    expect(await told('review-answer-due')).toEqual([]);
    later(20);
    await giveReviewNotices(app.deps);
    await Promise.all([giveReviewNotices(app.deps), giveReviewNotices(app.deps)]);
    expect(await told('review-answer-due')).toHaveLength(2);
    later(8);
    await giveReviewNotices(app.deps);
    await giveReviewNotices(app.deps);
    const recipients = await told('review-answer-due');
    expect(recipients.toSorted()).toEqual(
      [made.coordinator, made.coordinator, made.executive, made.executive]
        .map(({ email }) => email)
        .toSorted(),
    );
  });

  it('ends with its last day: the case closes, once, and the agency is told what it may do', async () => {
    await aReview(app, reviewer, submission, ['policy']);
    later(30);
    await closeLateCases(app.deps);
    expect(await found()).toMatchObject({ state: 'returned' });
    later(1);
    await Promise.all([closeLateCases(app.deps), closeLateCases(app.deps)]);
    expect(await found()).toMatchObject({ state: 'closed', closing: { because: 'answer-time-passed' } });
    expect(await told('case-closed')).toHaveLength(2);
    const shown = await page();
    expect(shown).toContain(agencyReviewContent.closedHeading);
    expect(shown).toContain('Appeal the closing');
  });

  it('leaves what was asked on the page when it has ended, before the form of a new case', async () => {
    made = await aReadyAgency(app);
    submission = await aSubmission(made);
    expect(await page()).not.toContain(agencyReviewContent.unansweredHeading);
    await aReview(app, reviewer, submission, ['policy', 'partnership']);
    later(31);
    await closeLateCases(app.deps);
    const shown = await page();
    const asked = shown.indexOf(agencyReviewContent.unansweredHeading);
    const form = shown.indexOf(agencyReviewContent.readyHeading);
    expect(asked).toBeGreaterThan(-1);
    expect(asked).toBeLessThan(form);
    const between = shown.slice(asked, form);
    for (const words of ['Do this about policy', 'Do this about partnership'])
      expect(between).toContain(words);
    expect(between).not.toContain('Do this about everyone-trained');
    expect(shown).toContain(agencyReviewContent.readyAnew);
    expect(shown).not.toContain(agencyReviewContent.ready);
    submission = await aSubmission(made, { round: 2 });
    expect(await page()).not.toContain(agencyReviewContent.unansweredHeading);
  });

  it('stops with an answer', async () => {
    await aReview(app, reviewer, submission, ['policy']);
    await aSubmission(made, { round: 2 });
    later(40);
    await closeLateCases(app.deps);
    expect(await found()).toMatchObject({ state: 'returned' });
  });
});

describe('follow-up rounds', () => {
  it('are limited: the case closes when it comes back once more, and a new one can be begun', async () => {
    await aReview(app, reviewer, submission, ['policy']);
    const opening = submission;
    submission = await aSubmission(made, { round: 2 });
    expect(await found()).toMatchObject({ caseId: opening });
    await aReview(app, colleague, submission, ['policy']);
    expect(await found()).toMatchObject({ state: 'closed', closing: { because: 'follow-ups-used' } });
    expect(await page()).toContain(agencyReviewContent.unansweredHeading);
    submission = await aSubmission(made, { round: 3 });
    expect(await found()).toMatchObject({ state: 'waiting', caseId: submission });
  });
});

describe('the time the campaign gives itself', () => {
  it('is told of before and after: to all who may take it on, then to the reviewer alone', async () => {
    later(10);
    await giveReviewNotices(app.deps);
    expect(await told('review-target')).toEqual([]);
    later(2);
    await giveReviewNotices(app.deps);
    await giveReviewNotices(app.deps);
    const near = await told('review-target');
    expect(near).toEqual(expect.arrayContaining([reviewer.email, colleague.email]));
    expect(new Set(near).size).toBe(near.length);
    await asReviewer(app, reviewer, (tx, act) => claimReview(tx, act, submission));
    later(4);
    await giveReviewNotices(app.deps);
    expect((await told('review-target')).filter((one) => one === reviewer.email)).toHaveLength(2);
    expect((await told('review-target')).filter((one) => one === colleague.email)).toHaveLength(1);
  });
});

describe('what was sent in', () => {
  it('is locked once a reviewer has begun, and the page says so', async () => {
    expect(await page()).not.toContain(agencyReviewContent.locked);
    await asReviewer(app, reviewer, (tx, act) => claimReview(tx, act, submission));
    const shown = await page();
    expect(shown).toContain(agencyReviewContent.locked);
    expect(shown).not.toContain(agencyReviewContent.takeBack);
  });
});
