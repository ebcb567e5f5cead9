import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import { requirements } from '../campaign-rules/campaign-requirement.ts';
import type { KnownPerson } from '../identity/person-actions.ts';
import {
  approveSubmission,
  claimReview,
  decideRequirement,
  finishReview,
  type ReviewAct,
  reviewActOf,
} from '../review/review-actions.ts';
import type { SubmissionId } from '../review/submission.ts';
import { submitForReview } from '../review/submit-actions.ts';
import type { Campaign } from './demo-campaign.ts';
import { act, asAgency, type DemoAgency } from './demo-pledge.ts';
import { as, daysBefore, type Stage, value } from './demo-stage.ts';
import { acceptProofs, showProofs } from './sample-story.ts';

/** Sends the agency's work in, so many days ago. */
export async function submit(
  stage: Stage,
  made: DemoAgency,
  sent: number,
  note: string,
): Promise<SubmissionId> {
  const submitting = act(stage, made, made.coordinator, daysBefore(stage, sent));
  return value(
    await asAgency(stage, made, (tx) => submitForReview(tx, submitting, { note, answers: new Map() })),
  );
}

/** The agency shows proof for what was drawn, and the first reviewer decides every requirement; what `returned` names goes back with its comment. */
export async function review(
  stage: Stage,
  campaign: Campaign,
  made: DemoAgency,
  id: SubmissionId,
  reviewed: number,
  returned: ReadonlyMap<Requirement, string> = new Map(),
): Promise<void> {
  const reviewing = reviewAct(stage, campaign.reviewer, reviewed);
  const asReviewer = { as: 'campaign', person: campaign.reviewer.id } as const;
  await as(stage, asReviewer, async (tx) => value(await claimReview(tx, reviewing, id)));
  await showProofs(stage, made, id, reviewed);
  await acceptProofs(stage, campaign.reviewer, id, reviewed);
  await as(stage, asReviewer, async (tx) => {
    for (const requirement of requirements) {
      const comment = returned.get(requirement);
      const decision = comment === undefined ? 'met' : 'returned';
      value(await decideRequirement(tx, reviewing, id, { requirement, decision, comment: comment ?? '' }));
    }
    value(await finishReview(tx, reviewing, id));
  });
}

/** The second reviewer approves: the agency is certified that day. */
export async function approve(
  stage: Stage,
  campaign: Campaign,
  id: SubmissionId,
  approved: number,
): Promise<void> {
  const approving = reviewAct(stage, campaign.secondReviewer, approved);
  await as(stage, { as: 'campaign', person: campaign.secondReviewer.id }, async (tx) => {
    value(await approveSubmission(tx, approving, id));
  });
}

function reviewAct(stage: Stage, who: KnownPerson, days: number): ReviewAct {
  return reviewActOf(stage.deps.config, who.id, daysBefore(stage, days));
}
