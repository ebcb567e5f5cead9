import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requirements } from '../campaign-rules/campaign-requirement.ts';
import { decideProof } from '../snapshot/decide-proof-actions.ts';
import { sampleStanding } from '../snapshot/sample-standing-actions.ts';
import { asReviewer } from '../testing/a-review.ts';
import { aSampledSubmission } from '../testing/a-sampled-submission.ts';
import { aCampaignMember } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { fileAppeal } from './appeal-actions.ts';
import { decideAppeal } from './appeal-decision-actions.ts';
import { decideRequirement, finishReview } from './review-actions.ts';
import type { Decision } from './submission.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('a review whose sample is open', () => {
  it('finds no training met; it can only go back with what to do', async () => {
    const sampled = await aSampledSubmission(app);
    const decide = (decision: Decision, comment = '') =>
      sampled.asReviewer(async (tx) => {
        for (const requirement of requirements)
          await decideRequirement(tx, sampled.reviewer, sampled.id, { requirement, decision, comment });
      });
    const finish = () => sampled.asReviewer((tx) => finishReview(tx, sampled.reviewer, sampled.id));
    await decide('met');
    expect(await sampled.asReviewer((tx) => sampleStanding(tx, sampled.id))).toMatchObject({ is: 'open' });
    expect(await finish()).toEqual({
      ok: false,
      refusal: { code: 'sample-speaks-against', requirements: ['advanced-training', 'everyone-trained'] },
    });
    await decide('returned', 'Show the certificates that were asked for.');
    expect(await finish()).toMatchObject({ value: 'returned' });
  });

  it('goes on with its reviewer when an appeal lets the rest count as met', async () => {
    const sampled = await aSampledSubmission(app);
    const { id, made, reviewer } = sampled;
    await sampled.asReviewer(async (tx) => {
      for (const requirement of requirements) {
        const decision = requirement === 'policy' ? 'returned' : 'met';
        await decideRequirement(tx, reviewer, id, { requirement, decision, comment: 'Name the facility.' });
      }
      await finishReview(tx, reviewer, id);
    });
    const grounds = 'Page 4 names it.';
    const appeal = await made.as((tx) =>
      fileAppeal(tx, made.act(), { submission: id, requirement: 'policy', grounds }),
    );
    const third = await aCampaignMember(app.databases, 'reviewer');
    const verdict = { is: 'allowed', grounds: 'It does.' } as const;
    const decided = await asReviewer(app, third, (tx, act) =>
      decideAppeal(tx, act, appeal.ok ? appeal.value : '', verdict),
    );
    expect(decided).toMatchObject({ value: 'in-review' });
    const finish = () => sampled.asReviewer((tx) => finishReview(tx, reviewer, id));
    expect(await finish()).toMatchObject({ refusal: { code: 'sample-speaks-against' } });
    for (const place of [1, 2, 3, 4]) {
      await sampled.show(place);
      await sampled.asReviewer(async (tx) => {
        const proof = await tx
          .selectFrom('sample_proof')
          .select('id')
          .where('submission_id', '=', id)
          .where('place', '=', place)
          .executeTakeFirstOrThrow();
        const found = { proof: proof.id, decision: 'accepted', word: '' } as const;
        await decideProof(tx, reviewer, { submission: id, place }, found);
      });
    }
    expect(await finish()).toMatchObject({ value: 'awaiting-approval' });
  });
});
