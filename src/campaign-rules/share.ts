import type { CampaignRules } from './campaign-rules.ts';

/** Whether `part` of `whole` people is at least `percent`: compared in whole numbers, so nothing is rounded up to it. */
export function meetsShare(percent: number, part: number, whole: number): boolean {
  return part * 100 >= percent * whole;
}

/** The smallest number of people that is at least `percent` of `whole`: 20 % of 4 is 1, of 6 is 2, of 0 is 0. */
export function smallestShare(percent: number, whole: number): number {
  return Math.floor((percent * whole + 99) / 100);
}

/** How many people need an advanced course when `counted` people are measured (under every version so far: the sworn). */
export function advancedRequired(rules: CampaignRules, counted: number): number {
  return smallestShare(rules.advanced.percent, counted);
}

/** A share for reading, as a whole percentage rounded down: 199 of 1,000 is 19 %, never 20 %. Of nobody it is 0. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 100) / whole);
}
