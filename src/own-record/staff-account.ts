import type { PersonId } from '../database/acting.ts';
import type { AgencyRole } from '../identity/viewer.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { StaffId } from '../roster/staff-member.ts';

/** A person of the roster, as far as a list of accounts names them. */
export interface LinkedStaff {
  readonly id: StaffId;
  readonly name: PersonName;
  readonly number: string;
}

/** Whose an account is on the roster. An address that agrees is a proposal: a person confirms it. */
export type AccountLink =
  | { readonly is: 'linked'; readonly staff: LinkedStaff }
  | { readonly is: 'proposed'; readonly staff: LinkedStaff }
  | { readonly is: 'open' };

/** Somebody who belongs to the agency and signs in. */
export interface MemberAccount {
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly AgencyRole[];
  readonly link: AccountLink;
}

export type AccountRefusal =
  | { readonly code: 'member-not-found' }
  | { readonly code: 'staff-not-found' }
  | { readonly code: 'account-linked-already' }
  | { readonly code: 'staff-linked-already' }
  /** Who signs in already is linked, not invited. */
  | { readonly code: 'member-already' };
