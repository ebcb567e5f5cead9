import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayIn } from '../calendar/calendar-date.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { aReview, asReviewer } from '../testing/a-review.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import type { AppealId } from './appeal.ts';
import { fileAppeal, withdrawAppeal } from './appeal-actions.ts';
import { decideAppeal } from './appeal-decision-actions.ts';
import { closeLateCases } from './closing-actions.ts';
import {
  approveSubmission,
  claimReview,
  decideRequirement,
  finishReview,
  sendBackToReviewer,
} from './review-actions.ts';
import { requestsOf, type SubmissionId } from './submission.ts';
import { findSubmission, listSubmissions } from './submission-store.ts';
import { submitForReview } from './submit-actions.ts';

let app: TestApp;
let now = new Date();
let first: KnownPerson;
let second: KnownPerson;
let third: KnownPerson;
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
  first = await aCampaignMember(app.databases, 'reviewer');
  second = await aCampaignMember(app.databases, 'reviewer');
  third = await aCampaignMember(app.databases, 'administrator');
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
const appeal = (requirement: Requirement | undefined, grounds = 'Page 4 says it.') =>
  made.as((tx) => fileAppeal(tx, made.act(undefined, now), { submission, requirement, grounds }));
const decide = (person: KnownPerson, id: AppealId, is: 'upheld' | 'allowed') =>
  asReviewer(app, person, (tx, act) => decideAppeal(tx, act, id, { is, grounds: 'We read it again.' }));
const found = () => asReviewer(app, third, (tx) => findSubmission(tx, submission));
const today = () => dayIn(made.agency.timeZone, now);

async function anAppeal(requirement: Requirement | undefined): Promise<AppealId> {
  const filed = await appeal(requirement);
  if (!filed.ok) throw new Error(filed.refusal.code);
  return filed.value;
}

describe('an appeal', () => {
  it('of a returned requirement is filed once, within the time to answer, and asked of who had no part', async () => {
    await aReview(app, first, submission, ['policy']);
    expect(await appeal('partnership')).toMatchObject({ refusal: { code: 'submission-moved-on' } });
    expect(await appeal('policy', '')).toMatchObject({ refusal: { code: 'grounds-missing' } });
    await anAppeal('policy');
    expect(await appeal('policy')).toMatchObject({ refusal: { code: 'appealed-already' } });
    const asked = (await app.outbox()).filter(
      ({ kind, text }) => kind === 'appeal-filed' && text.includes(submission),
    );
    expect(asked.map(({ recipient }) => recipient)).toEqual(
      expect.arrayContaining([second.email, third.email]),
    );
    expect(asked.map(({ recipient }) => recipient)).not.toContain(first.email);
  });

  it('comes too late after the last day to answer', async () => {
    await aReview(app, first, submission, ['policy']);
    later(62);
    expect(await appeal('policy')).toMatchObject({ refusal: { code: 'appeal-too-late' } });
  });

  it('is not decided by who had a hand in the case, nor without grounds', async () => {
    await aReview(app, first, submission, ['policy']);
    const id = await anAppeal('policy');
    expect(await decide(first, id, 'allowed')).toMatchObject({ refusal: { code: 'decided-in-case' } });
    const wordless = await asReviewer(app, third, (tx, act) =>
      decideAppeal(tx, act, id, { is: 'upheld', grounds: '' }),
    );
    expect(wordless).toMatchObject({ refusal: { code: 'grounds-missing' } });
    const forged = asReviewer(app, first, (tx) =>
      tx
        .updateTable('review_appeal')
        .set({ state: 'allowed', decided_by: first.id, decided_at: now, decision_grounds: 'Fine.' })
        .where('id', '=', id)
        .execute(),
    );
    await expect(forged).rejects.toThrow('not theirs');
  });

  it('is not decided by who was to approve the case and sent it back to its reviewer', async () => {
    await aReview(app, first, submission);
    await asReviewer(app, second, (tx, act) => sendBackToReviewer(tx, act, submission, 'Read page 4 again.'));
    await asReviewer(app, first, async (tx, act) => {
      const decision = { requirement: 'policy', decision: 'returned', comment: 'Add a page.' } as const;
      await decideRequirement(tx, act, submission, decision);
      expect(await finishReview(tx, act, submission)).toMatchObject({ ok: true });
    });
    const id = await anAppeal('policy');
    expect(await decide(second, id, 'allowed')).toMatchObject({ refusal: { code: 'decided-in-case' } });
    expect(await decide(third, id, 'allowed')).toMatchObject({ ok: true });
  });

  it('that is not allowed leaves the decision, and gives the time back that it took', async () => {
    await aReview(app, first, submission, ['policy']);
    const before = await found();
    later(10);
    const id = await anAppeal('policy');
    later(5);
    expect(await decide(third, id, 'upheld')).toMatchObject({ value: 'stands' });
    expect(await found()).toMatchObject({
      state: 'returned',
      answerBy: before?.answerBy && addDays(before.answerBy, 5),
    });
    expect(await decide(second, id, 'allowed')).toMatchObject({ refusal: { code: 'appeal-moved-on' } });
  });

  it('that is allowed lets the requirement count as met, also in the rounds to come', async () => {
    await aReview(app, first, submission, ['policy', 'partnership']);
    const id = await anAppeal('policy');
    expect(await decide(third, id, 'allowed')).toMatchObject({ value: 'goes-on' });
    const rounds = await made.as((tx) => listSubmissions(tx, made.agency.id));
    expect([...requestsOf(rounds).keys()]).toEqual(['partnership']);
    await aPolicy(made);
    const overview = await (
      await app.get(`/workspace/${made.agency.slug}`, await app.signIn(made.coordinator.email))
    ).text();
    expect(overview.match(/Read what the reviewers ask for/g)).toHaveLength(1);
    expect(overview).toContain('Counts as met: your appeal was allowed');
    submission = await aSubmission(made, { round: 2 });
    expect((await found())?.reviews).toMatchObject([
      { requirement: 'partnership', isAllowedOnAppeal: false },
      { requirement: 'policy', isAllowedOnAppeal: true, decision: undefined },
      { isAllowedOnAppeal: false },
      { isAllowedOnAppeal: false },
    ]);
    const allowed = 'Counts as met: an appeal was allowed';
    const policy = await app.get(`/campaign/reviews/${submission}/policy`, await app.signIn(second.email));
    expect((await policy.text()).match(new RegExp(allowed, 'g'))).toHaveLength(2);
    const own = await app.get(
      `/workspace/${made.agency.slug}/review`,
      await app.signIn(made.coordinator.email),
    );
    expect((await own.text()).match(new RegExp(allowed, 'g'))).toHaveLength(2);
    await asReviewer(app, second, (tx, act) => claimReview(tx, act, submission));
    const again = await asReviewer(app, second, (tx, act) =>
      decideRequirement(tx, act, submission, { requirement: 'policy', decision: 'returned', comment: 'No.' }),
    );
    expect(again).toMatchObject({ refusal: { code: 'allowed-on-appeal' } });
    const form = await app.get(`/campaign/reviews/${submission}/policy`, await app.signIn(second.email));
    expect(await form.text()).toMatch(/value="met"[^>]* checked/);
  });

  it('that is allowed about all that was missing goes to approval, by neither reviewer nor appeal reviewer', async () => {
    await aReview(app, first, submission, ['policy']);
    const id = await anAppeal('policy');
    expect(await decide(third, id, 'allowed')).toMatchObject({ value: 'awaiting-approval' });
    const approve = (person: KnownPerson) =>
      asReviewer(app, person, (tx, act) => approveSubmission(tx, act, submission));
    for (const person of [first, third]) {
      expect(await approve(person)).toMatchObject({ refusal: { code: 'reviewer-approves-own' } });
    }
    expect(await approve(second)).toMatchObject({ ok: true });
  });

  it('of a closing opens the case again, with new time to answer', async () => {
    await aReview(app, first, submission, ['policy']);
    later(62);
    await closeLateCases(app.deps);
    expect(await found()).toMatchObject({ state: 'closed' });
    expect(await appeal('policy')).toMatchObject({ refusal: { code: 'submission-moved-on' } });
    const id = await anAppeal(undefined);
    later(3);
    expect(await decide(third, id, 'allowed')).toMatchObject({ value: 'goes-on' });
    expect(await found()).toMatchObject({
      state: 'returned',
      answerBy: addDays(today(), 60),
      closing: undefined,
    });
  });

  it('holds the agency’s next round and the closing until it is decided or taken back', async () => {
    await aReview(app, first, submission, ['policy']);
    const id = await anAppeal('policy');
    const sent = await made.as((tx) => submitForReview(tx, made.act(), { note: '', answers: new Map() }));
    expect(sent).toMatchObject({ refusal: { code: 'appeal-waiting' } });
    later(100);
    await closeLateCases(app.deps);
    expect(await found()).toMatchObject({ state: 'returned' });
    expect(await made.as((tx) => withdrawAppeal(tx, made.act(), id))).toMatchObject({ ok: true });
    await closeLateCases(app.deps);
    expect(await found()).toMatchObject({ state: 'closed' });
  });
});
