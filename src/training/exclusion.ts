import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { CoverageGroup } from './coverage-group.ts';

export type ExclusionReason = 'separated' | 'not-yet-hired' | 'out-of-scope';

/** People who aren't counted, and why. `category` is '' for sworn officers. */
export interface Exclusion {
  readonly reason: ExclusionReason;
  readonly kind: CoverageGroup['kind'];
  readonly category: string;
  readonly people: number;
}

/** Why a group isn't counted; undefined when it is. */
export function exclusionOf(rules: CampaignRules, group: CoverageGroup): ExclusionReason | undefined {
  if (group.presence !== 'on-staff') return group.presence;
  if (group.kind === 'sworn') return undefined;
  const isCounted = group.inScope && rules.trained.of === 'sworn-and-selected-non-sworn';
  return isCounted ? undefined : 'out-of-scope';
}

/** Everybody who isn't counted, by reason, kind and category. */
export function exclusionsOf(rules: CampaignRules, groups: readonly CoverageGroup[]): readonly Exclusion[] {
  const byFacts = new Map<string, Exclusion>();
  for (const group of groups) {
    const reason = exclusionOf(rules, group);
    if (reason === undefined || group.people === 0) continue;
    const { kind, category } = group;
    const facts = `${reason}|${kind}|${category}`;
    const people = (byFacts.get(facts)?.people ?? 0) + group.people;
    byFacts.set(facts, { reason, kind, category, people });
  }
  return Array.from(byFacts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, exclusion]) => exclusion);
}
