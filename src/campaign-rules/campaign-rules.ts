import type { AcknowledgmentRule } from './acknowledgment-rule.ts';
import type { CampaignRequirement } from './campaign-requirement.ts';
import type { PolicyElement } from './policy-element.ts';
import type { Program } from './program.ts';
import { rulesOf2016 } from './rules-of-2016.ts';
import { rulesOf2018 } from './rules-of-2018.ts';
import { rulesOf2024 } from './rules-of-2024.ts';
import type { SamplingRule } from './sampling-rule.ts';
import type { Source } from './source.ts';
import type { SustainabilityCriterion } from './sustainability-criterion.ts';

/** A wording of the campaign's rules. A pledge stays bound to the one it was taken under. */
export type RulesVersion = '2016' | '2018' | '2024';

/** Whose share is measured. "Selected non-sworn staff" are those in the categories the agency has put in scope. */
export type CountedStaff = 'sworn' | 'sworn-and-selected-non-sworn';

export interface CampaignRules {
  readonly version: RulesVersion;
  readonly title: string;
  /** How this version differs, for someone choosing between versions. */
  readonly summary: string;
  /** The smaller group that takes a full crisis course. */
  readonly advanced: {
    readonly percent: number;
    readonly of: CountedStaff;
    readonly programs: readonly Program[];
    readonly source: Source;
  };
  /** Everyone. `baseNeededBy`: under early rules the base course was for all, also for those with a crisis course. */
  readonly trained: {
    readonly percent: number;
    readonly of: CountedStaff;
    readonly basePrograms: readonly Program[];
    readonly baseNeededBy: 'everyone' | 'everyone-without-advanced';
    readonly source: Source;
  };
  /** How long an agency may take, from the day its pledge is accepted. */
  readonly term: { readonly shortestMonths: number; readonly longestMonths: number; readonly source: Source };
  readonly requirements: readonly CampaignRequirement[];
  readonly policyElements: readonly PolicyElement[];
  /** Whether staff have to have acknowledged the policy, and how many of them. */
  readonly acknowledgment: AcknowledgmentRule;
  /** By what a partnership is seen to last. */
  readonly sustainability: readonly SustainabilityCriterion[];
  /** For how many of the training records behind a submission proof is shown. */
  readonly sampling: SamplingRule;
}

const versions: Readonly<Record<RulesVersion, CampaignRules>> = {
  '2016': rulesOf2016,
  '2018': rulesOf2018,
  '2024': rulesOf2024,
};

/** Oldest first. */
export const rulesVersions: readonly RulesVersion[] = ['2016', '2018', '2024'];

/** The rules a new pledge is taken under. */
export const currentRules: CampaignRules = rulesOf2024;

export function campaignRules(version: RulesVersion): CampaignRules {
  return versions[version];
}

/** The version a text names (`2024`), or undefined when there is none of that name. */
export function parseRulesVersion(text: string): RulesVersion | undefined {
  const named = text.trim();
  return rulesVersions.find((version) => version === named);
}
