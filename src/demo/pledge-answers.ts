import type { AgencyKind } from '../agency/agency-kind.ts';
import type { DraftStep } from '../pledge/draft.ts';
import type { Typed } from '../question/question.ts';
import type { StaffCategory } from '../roster/staff-category.ts';

/** An invented person and the address they sign in with. */
export interface Someone {
  readonly name: string;
  readonly email: string;
}

/** What somebody types into the form of the pledge, step by step. */
export type PledgeAnswers = Readonly<Record<DraftStep, Typed>>;

export interface PlaceFacts {
  readonly name: string;
  readonly kind: AgencyKind;
  readonly region: string;
  readonly city: string;
  readonly county: string;
  readonly address: string;
  readonly postalCode: string;
  readonly website: string;
  readonly population: number;
  readonly timeZone: string;
}

/** The form filled in well: what an agency that knows its numbers would type. */
export function pledgeAnswers(
  place: PlaceFacts,
  {
    sworn,
    nonSworn = {},
    executive,
    rank,
    targetMonths,
  }: {
    readonly sworn: number;
    readonly nonSworn?: Readonly<Partial<Record<StaffCategory, number>>>;
    readonly executive: Someone;
    readonly rank: string;
    readonly targetMonths: number;
  },
): PledgeAnswers {
  const { name, kind, region, population, ...located } = place;
  return {
    agency: { name, kind, region },
    place: { ...located, populationServed: String(population), ori: '' },
    headcount: {
      sworn: String(sworn),
      ...Object.fromEntries(
        Object.entries(nonSworn).map(([category, count]) => [`nonSworn.${category}`, String(count)]),
      ),
    },
    people: {
      executiveName: executive.name,
      executiveRank: rank,
      executiveEmail: executive.email,
      coordinator: 'me',
    },
    length: { targetMonths: String(targetMonths) },
    requirements: { read: 'yes' },
  };
}
