import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PartnerId } from '../database/acting.ts';
import type { StoredFileId } from '../files/file-actions.ts';

export type PartnershipId = Brand<'PartnershipId'>;

/** What a partner can do for an agency's response to people in crisis. */
export const partnershipServices = [
  'crisis-line',
  'mobile-crisis',
  'co-response',
  'receiving-facility',
  'referral',
  'follow-up',
  'training',
  'policy-advice',
  'peer-support',
  'case-review',
] as const;

export type PartnershipService = (typeof partnershipServices)[number];

export interface Contact {
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  /** Empty when none was given. */
  readonly phone: string;
}

/** What the two sides arrange: the partner confirms exactly this, and the agreement document with it. */
export interface Arrangement {
  readonly purpose: string;
  readonly services: readonly PartnershipService[];
  /** Services in the agency's own words; empty when the list says all. */
  readonly otherServices: string;
  readonly agencyContact: Contact;
  readonly partnerContact: Contact;
  readonly termStartsOn: CalendarDate | undefined;
  /** The agreement's last day; undefined when it runs until a side ends it. */
  readonly termEndsOn: CalendarDate | undefined;
  readonly reviewOn: CalendarDate | undefined;
}

/** The signed paper, as the acting party may download it. */
export interface Agreement {
  readonly id: StoredFileId;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

export interface Confirmation {
  /** As typed by the representative. */
  readonly name: string;
  readonly title: string;
  readonly at: Date;
}

export type Side = 'agency' | 'partner';

/** Where a partnership stands. An active one stays active while a change of its agreement waits. */
export type PartnershipState =
  | { readonly is: 'proposed' }
  | { readonly is: 'active'; readonly confirmation: Confirmation }
  | { readonly is: 'declined'; readonly at: Date; readonly reason: string }
  /** By the campaign when it merged two records of the partner. */
  | { readonly is: 'ended'; readonly at: Date; readonly by: Side | 'campaign'; readonly reason: string };

export type PartnershipStateName = PartnershipState['is'];

export const partnershipStateNames: readonly PartnershipStateName[] = [
  'proposed',
  'active',
  'declined',
  'ended',
];

/** What both sides agreed to before they agreed to something that begins later. */
export interface AgreedTerms {
  readonly arrangement: Arrangement;
  readonly agreement: Agreement | undefined;
  readonly isWritten: boolean;
}

export interface Partnership {
  readonly id: PartnershipId;
  readonly agency: {
    readonly id: AgencyId;
    readonly slug: string;
    readonly name: string;
    readonly timeZone: string;
  };
  readonly partner: { readonly id: PartnerId; readonly name: string; readonly isClaimed: boolean };
  readonly state: PartnershipState;
  /** Whose answer to a version of the agreement is awaited. */
  readonly waitingFor: Side | undefined;
  /** What both sides agreed to last; while nothing is agreed yet, what was proposed last. */
  readonly arrangement: Arrangement;
  readonly agreement: Agreement | undefined;
  /** The agreement was written here, as a memorandum; a document of it is made when both sides have confirmed it. */
  readonly isWritten: boolean;
  /** What both sides agreed to before, the latest first: it holds until the next term begins. See `partnershipOn`. */
  readonly earlierTerms: readonly AgreedTerms[];
  /** Who is asked while nobody of the organization has an account. */
  readonly representativeEmail: string | undefined;
  /** Whether the organization may be named in public; it counts while the partnership is active. */
  readonly isNamedInPublic: boolean;
  /** When the partner was last asked to confirm. */
  readonly proposedAt: Date;
  /** Grows with every change: an answer is bound to what was shown. */
  readonly revision: number;
}

export type ArrangementPart =
  | 'purpose'
  | 'services'
  | 'agency-contact'
  | 'partner-contact'
  | 'agreement'
  | 'term'
  | 'review';

/** What differs between two arrangements. `isAgreementNew` says that a document came with the later one. */
export function changedParts(
  before: Arrangement,
  after: Arrangement,
  isAgreementNew: boolean,
): readonly ArrangementPart[] {
  const differs: Record<ArrangementPart, boolean> = {
    purpose: before.purpose !== after.purpose,
    services: servicesKey(before) !== servicesKey(after),
    'agency-contact': contactKey(before.agencyContact) !== contactKey(after.agencyContact),
    'partner-contact': contactKey(before.partnerContact) !== contactKey(after.partnerContact),
    agreement: isAgreementNew,
    term: before.termStartsOn !== after.termStartsOn || before.termEndsOn !== after.termEndsOn,
    review: before.reviewOn !== after.reviewOn,
  };
  return parts.filter((part) => differs[part]);
}

const parts: readonly ArrangementPart[] = [
  'purpose',
  'services',
  'agency-contact',
  'partner-contact',
  'agreement',
  'term',
  'review',
];

/** What both sides said yes to: a change of it is a new version that the other side confirms. Contacts are not. */
const confirmedParts: readonly ArrangementPart[] = ['purpose', 'services', 'agreement', 'term', 'review'];

export function needsNewConfirmation(changed: readonly ArrangementPart[]): boolean {
  return changed.some((part) => confirmedParts.includes(part));
}

function servicesKey({ services, otherServices }: Arrangement): string {
  return JSON.stringify([[...services].sort(), otherServices]);
}

function contactKey({ name, email, phone }: Contact): string {
  return JSON.stringify([name, email, phone]);
}

/** Proposed or active: there is one of these between two at a time, and only these can change or end. */
export function isLive({ state }: Pick<Partnership, 'state'>): boolean {
  return state.is === 'proposed' || state.is === 'active';
}
