import type { Source } from './source.ts';

/** What stands behind a criterion or its number: a page of the campaign, or nothing but local discretion. */
export type CriterionBasis =
  | { readonly is: 'source'; readonly source: Source }
  /** The campaign names no such thing, and no number. */
  | { readonly is: 'local-discretion' };

/** `required` keeps the requirement from being met; `shown` only tells both sides where they are. */
export type CriterionWeight = 'required' | 'shown';

/** A sign by which a partnership is seen to last. A version of the rules says which ones it asks for. */
export type SustainabilityCriterion =
  /** The requirement has always asked for these two. */
  | {
      readonly code: 'confirmed-by-both' | 'agreement-in-term';
      readonly weight: 'required';
      readonly basis: CriterionBasis;
    }
  | {
      readonly code: 'liaison-in-place' | 'check-ins-answered' | 'actions-on-time';
      readonly weight: CriterionWeight;
      readonly basis: CriterionBasis;
    }
  | {
      readonly code: 'meetings-held' | 'training-taught';
      readonly weight: CriterionWeight;
      /** So many in the last `months`. */
      readonly atLeast: number;
      readonly months: number;
      readonly basis: CriterionBasis;
    };

export type SustainabilityCode = SustainabilityCriterion['code'];

const clearlyDefined: CriterionBasis = {
  is: 'source',
  source: {
    title: 'One Mind Pledge',
    url: 'https://www.theiacp.org/one-mind-pledge',
    note: 'The page asks for a “clearly defined and sustainable” partnership and does not say how that is seen. We read it as an agreement in term, confirmed by both sides, with a liaison on each.',
  },
};

const localDiscretion: CriterionBasis = { is: 'local-discretion' };

/** The same under all versions so far: the campaign's words, and what it is silent on as something to look at. */
export const sustainabilityCriteria: readonly SustainabilityCriterion[] = [
  { code: 'confirmed-by-both', weight: 'required', basis: clearlyDefined },
  { code: 'agreement-in-term', weight: 'required', basis: clearlyDefined },
  { code: 'liaison-in-place', weight: 'required', basis: clearlyDefined },
  { code: 'meetings-held', weight: 'shown', atLeast: 2, months: 12, basis: localDiscretion },
  { code: 'actions-on-time', weight: 'shown', basis: localDiscretion },
  { code: 'training-taught', weight: 'shown', atLeast: 1, months: 24, basis: localDiscretion },
  { code: 'check-ins-answered', weight: 'shown', basis: localDiscretion },
];
