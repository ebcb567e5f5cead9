import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';

/** What a version of the rules asks for, in its own figures: who reads a snapshot need not look them up. */
export type RulesNeeds = ReturnType<typeof needsOf>;

export function needsOf(rules: CampaignRules) {
  const { advanced, trained, acknowledgment } = rules;
  return {
    requirements: rules.requirements.map(({ requirement }) => requirement),
    advanced: { percent: advanced.percent, of: advanced.of, programs: advanced.programs },
    trained: {
      percent: trained.percent,
      of: trained.of,
      basePrograms: trained.basePrograms,
      baseNeededBy: trained.baseNeededBy,
    },
    acknowledgment: { isRequired: acknowledgment.isRequired, percent: acknowledgment.percent },
    sustainability: rules.sustainability
      .filter(({ weight }) => weight === 'required')
      .map(({ code }) => code as string),
    policyElements: rules.policyElements.map(({ code }) => code as string),
  };
}
