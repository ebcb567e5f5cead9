import type { Quarter } from './quarter.ts';

/** By what figures are told apart. */
export type Grouping = 'state' | 'type' | 'size';

export const groupings: readonly Grouping[] = ['state', 'type', 'size'];

/** The campaign's figures of some days, for all agencies or one group of them. */
export interface Figures {
  /** The code of a state, of a type of agency or of a size; '' for all. */
  readonly group: string;
  /** Agencies under a pledge on the last day, the certified among them. */
  readonly pledged: number;
  /** Pledges taken, and pledges ended, in these days. */
  readonly newPledges: number;
  readonly withdrawn: number;
  /** Agencies whose certificate counted on the last day. */
  readonly certified: number;
  /** Certificates issued in these days. */
  readonly newCertificates: number;
  /** Of those: the median of days from pledge to certificate, and how many rounds a review took on average. */
  readonly medianDays: number | undefined;
  readonly rounds: number | undefined;
  /** Officers of the certified agencies, as counted when they were certified. */
  readonly trained: number;
  readonly advanced: number;
}

/** Cases that wait in one place of the review, or appeals. */
export interface WaitingCases {
  /** A state of a submission, or `appeal`. */
  readonly state: string;
  readonly cases: number;
  /** Since when the oldest waits. */
  readonly oldest: Date;
}

/** What a report of a quarter says. */
export interface QuarterReport {
  readonly quarter: Quarter;
  readonly grouping: Grouping;
  /** False while the quarter runs: the figures are those until today. */
  readonly isOver: boolean;
  readonly all: Figures;
  readonly sinceBeginning: Figures;
  readonly groups: readonly Figures[];
  readonly waiting: readonly WaitingCases[];
}
