import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { PersonId } from '../database/acting.ts';
import type { Decision } from './submission.ts';

/** What stopped counting in a round at once, because who decided it has a tie to the agency. */
export interface SetAside {
  readonly people: readonly PersonId[];
  readonly requirements: readonly Requirement[];
  /** How many decisions about proofs of the sample. */
  readonly proofs: number;
  /** Whether the round went back to the queue with it; otherwise it is where it was. */
  readonly isGivenBack: boolean;
}

/** A decision about a requirement that counts no more. */
export interface SetAsideDecision {
  readonly requirement: Requirement;
  readonly decision: Decision;
  readonly comment: string;
  readonly decidedAt: Date;
  readonly setAsideAt: Date;
}

/** All of a round that counts no more. */
export interface SetAsideInRound {
  readonly decisions: readonly SetAsideDecision[];
  readonly proofs: number;
}

/** Whether something has to be decided anew: somebody who had only taken the round on leaves nothing behind. */
export function hasDecisions({ requirements, proofs }: SetAside): boolean {
  return requirements.length > 0 || proofs > 0;
}
