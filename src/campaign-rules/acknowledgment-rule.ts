import type { CriterionBasis } from './sustainability-criterion.ts';

/** Whether the policy counts as implemented only once staff have acknowledged it. */
export interface AcknowledgmentRule {
  /** When false, how many have is shown and keeps nothing from being met. */
  readonly isRequired: boolean;
  /** The share of the people asked that has to have acknowledged, where it is required. */
  readonly percent: number;
  readonly source: CriterionBasis;
}

/** The campaign asks for a policy that is “developed and implemented” and does not say how that is seen. */
export const shownAcknowledgment: AcknowledgmentRule = {
  isRequired: false,
  percent: 100,
  source: { is: 'local-discretion' },
};
