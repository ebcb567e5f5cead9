import type { AgreementTerms } from '../agreement/agreement-terms.ts';
import { type Answers, answersFrom, type BuilderStep, builderSteps } from '../agreement/builder-step.ts';

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
