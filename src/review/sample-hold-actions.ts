import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { Transaction } from '../database/acting.ts';
import { sampleAllows } from '../snapshot/sample-standing.ts';
import { sampleStanding } from '../snapshot/sample-standing-actions.ts';
import type { Submission } from './submission.ts';

/** What the sample of records doesn't let be found met, yet or at all: nobody waves training through unseen. */
export async function unprovenRequirements(
  tx: Transaction,
  { id, reviews }: Pick<Submission, 'id' | 'reviews'>,
): Promise<readonly Requirement[]> {
  const standing = await sampleStanding(tx, id);
  return reviews
    .map(({ requirement }) => requirement)
    .filter((requirement) => !sampleAllows(standing, requirement));
}
