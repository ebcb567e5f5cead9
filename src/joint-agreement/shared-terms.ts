import type { AgreementTerms } from '../agreement/agreement-terms.ts';
import { type Answers, answersFrom, type BuilderStep, builderSteps } from '../agreement/builder-step.ts';
import type { PartyContact } from './joint-agreement.ts';

/** What the lead writes for all. Contacts are each party's own: they are asked when it joins or confirms. */
export const sharedSteps: readonly BuilderStep[] = builderSteps.filter((step) => step !== 'contacts');

const unsaid = { name: '', email: '', phone: '' } as const;

/** The terms without anybody's contacts. */
export function withoutContacts({ arrangement, memorandum }: AgreementTerms): AgreementTerms {
  return {
    arrangement: { ...arrangement, agencyContact: unsaid, partnerContact: unsaid },
    memorandum: memorandum && { ...memorandum, agencyAlways: '', partnerAlways: '' },
  };
}

/** The shared terms with what one agency and one partner gave for themselves. The database writes the same. */
export function termsOfPair(
  { arrangement, memorandum }: AgreementTerms,
  agency: PartyContact,
  partner: PartyContact,
): AgreementTerms {
  return {
    arrangement: { ...arrangement, agencyContact: plain(agency), partnerContact: plain(partner) },
    memorandum: memorandum && { ...memorandum, agencyAlways: agency.always, partnerAlways: partner.always },
  };
}

function plain({ name, email, phone }: PartyContact) {
  return { name, email, phone };
}

/** What stands in the places of contacts while the whole is checked for what is missing. */
export const contactPlaceholders: Answers = {
  agencyContactName: '–',
  agencyContactEmail: 'none@invalid.test',
  agencyAlways: '–',
  partnerContactName: '–',
  partnerContactEmail: 'none@invalid.test',
  partnerAlways: '–',
};

/** What a new version begins from: the present one, or what every memorandum begins with. */
export function answersToBegin(present: AgreementTerms | undefined): Answers {
  return present ? answersFrom(present) : { terminationDays: '30' };
}
