import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { SamplingRule } from '../campaign-rules/sampling-rule.ts';

/** Where the proof of one sampled record stands. */
export type ProofState = 'wanted' | 'shown' | 'accepted' | 'failed';

export const proofStates: readonly ProofState[] = ['wanted', 'shown', 'accepted', 'failed'];

/** A sample as drawn: so many of all records that the figures rest on. */
export interface DrawnSample {
  readonly size: number;
  readonly records: number;
}

/** How far down the order proof is asked for, given the places (from 1) whose records failed. */
export interface WantedPart {
  readonly wanted: number;
  /** How often it was widened. */
  readonly widened: number;
  /** A record failed after the last widening: the sample says no. */
  readonly isSpent: boolean;
}

/** The places beyond which no sample goes. */
export function furthestPlace(rule: SamplingRule, { size, records }: DrawnSample): number {
  return Math.min(records, size * (rule.widenings + 1));
}

/** One failed record among those asked for widens the sample by as many again, down the same order. */
export function wantedPart(
  rule: SamplingRule,
  { size, records }: DrawnSample,
  failed: readonly number[],
): WantedPart {
  for (let widened = 0; ; widened += 1) {
    const wanted = Math.min(records, size * (widened + 1));
    const hasFailed = failed.some((place) => place > size * widened && place <= wanted);
    if (!hasFailed || wanted === records) return { wanted, widened, isSpent: false };
    if (widened === rule.widenings) return { wanted, widened, isSpent: true };
  }
}

export interface SampleProgress extends Omit<WantedPart, 'isSpent'>, DrawnSample {
  /** Of those wanted: for how many the agency has shown proof that nobody has decided about. */
  readonly shown: number;
  readonly accepted: number;
  readonly failed: number;
}

/** What the sample says about the training requirements. */
export type SampleStanding =
  /** No training record is in the snapshot, or it was frozen before there were samples. */
  | { readonly is: 'none' }
  | ({ readonly is: 'open' } & SampleProgress)
  /** Every record asked for is decided, and what holds is enough. */
  | ({ readonly is: 'held' } & SampleProgress)
  | ({
      readonly is: 'failed';
      /** `without`: the requirements are not met without the records that failed. */
      readonly why: 'widened-enough' | 'without';
      readonly requirements: readonly Requirement[];
    } & SampleProgress);

export const trainingRequirements: readonly Requirement[] = ['advanced-training', 'everyone-trained'];

/**
 * Where a sample stands. `states` are those of the places from 1 on; `unmetWithout` the requirements that are not met
 * without the records that failed.
 */
export function standingOfSample(
  rule: SamplingRule,
  sample: DrawnSample,
  states: readonly ProofState[],
  unmetWithout: readonly Requirement[],
): SampleStanding {
  if (sample.size === 0) return { is: 'none' };
  const failedPlaces = states.flatMap((state, index) => (state === 'failed' ? [index + 1] : []));
  const { isSpent, ...part } = wantedPart(rule, sample, failedPlaces);
  const asked = states.slice(0, part.wanted);
  const count = (wanted: ProofState) => asked.filter((state) => state === wanted).length;
  const progress: SampleProgress = {
    ...sample,
    ...part,
    shown: count('shown'),
    accepted: count('accepted'),
    failed: count('failed'),
  };
  if (isSpent)
    return { is: 'failed', why: 'widened-enough', requirements: trainingRequirements, ...progress };
  if (progress.accepted + progress.failed < part.wanted) return { is: 'open', ...progress };
  if (unmetWithout.length > 0)
    return { is: 'failed', why: 'without', requirements: unmetWithout, ...progress };
  return { is: 'held', ...progress };
}

/** Whether a reviewer may find this requirement met as far as the sample goes. */
export function sampleAllows(standing: SampleStanding, requirement: Requirement): boolean {
  if (!trainingRequirements.includes(requirement) || standing.is === 'none' || standing.is === 'held')
    return true;
  return standing.is === 'failed' && !standing.requirements.includes(requirement);
}
