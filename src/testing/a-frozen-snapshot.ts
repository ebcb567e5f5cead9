import { createHash } from 'node:crypto';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { campaignRules, type RulesVersion } from '../campaign-rules/campaign-rules.ts';
import type { Program } from '../campaign-rules/program.ts';
import { outstandingRequirements, requirementStatuses } from '../requirement/requirement.ts';
import { reasonSentence } from '../requirement/requirement-content.ts';
import type { RequirementFacts } from '../requirement/requirement-facts.ts';
import type { CountedPerson, CountedRecord, Pseudonym } from '../snapshot/counted-person.ts';
import { type FrozenWithPeople, freeze } from '../snapshot/freeze.ts';
import { needsOf } from '../snapshot/rules-needs.ts';
import type { SnapshotOfFormat2 } from '../snapshot/snapshot.ts';
import { coverageOf } from '../training/coverage.ts';

const asOf = '2026-06-01' as CalendarDate;

/** A counted person of a roster that was made up: the number makes the pseudonyms. */
export function aCountedPerson(
  number: number,
  held: readonly Program[],
  facts: Partial<Omit<CountedPerson, 'records'>> & { readonly record?: Partial<CountedRecord> } = {},
): CountedPerson {
  const { record, ...person } = facts;
  return {
    id: madeUp(`person ${number}`),
    kind: 'sworn',
    category: '',
    ...person,
    records: held.map((program, index) => ({
      ref: madeUp(`record ${number} ${index}`),
      program,
      course: { entry: 1, title: `course of ${program}` },
      hours: program === 'cit' ? 40 : 8,
      completedOn: '2026-03-01' as CalendarDate,
      ...record,
    })),
  };
}

function madeUp(text: string): Pseudonym {
  return createHash('sha256').update(text).digest('hex').slice(0, 32) as Pseudonym;
}

/** One officer with CIT to three with MHFA. */
export function aTrainedRoster(people: number): readonly CountedPerson[] {
  return Array.from({ length: people }, (_, number) =>
    aCountedPerson(number, [number % 4 === 0 ? 'cit' : 'mhfa']),
  );
}

/** What would be frozen of these people, with partnership and policy in place. Coverage is counted person by person. */
export function whatIsFrozen(
  people: readonly CountedPerson[],
  version: RulesVersion = '2024',
): Omit<SnapshotOfFormat2, 'people'> {
  const rules = campaignRules(version);
  const {
    byUnit: _u,
    byShift: _s,
    byRank: _r,
    ...coverage
  } = coverageOf(
    rules,
    people.map(({ kind, category, records }) => ({
      kind,
      category,
      inScope: true,
      presence: 'on-staff',
      unit: '',
      shift: '',
      rank: '',
      programs: records
        .filter(({ validUntil }) => validUntil === undefined || validUntil >= asOf)
        .map(({ program }) => program),
      people: 1,
    })),
  );
  const facts: RequirementFacts = {
    today: asOf,
    partnerships: [{ partner: 'Harbor Counseling', state: 'confirmed', hasAgreement: true }],
    policy: {
      hasDocument: true,
      adoptedOn: '2026-01-05' as CalendarDate,
      effectiveOn: '2026-02-01' as CalendarDate,
      elements: rules.policyElements.map(({ code }) => ({ code, status: 'covered' })),
    },
    coverage: { ...coverage, byUnit: [], byShift: [], byRank: [] },
  };
  return {
    format: 2,
    rules: version,
    asOf,
    needs: needsOf(rules),
    agency: {
      name: 'Elm Fork Police Department',
      city: 'Elm Fork',
      region: 'TX',
      country: 'US',
      addressLines: ['1 Main Street', 'Elm Fork, Texas 75001'],
    },
    pledge: {
      takenOn: '2025-01-15' as CalendarDate,
      executiveName: 'Robin Executive',
      executiveRank: 'Chief of Police',
    },
    facts: { ...facts, coverage },
    requirements: requirementStatuses(rules, facts).map(({ requirement, state, reasons }) => ({
      requirement,
      state,
      reasons: reasons.map((reason) => reasonSentence(rules, reason)),
    })),
    outstanding: outstandingRequirements(rules, facts),
    checklist: [],
    documents: [],
    confirmations: [
      {
        partner: 'Harbor Counseling',
        name: 'Drew Counselor',
        title: 'Director',
        at: '2026-01-02T15:00:00.000Z',
      },
    ],
    adoption: { name: 'Robin Executive', on: '2026-01-05' as CalendarDate, at: '2026-01-05T15:00:00.000Z' },
  };
}

export function aFrozenSnapshot(
  people: readonly CountedPerson[] = aTrainedRoster(8),
  version: RulesVersion = '2024',
): FrozenWithPeople {
  return freeze(whatIsFrozen(people, version), people);
}
