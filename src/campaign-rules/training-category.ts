import type { CampaignRules } from './campaign-rules.ts';
import type { Program } from './program.ts';

export type TrainingCategory = 'advanced' | 'base';

/** What a program counts as under a version of the rules; undefined when that version doesn't recognize it. */
export function categoryOf(rules: CampaignRules, program: Program): TrainingCategory | undefined {
  if (rules.advanced.programs.includes(program)) return 'advanced';
  return rules.trained.basePrograms.includes(program) ? 'base' : undefined;
}
