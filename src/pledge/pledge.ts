import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { RulesVersion } from '../campaign-rules/campaign-rules.ts';
import type { AgencyId } from '../database/acting.ts';
import type { StaffCategory } from '../roster/staff-category.ts';

export type PledgeId = Brand<'PledgeId'>;

/** People on the day of the pledge, as the agency counts them; the roster tells it exactly later. */
export interface Headcount {
  readonly sworn: number;
  /** The categories in scope and how many work in each; categories left out are not in scope. */
  readonly nonSworn: Readonly<Partial<Record<StaffCategory, number>>>;
}

/** The head of the agency, who signs. */
export interface Executive {
  readonly name: string;
  readonly rank: string;
  /** In lower case. */
  readonly email: string;
}

/** What an agency promises: what the executive reads and signs. */
export interface PledgeTerms {
  readonly targetMonths: number;
  readonly headcount: Headcount;
  readonly executive: Executive;
}

export interface Signature {
  /** As typed by the person who signed. */
  readonly name: string;
  readonly at: Date;
}

/** The days of an accepted pledge, in the agency's time zone. */
export interface PledgeTerm {
  readonly takenOn: CalendarDate;
  /** The day the agency means to be done. */
  readonly targetOn: CalendarDate;
  /** The last day the rules allow, or a later one that the campaign granted. */
  readonly limitOn: CalendarDate;
}

/** Where a pledge stands. */
export type PledgeState =
  | { readonly is: 'awaiting-signature' }
  | { readonly is: 'awaiting-acceptance'; readonly signature: Signature }
  | {
      readonly is: 'returned';
      readonly by: 'executive' | 'campaign';
      readonly reason: string;
      readonly at: Date;
    }
  | { readonly is: 'active'; readonly signature: Signature; readonly term: PledgeTerm }
  | {
      readonly is: 'withdrawn';
      readonly by: 'agency' | 'campaign';
      readonly reason: string;
      readonly at: Date;
    };

export type PledgeStateName = PledgeState['is'];

export const pledgeStateNames: readonly PledgeStateName[] = [
  'awaiting-signature',
  'awaiting-acceptance',
  'returned',
  'active',
  'withdrawn',
];

export interface Pledge extends PledgeTerms {
  readonly agency: AgencyId;
  readonly id: PledgeId;
  /** Bound when the pledge was taken. */
  readonly rulesVersion: RulesVersion;
  readonly state: PledgeState;
  readonly createdAt: Date;
}

/** The days of a pledge, once it has been accepted and while it has not been withdrawn. */
export function termOf(pledge: Pledge): PledgeTerm | undefined {
  return pledge.state.is === 'active' ? pledge.state.term : undefined;
}

/**
 * Whether an agency may change which agency it is (name, kind, state, ORI) by itself. From the signature on its pledge
 * stands for that agency, and only the campaign changes it.
 */
export function isIdentityOpen(pledge: Pledge | undefined): boolean {
  return pledge?.state.is !== 'awaiting-acceptance' && pledge?.state.is !== 'active';
}
