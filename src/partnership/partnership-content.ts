import type { AgreementStanding } from '../agreement/agreement-standing.ts';
import type { ArrangementPart, PartnershipService, Side } from './partnership.ts';

export const serviceLabels: Readonly<Record<PartnershipService, string>> = {
  'crisis-line': 'Answers crisis calls',
  'mobile-crisis': 'Sends a mobile crisis team',
  'co-response': 'Responds together with officers',
  'receiving-facility': 'Receives people whom officers bring',
  referral: 'Takes referrals from officers',
  'follow-up': 'Follows up after a call',
  training: 'Teaches officers and staff',
  'policy-advice': 'Advises on the policy',
  'peer-support': 'Gives peer support',
  'case-review': 'Looks back at hard calls together',
};

export const stateLabels: Readonly<Record<AgreementStanding, string>> = {
  proposed: 'Proposed',
  active: 'Active',
  'due-for-review': 'Due for review',
  lapsed: 'Lapsed',
  declined: 'Declined',
  ended: 'Ended',
};

/** Active in name: the first term that both sides agreed to is still ahead. */
export const beginsLabel = (day: string) => `Agreed, begins on ${day}`;

/** While nothing covers the day, and the next term is agreed. */
export const betweenTermsLabel = 'Between two terms';

/** Whose answer is awaited, as a side reads it. */
export function waitingLabel(waitingFor: Side, reader: Side): string {
  if (waitingFor === reader) return 'Waiting for you';
  return waitingFor === 'partner' ? 'Waiting for partner' : 'Waiting for agency';
}

const partWords: Readonly<Record<ArrangementPart, string>> = {
  purpose: 'the purpose',
  services: 'the services',
  'agency-contact': 'the agency’s liaison',
  'partner-contact': 'the partner’s liaison',
  agreement: 'the agreement document',
  term: 'the term',
  review: 'the review date',
};

/** "the purpose and the term", within a sentence. */
export function changedPartWords(parts: readonly ArrangementPart[]): string {
  return new Intl.ListFormat('en-US').format(parts.map((part) => partWords[part]));
}

/** The facts of a partnership, as both sides read them. */
export const factTerms = {
  purpose: 'Purpose',
  services: 'Services',
  agencyContact: 'Liaison of the agency',
  partnerContact: 'Liaison of the partner',
  term: 'Term',
  nextTerm: 'Next term, agreed',
  readNext: 'Read its agreement',
  review: 'Next review',
  agreement: 'Agreement',
  confirmed: 'Confirmed',
  naming: 'Named in public',
  representative: 'Asked to confirm',
  namedYes: 'Yes, the organization agreed',
  namedNo: 'No',
  download: 'Download',
  readAgreement: 'Read the agreement, written here',
} as const;

/** Who ended a partnership, at the beginning of a sentence. */
export function enderName(
  by: Side | 'campaign',
  {
    agency,
    partner,
  }: { readonly agency: { readonly name: string }; readonly partner: { readonly name: string } },
): string {
  if (by === 'campaign') return 'The campaign';
  return by === 'agency' ? agency.name : partner.name;
}
