import type { Campaign } from '../../src/demo/demo-campaign.ts';
import { act, asAgency, type DemoAgency } from '../../src/demo/demo-pledge.ts';
import { review, submit } from '../../src/demo/demo-review.ts';
import { daysBefore, type Stage, value } from '../../src/demo/demo-stage.ts';
import { closeLateCases } from '../../src/review/closing-actions.ts';
import type { SubmissionId } from '../../src/review/submission.ts';
import { submitForReview } from '../../src/review/submit-actions.ts';

/** What the two reviewers of the case asked for, one after the other. */
export const askedFirst = 'Name the facility that receives people, and the statute that custody rests on.';
export const askedAgain = 'Page 3 names a hospital. Say that it takes people at night, too.';

/**
 * A case of two rounds, each reviewed by somebody else, that was closed because the agency did not answer the second in
 * time. Gives the last round.
 */
export async function closedCase(stage: Stage, campaign: Campaign, made: DemoAgency): Promise<SubmissionId> {
  const first = await submit(stage, made, 120, 'Everything is in place.');
  await review(stage, campaign, made, first, 110, new Map([['policy', askedFirst]]));
  const answers = new Map([['policy', 'It is on page 3 now.']] as const);
  const answering = act(stage, made, made.coordinator, daysBefore(stage, 100));
  const second = value(
    await asAgency(stage, made, (tx) => submitForReview(tx, answering, { note: '', answers })),
  );
  const other = { ...campaign, reviewer: campaign.secondReviewer };
  await review(stage, other, made, second, 90, new Map([['policy', askedAgain]]));
  await closeLateCases(stage.deps);
  return second;
}
