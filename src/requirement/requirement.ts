import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { Coverage } from '../training/coverage.ts';
import type { Assessment, RequirementState } from './assessment.ts';
import { assessPartnership } from './partnership-requirement.ts';
import { assessPolicy } from './policy-requirement.ts';
import type { RequirementFacts } from './requirement-facts.ts';
import type { Outstanding, Reason } from './requirement-reason.ts';
import { assessAdvancedTraining, assessEveryoneTrained } from './training-requirement.ts';

export interface RequirementStatus {
  readonly requirement: Requirement;
  readonly state: RequirementState;
  /** What is outstanding, or why it is met; then what else to look after. */
  readonly reasons: readonly Reason[];
}

/** The requirements of the rules, in their order, each with its state and the reasons for it. */
export function requirementStatuses(
  rules: CampaignRules,
  facts: RequirementFacts,
): readonly RequirementStatus[] {
  return rules.requirements.map(({ requirement }) => {
    const assessment = assess(requirement, rules, facts);
    const decisive = assessment.state === 'met' ? [assessment.achievement] : assessment.outstanding;
    return { requirement, state: assessment.state, reasons: [...decisive, ...assessment.notices] };
  });
}

/** All that an agency still has to do, in the order of the requirements; empty when it may submit. */
export function outstandingRequirements(
  rules: CampaignRules,
  facts: RequirementFacts,
): readonly Outstanding[] {
  return rules.requirements.flatMap(({ requirement }) => outstandingIn(assess(requirement, rules, facts)));
}

/** What is outstanding in training alone, for callers that know only a roster and records. */
export function outstandingTraining(coverage: Coverage): readonly Outstanding[] {
  return [assessAdvancedTraining(coverage), assessEveryoneTrained(coverage)].flatMap(outstandingIn);
}

function assess(requirement: Requirement, rules: CampaignRules, facts: RequirementFacts): Assessment {
  switch (requirement) {
    case 'partnership':
      return assessPartnership(rules, facts.partnerships, facts.today);
    case 'policy':
      return assessPolicy(rules, facts.policy, facts.today);
    case 'advanced-training':
      return assessAdvancedTraining(facts.coverage);
    case 'everyone-trained':
      return assessEveryoneTrained(facts.coverage);
  }
}

function outstandingIn(assessment: Assessment): readonly Outstanding[] {
  return assessment.state === 'met' ? [] : assessment.outstanding;
}
