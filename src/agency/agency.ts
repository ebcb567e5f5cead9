import type { AgencyId } from '../database/acting.ts';
import type { AgencyKind } from './agency-kind.ts';
import type { Country } from './region.ts';

/** What is known of an agency; parts that were not given are undefined. */
export interface AgencyFacts {
  readonly name: string;
  readonly kind: AgencyKind;
  readonly country: Country;
  /** The two letters of the state, territory or province. */
  readonly region: string;
  readonly city: string;
  readonly county: string | undefined;
  readonly address: string;
  readonly postalCode: string;
  readonly website: string | undefined;
  readonly ori: string | undefined;
  readonly populationServed: number | undefined;
  /** An IANA zone: the days of the agency's pledge are days there. */
  readonly timeZone: string;
}

export interface Agency extends AgencyFacts {
  readonly id: AgencyId;
  /** Its name in addresses: `cedar-falls-police-department-ia`. It never changes, so links keep working. */
  readonly slug: string;
}

/** An agency as a person is told of it who may not belong to it. */
export interface NamedAgency {
  readonly id: AgencyId;
  readonly slug: string;
  readonly name: string;
  readonly city: string;
  readonly region: string;
}

/** An agency that stands in the way of registering another: it has the same ORI, or the same name in the same state. */
export interface KnownAgency extends NamedAgency {
  readonly by: 'ori' | 'name';
}
