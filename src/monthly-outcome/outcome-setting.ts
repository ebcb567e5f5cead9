import type { Baseline } from './baseline.ts';

/** What an agency has decided about its counts. */
export interface OutcomeSetting {
  /** Whether the campaign may add them up with those of others. */
  readonly sharesWithCampaign: boolean;
  /** The baseline that was chosen; undefined while it follows from the pledge. */
  readonly baseline: Baseline | undefined;
  /** Counts every change, so that two people who save at once see each other. */
  readonly revision: number;
}

/** Nothing is shared and nothing chosen before somebody says so. */
export const undecided: OutcomeSetting = { sharesWithCampaign: false, baseline: undefined, revision: 0 };
