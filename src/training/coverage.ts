import type { CampaignRules, RulesVersion } from '../campaign-rules/campaign-rules.ts';
import { advancedRequired, meetsShare } from '../campaign-rules/share.ts';
import type { CoverageGroup } from './coverage-group.ts';
import { type Exclusion, exclusionOf, exclusionsOf } from './exclusion.ts';
import { type Tally, tallyOf, trainedOf } from './tally.ts';

/** One unit, shift or rank; `name` is '' for people of whom it isn't known. */
export interface CoveragePart {
  readonly name: string;
  readonly sworn: Tally;
  /** In scope. */
  readonly nonSworn: Tally;
}

/**
 * Where an agency stands on a day, by a version of the rules. sworn = advanced + base + untrained, always.
 * Without any sworn officer neither share is met: there is nobody it could be met by.
 */
export interface Coverage {
  readonly rules: RulesVersion;
  readonly sworn: number;
  readonly advanced: number;
  readonly base: number;
  readonly untrained: number;
  /** Of the advanced: who still need the base course (only under rules that ask it of everyone). */
  readonly advancedWithoutBase: number;
  readonly advancedRequired: number;
  /** How many more people need an advanced course. */
  readonly advancedMissing: number;
  readonly nonSworn: { readonly inScope: number; readonly trained: number; readonly untrained: number };
  readonly excluded: readonly Exclusion[];
  readonly meetsAdvanced: boolean;
  readonly meetsEveryone: boolean;
  readonly byUnit: readonly CoveragePart[];
  readonly byShift: readonly CoveragePart[];
  readonly byRank: readonly CoveragePart[];
}

/** Counts people by a version of the rules. Everybody in `groups` is either counted or in `excluded`. */
export function coverageOf(rules: CampaignRules, groups: readonly CoverageGroup[]): Coverage {
  const counted = groups.filter((group) => exclusionOf(rules, group) === undefined);
  const sworn = tallyOf(rules, counted.filter(isSworn));
  const nonSworn = tallyOf(rules, counted.filter(isNonSworn));
  const measured = rules.advanced.of === 'sworn' ? sworn : tallyOf(rules, counted);
  const required = advancedRequired(rules, measured.people);
  const trained = trainedOf(sworn) + trainedOf(nonSworn);
  return {
    rules: rules.version,
    sworn: sworn.people,
    advanced: sworn.advanced,
    base: sworn.base,
    untrained: sworn.untrained,
    advancedWithoutBase: sworn.advancedWithoutBase,
    advancedRequired: required,
    advancedMissing: Math.max(0, required - measured.advanced),
    nonSworn: {
      inScope: nonSworn.people,
      trained: trainedOf(nonSworn),
      untrained: nonSworn.people - trainedOf(nonSworn),
    },
    excluded: exclusionsOf(rules, groups),
    meetsAdvanced: sworn.people > 0 && meetsShare(rules.advanced.percent, measured.advanced, measured.people),
    meetsEveryone:
      sworn.people > 0 && meetsShare(rules.trained.percent, trained, sworn.people + nonSworn.people),
    byUnit: partsBy(rules, counted, (group) => group.unit),
    byShift: partsBy(rules, counted, (group) => group.shift),
    byRank: partsBy(rules, counted, (group) => group.rank),
  };
}

/** In the order of names, those without one last. */
function partsBy(
  rules: CampaignRules,
  groups: readonly CoverageGroup[],
  nameOf: (group: CoverageGroup) => string,
): readonly CoveragePart[] {
  return Array.from(Map.groupBy(groups, nameOf), ([name, members]) => ({
    name,
    sworn: tallyOf(rules, members.filter(isSworn)),
    nonSworn: tallyOf(rules, members.filter(isNonSworn)),
  })).sort((a, b) => Number(a.name === '') - Number(b.name === '') || a.name.localeCompare(b.name, 'en'));
}

function isSworn({ kind }: CoverageGroup): boolean {
  return kind === 'sworn';
}

function isNonSworn({ kind }: CoverageGroup): boolean {
  return kind === 'non-sworn';
}
