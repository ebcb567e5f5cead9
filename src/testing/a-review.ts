import { requirements } from '../campaign-rules/campaign-requirement.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import {
  claimReview,
  decideRequirement,
  finishReview,
  type ReviewAct,
  reviewActOf,
} from '../review/review-actions.ts';
import type { Decision, SubmissionId } from '../review/submission.ts';
import type { TestApp } from './test-app.ts';

/** Runs something as somebody of the campaign, with an act of theirs. */
export function asReviewer<Result>(
  app: TestApp,
  person: KnownPerson,
  work: (tx: Transaction, act: ReviewAct) => Promise<Result>,
  now = app.deps.now(),
): Promise<Result> {
  const act = reviewActOf(app.deps.config, person.id, now);
  return actingAs(app.databases.app, { as: 'campaign', person: person.id }, (tx) => work(tx, act));
}

/** A review from claim to finish: everything met but what `returned` names. */
export async function aReview(
  app: TestApp,
  person: KnownPerson,
  id: SubmissionId,
  returned: readonly string[] = [],
  now = app.deps.now(),
): Promise<void> {
  await asReviewer(
    app,
    person,
    async (tx, act) => {
      value(await claimReview(tx, act, id));
      for (const requirement of requirements) {
        const decision: Decision = returned.includes(requirement) ? 'returned' : 'met';
        const comment = decision === 'met' ? '' : `Do this about ${requirement}`;
        value(await decideRequirement(tx, act, id, { requirement, decision, comment }));
      }
      value(await finishReview(tx, act, id));
    },
    now,
  );
}

function value(
  outcome: { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } },
): void {
  if (!outcome.ok) throw new Error(`The builder was refused: ${outcome.refusal.code}`);
}
