import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requirements } from '../campaign-rules/campaign-requirement.ts';
import { actingAs } from '../database/acting.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { claimReview, decideRequirement, finishReview, reviewActOf } from './review-actions.ts';
import { longestText } from './submission.ts';
import { findSubmission } from './submission-store.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const tooLong = 'x'.repeat(longestText + 1);
const sentence = 'Shorten this to 4,000 letters or fewer';

describe('a text of a review that is too long is refused with a sentence, never cut', () => {
  it('as a comment on a requirement, and as a note to the first reviewer', async () => {
    const made = await anAgency(app.databases);
    const id = await aSubmission(made);
    const first = await aCampaignMember(app.databases, 'reviewer');
    const second = await aCampaignMember(app.databases, 'reviewer');
    const [firstCookie, secondCookie] = [await app.signIn(first.email), await app.signIn(second.email)];
    await app.post(`/campaign/reviews/${id}/claim`, {}, firstCookie);
    const decision = { 'decision-policy': 'met', 'comment-policy': tooLong };
    const commented = await app.post(`/campaign/reviews/${id}/decisions/policy`, decision, firstCookie);
    expect([commented.status, (await commented.text()).includes(sentence)]).toEqual([422, true]);
    const acting = { as: 'campaign', person: first.id } as const;
    await actingAs(app.databases.app, acting, async (tx) => {
      const act = reviewActOf(app.deps.config, first.id, new Date());
      await claimReview(tx, act, id);
      for (const requirement of requirements) {
        await decideRequirement(tx, act, id, { requirement, decision: 'met', comment: '' });
      }
      await finishReview(tx, act, id);
    });
    const noted = await app.post(`/campaign/reviews/${id}/send-back`, { note: tooLong }, secondCookie);
    const page = await noted.text();
    expect([noted.status, page.includes(sentence), page.includes(tooLong)]).toEqual([422, true, true]);
    const found = await actingAs(app.databases.app, acting, (tx) => findSubmission(tx, id));
    expect(found?.state).toBe('awaiting-approval');
  });

  it('as the agency’s note, and as an answer that nobody asked for', async () => {
    const made = await anAgency(app.databases);
    const coordinator = await app.signIn(made.coordinator.email);
    for (const field of ['note', 'answer-policy']) {
      const sent = await app.post(`/workspace/${made.agency.slug}/review`, { [field]: tooLong }, coordinator);
      expect([field, sent.status, (await sent.text()).includes(sentence)]).toEqual([field, 422, true]);
    }
  });
});
