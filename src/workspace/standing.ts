import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { RequirementStatus } from '../requirement/requirement.ts';
import type { RequirementFacts } from '../requirement/requirement-facts.ts';
import type { Outstanding } from '../requirement/requirement-reason.ts';
import type { WorkspaceSection } from './workspace-section.ts';

/** Where an agency stands on a day, by the rules its pledge is bound to. */
export interface Standing {
  readonly rules: CampaignRules;
  /** What the slices told, for whoever judges it again. */
  readonly facts: RequirementFacts;
  /** The requirements in the rules' order, each with its state and reasons. */
  readonly statuses: readonly RequirementStatus[];
  /** All that is left to do; empty when the agency may submit. */
  readonly outstanding: readonly Outstanding[];
}

/** The section of the workspace where something outstanding is done. */
export function sectionFor(outstanding: Outstanding): WorkspaceSection {
  if (outstanding.requirement === 'partnership') return 'partnerships';
  if (outstanding.requirement === 'policy') return 'policy';
  const needsRoster = outstanding.code === 'roster-missing' || outstanding.code === 'sworn-officers-missing';
  return needsRoster ? 'roster' : 'training';
}
