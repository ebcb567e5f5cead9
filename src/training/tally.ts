import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { CoverageGroup } from './coverage-group.ts';
import { type Standing, standingOf } from './standing.ts';

/** People of one kind by standing: people = advanced + base + untrained, under every version of the rules. */
export interface Tally {
  readonly people: number;
  /** Who hold an advanced course, with or without the base course. */
  readonly advanced: number;
  /** Who hold a base course only. */
  readonly base: number;
  /** Who hold neither. */
  readonly untrained: number;
  /** Of the advanced: who still need the base course, where the rules ask it of everyone. Otherwise 0. */
  readonly advancedWithoutBase: number;
}

export function tallyOf(rules: CampaignRules, groups: readonly CoverageGroup[]): Tally {
  const counted: Record<Standing, number> = {
    advanced: 0,
    'advanced-without-base': 0,
    base: 0,
    untrained: 0,
  };
  for (const group of groups) counted[standingOf(rules, group.programs)] += group.people;
  const advanced = counted.advanced + counted['advanced-without-base'];
  return {
    people: advanced + counted.base + counted.untrained,
    advanced,
    base: counted.base,
    untrained: counted.untrained,
    advancedWithoutBase: counted['advanced-without-base'],
  };
}

/** Who have done all the rules ask of them. */
export function trainedOf({ people, untrained, advancedWithoutBase }: Tally): number {
  return people - untrained - advancedWithoutBase;
}
