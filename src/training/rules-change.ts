import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { Program } from '../campaign-rules/program.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import type { CoverageGroup } from './coverage-group.ts';
import { type Standing, standingOf } from './standing.ts';

/** People whose standing differs between two versions of the rules, and the programs that make the difference. */
export interface StandingChange {
  readonly kind: CoverageGroup['kind'];
  readonly from: Standing;
  readonly to: Standing;
  readonly programs: readonly Program[];
  readonly people: number;
}

export interface RulesChange {
  readonly before: Coverage;
  readonly after: Coverage;
  /** Of the people counted under both; the largest first. */
  readonly standings: readonly StandingChange[];
}

/** What would change for an agency under other rules: the same people and records, counted twice. */
export function whatChanges(
  rulesBefore: CampaignRules,
  rulesAfter: CampaignRules,
  groups: readonly CoverageGroup[],
): RulesChange {
  const counted = groups.filter(
    ({ presence, kind, inScope }) => presence === 'on-staff' && (kind === 'sworn' || inScope),
  );
  const changes = counted
    .map(({ kind, programs, people }) => ({
      kind,
      from: standingOf(rulesBefore, programs),
      to: standingOf(rulesAfter, programs),
      programs: programs.toSorted(),
      people,
    }))
    .filter(({ from, to }) => from !== to);
  const alike = Map.groupBy(changes, ({ kind, from, to, programs }) =>
    [kind, from, to, ...programs].join('|'),
  );
  return {
    before: coverageOf(rulesBefore, groups),
    after: coverageOf(rulesAfter, groups),
    standings: Array.from(alike.values(), together)
      .flat()
      .sort((a, b) => b.people - a.people),
  };
}

function together(changes: readonly StandingChange[]): readonly StandingChange[] {
  const [first] = changes;
  return first ? [{ ...first, people: changes.reduce((sum, { people }) => sum + people, 0) }] : [];
}
