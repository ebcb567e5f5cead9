import type { AgencyId, Transaction } from '../database/acting.ts';
import { adoptionObstacles } from './policy.ts';
import { checklistOf, findAdoptionAsked, listAnswers, policyDesk } from './policy-actions.ts';

/** A revised draft that nothing keeps from being adopted, beside the version in force. */
export interface WaitingAdoption {
  readonly title: string;
  /** When the executive was asked last; undefined while nobody has. */
  readonly askedAt: Date | undefined;
}

/** The revised draft that waits for the executive, if there is one. Acts for the agency. */
export async function draftAwaitingAdoption(
  tx: Transaction,
  agency: AgencyId,
): Promise<WaitingAdoption | undefined> {
  const { draft, adopted } = await policyDesk(tx, agency);
  // A first policy is outstanding, and told of there.
  if (!draft || !adopted) return undefined;
  const answers = await listAnswers(tx, agency, draft.id);
  if (adoptionObstacles(draft, await checklistOf(tx, agency), answers)) return undefined;
  const asked = await findAdoptionAsked(tx, agency, draft.id);
  return { title: draft.title, askedAt: asked?.at };
}
