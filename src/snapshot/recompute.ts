import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import { type CampaignRules, campaignRules } from '../campaign-rules/campaign-rules.ts';
import type { RequirementState } from '../requirement/assessment.ts';
import {
  outstandingRequirements,
  type RequirementStatus,
  requirementStatuses,
} from '../requirement/requirement.ts';
import type { RequirementFacts } from '../requirement/requirement-facts.ts';
import type { Outstanding } from '../requirement/requirement-reason.ts';
import type { Coverage } from '../training/coverage.ts';
import { canonicalJson } from './canonical-json.ts';
import { type CountedPerson, coverageOfPeople } from './counted-person.ts';
import { needsOf } from './rules-needs.ts';
import type { Snapshot, SnapshotCoverage, SnapshotFacts } from './snapshot.ts';

/** Where a snapshot says something else than its own people and facts come to. */
export type SnapshotDifference =
  /** The rules of this version ask for something else than the snapshot says they do. */
  | { readonly code: 'needs-differ' }
  | {
      readonly code: 'figure-differs';
      readonly figure: string;
      readonly written: string;
      readonly computed: string;
    }
  | {
      readonly code: 'requirement-differs';
      readonly requirement: Requirement;
      readonly written: RequirementState | 'absent';
      readonly computed: RequirementState | 'absent';
    }
  | { readonly code: 'outstanding-differs' };

export interface Recomputed {
  readonly rules: CampaignRules;
  /** Undefined where there was no roster. */
  readonly coverage: SnapshotCoverage | undefined;
  readonly requirements: readonly RequirementStatus[];
  readonly outstanding: readonly Outstanding[];
  /** Empty when the snapshot says what it must. */
  readonly differences: readonly SnapshotDifference[];
}

/**
 * Computes coverage and requirements once more, from nothing but the people and facts in a snapshot. The first format
 * has no people: there the coverage is taken as written.
 */
export function recompute(snapshot: Snapshot, people: readonly CountedPerson[]): Recomputed {
  const rules = campaignRules(snapshot.rules);
  const coverage = coverageIn(snapshot, rules, people);
  const { partnerships, policy } = snapshot.facts;
  const facts: RequirementFacts = { today: snapshot.asOf, partnerships, policy, coverage };
  const requirements = requirementStatuses(rules, facts);
  const outstanding = outstandingRequirements(rules, facts);
  const found = { rules, coverage, requirements, outstanding };
  return { ...found, differences: [...differencesIn(snapshot, found)] };
}

function coverageIn(
  { facts, asOf, format }: Snapshot,
  rules: CampaignRules,
  people: readonly CountedPerson[],
): Coverage | undefined {
  if (facts.coverage === undefined && people.length === 0) return undefined;
  const noParts = { byUnit: [], byShift: [], byRank: [] };
  if (format === 1) return facts.coverage && { ...noParts, ...facts.coverage };
  return { ...coverageOfPeople(rules, asOf, people), ...noParts, excluded: facts.coverage?.excluded ?? [] };
}

function* differencesIn(
  snapshot: Snapshot,
  computed: Omit<Recomputed, 'differences'>,
): Generator<SnapshotDifference> {
  if (snapshot.format === 2) {
    if (!isSame(snapshot.needs, needsOf(computed.rules))) yield { code: 'needs-differ' };
    yield* figureDifferences(snapshot.facts, computed.coverage);
  }
  const names = [...snapshot.requirements, ...computed.requirements].map(({ requirement }) => requirement);
  for (const requirement of new Set(names)) {
    const written = stateIn(snapshot.requirements, requirement);
    const found = stateIn(computed.requirements, requirement);
    if (written !== found) {
      yield { code: 'requirement-differs', requirement, written, computed: found };
    }
  }
  if (snapshot.format === 2 && !isSame(snapshot.outstanding, computed.outstanding)) {
    yield { code: 'outstanding-differs' };
  }
}

function* figureDifferences(
  { coverage: written }: SnapshotFacts,
  computed: SnapshotCoverage | undefined,
): Generator<SnapshotDifference> {
  const [before, after] = [flat(written), flat(computed)];
  for (const figure of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(figure) ?? 'nothing', after.get(figure) ?? 'nothing'];
    if (one !== other) yield { code: 'figure-differs', figure, written: one, computed: other };
  }
}

/** Each figure under its name, those of non-sworn staff too; who was left out can't be computed from who was counted. */
function flat(coverage: SnapshotCoverage | undefined): ReadonlyMap<string, string> {
  if (!coverage) return new Map();
  const { excluded: _, nonSworn, ...figures } = coverage;
  const named = { ...figures, ...prefixed('nonSworn', nonSworn) };
  return new Map(
    Object.entries(named)
      .filter(([, value]) => typeof value !== 'object')
      .map(([name, value]) => [name, String(value)]),
  );
}

function prefixed(prefix: string, figures: Readonly<Record<string, number>>) {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${prefix}.${name}`, value]));
}

function stateIn(
  requirements: readonly { readonly requirement: Requirement; readonly state: RequirementState }[],
  requirement: Requirement,
): RequirementState | 'absent' {
  return requirements.find((one) => one.requirement === requirement)?.state ?? 'absent';
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
