import type { Brand } from '../brand.ts';

export type PartnerContactId = Brand<'PartnerContactId'>;

/** Somebody of the organization whom agencies turn to. Phone or email is always there. */
export interface ContactFacts {
  readonly name: string;
  readonly role: string;
  readonly phone: string;
  readonly email?: string | undefined;
}

export interface PartnerContact extends ContactFacts {
  readonly id: PartnerContactId;
  readonly revision: number;
}

export type ContactRefusal =
  | { readonly code: 'contact-not-found' }
  /** Somebody else saved it meanwhile. */
  | { readonly code: 'contact-changed'; readonly now: PartnerContact };
