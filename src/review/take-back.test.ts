import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pledgeOf } from '../pledge/pledge-actions.ts';
import type { SubmissionId } from '../review/submission.ts';
import { decideProof } from '../snapshot/decide-proof-actions.ts';
import { findPlace } from '../snapshot/sample-place-store.ts';
import { aReview, asReviewer } from '../testing/a-review.ts';
import { aSampledSubmission } from '../testing/a-sampled-submission.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { claimReview, releaseReview } from './review-actions.ts';
import { agencyReviewContent } from './review-content.ts';
import { findReviewProgress, findSubmission } from './submission-store.ts';
import { takeBackSubmission } from './submit-actions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const takeBack = (made: AgencyForTests, id: SubmissionId) =>
  made.as((tx) => takeBackSubmission(tx, made.act(), id));

/** What somebody gets who goes past the action, straight to the database. */
const forge = (made: AgencyForTests, id: SubmissionId) =>
  made.as(async (tx) => {
    const forged = tx.updateTable('submission').set({ state: 'taken-back' }).where('id', '=', id);
    return (await forged.executeTakeFirst()).numUpdatedRows;
  });

const reviewPage = async (made: AgencyForTests) =>
  (await app.get(`/workspace/${made.agency.slug}/review`, await app.signIn(made.coordinator.email))).text();

async function takenOnAndGivenBack(made: AgencyForTests): Promise<SubmissionId> {
  const id = await aSubmission(made);
  const reviewer = await aCampaignMember(app.databases, 'reviewer');
  await asReviewer(app, reviewer, (tx, act) => claimReview(tx, act, id));
  await asReviewer(app, reviewer, (tx, act) => releaseReview(tx, act, id));
  return id;
}

describe('taking back', () => {
  it('is offered while nobody has begun to review', async () => {
    const made = await anAgency(app.databases);
    const id = await aSubmission(made);
    expect(await reviewPage(made)).toContain(`${id}/take-back`);
    expect(await takeBack(made, id)).toMatchObject({ ok: true });
  });

  it('is over once a reviewer took the work on, also after they gave it back to the queue', async () => {
    const made = await anAgency(app.databases);
    const id = await takenOnAndGivenBack(made);
    expect(await made.as((tx) => findSubmission(tx, id))).toMatchObject({ state: 'waiting', hasBegun: true });
    const page = await reviewPage(made);
    expect(page).toContain(agencyReviewContent.begun);
    expect(page).not.toContain(agencyReviewContent.takeBackText);
    expect(page).not.toContain('/take-back');
    expect(await takeBack(made, id)).toMatchObject({ refusal: { code: 'submission-moved-on' } });
    expect(await forge(made, id)).toBe(0n);
    const pressed = `/workspace/${made.agency.slug}/review/${id}/take-back`;
    const answer = await app.post(pressed, {}, await app.signIn(made.coordinator.email));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('It was not taken back');
  });

  it('of a second round leaves on the overview what came back with the first', async () => {
    const made = await anAgency(app.databases);
    await aReview(app, await aCampaignMember(app.databases, 'reviewer'), await aSubmission(made), ['policy']);
    const second = await aSubmission(made, { round: 2 });
    const progress = () =>
      made.as(async (tx) =>
        findReviewProgress(tx, made.agency.id, (await pledgeOf(tx, made.agency.id))?.id ?? ''),
      );
    expect(await progress()).toMatchObject({ state: 'waiting', returned: [] });
    expect(await takeBack(made, second)).toMatchObject({ ok: true });
    expect(await progress()).toMatchObject({ state: 'returned', returned: ['policy'] });
  });

  it('does not rid an agency of a record that failed, even were the claim forgotten', async () => {
    const { made, id, show, asReviewer: as, reviewer } = await aSampledSubmission(app);
    await show(1);
    await as(async (tx) => {
      const proof = (await findPlace(tx, { agency: made.agency.id, id }, 1))?.proof?.id ?? '';
      const finding = { proof, decision: 'failed', word: 'Another name is on it.' } as const;
      expect(await decideProof(tx, reviewer, { submission: id, place: 1 }, finding)).toMatchObject({
        ok: true,
      });
    });
    const forget = `update submission set state = 'waiting', reviewer = null, claimed_at = null where id = $1`;
    await asOwner(app.ownerUrl, forget, [id]);
    expect(await takeBack(made, id)).toMatchObject({ refusal: { code: 'submission-moved-on' } });
    expect(await forge(made, id)).toBe(0n);
  });
});
