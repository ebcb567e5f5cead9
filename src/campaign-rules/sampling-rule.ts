import { smallestShare } from './share.ts';
import type { CriterionBasis } from './sustainability-criterion.ts';

/** How many training records an agency shows proof for, and what follows when one of them does not hold. */
export interface SamplingRule {
  /** If this share of the records were bad … */
  readonly badPercent: number;
  /** … the sample would hold at least one of them with this probability. */
  readonly confidencePercent: number;
  /** How often a failed record adds as many again; a failure after the last returns the training requirements. */
  readonly widenings: number;
  readonly source: CriterionBasis;
}

/** The campaign names no procedure: these are the usual figures of discovery sampling in an audit. */
export const discoverySampling: SamplingRule = {
  badPercent: 5,
  confidencePercent: 95,
  widenings: 2,
  source: { is: 'local-discretion' },
};

/**
 * The smallest sample of so many records that holds a bad one with the rule's probability, drawn without putting back
 * (hypergeometric). Compared in whole numbers; of the bad share at least one record is bad. 0 of 0; 4 of 4; 59 of 36,000.
 */
export function sampleSize(rule: SamplingRule, records: number): number {
  const good = records - smallestShare(rule.badPercent, records);
  const mayMiss = BigInt(100 - rule.confidencePercent);
  let onlyGood = 1n;
  let any = 1n;
  for (let size = 0; size < records; size += 1) {
    if (onlyGood * 100n <= mayMiss * any) return size;
    onlyGood *= BigInt(Math.max(0, good - size));
    any *= BigInt(records - size);
  }
  return records;
}
