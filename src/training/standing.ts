import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { Program } from '../campaign-rules/program.ts';
import { categoryOf } from '../campaign-rules/training-category.ts';

/**
 * Where one person stands under a version of the rules. `advanced-without-base` exists only where the base course
 * is for everyone (2016, 2018): the crisis course counts for the share, but the person isn't fully trained yet.
 */
export type Standing = 'advanced' | 'advanced-without-base' | 'base' | 'untrained';

/** The standing of someone who holds these programs. Who has both an advanced and a base course is advanced. */
export function standingOf(rules: CampaignRules, held: readonly Program[]): Standing {
  const categories = new Set(held.map((program) => categoryOf(rules, program)));
  if (!categories.has('advanced')) return categories.has('base') ? 'base' : 'untrained';
  const needsBase = rules.trained.baseNeededBy === 'everyone' && !categories.has('base');
  return needsBase ? 'advanced-without-base' : 'advanced';
}
