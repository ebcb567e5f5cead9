import type { AgreementTerms, Memorandum } from '../agreement/agreement-terms.ts';
import { anArrangement } from './a-partnership.ts';

/** Terms written in the builder, with every section filled in. */
export function memorandumTerms(wanted: Partial<Memorandum> = {}): AgreementTerms {
  return {
    arrangement: anArrangement(),
    memorandum: {
      agencyRole: 'Sends a trained officer to every crisis call.',
      partnerRole: 'Sends its mobile team when an officer asks.',
      referral: 'Officers call the crisis line and stay until the team is there.',
      custodyTransfer: 'Officers bring people to Harbor Center, which takes over within 15 minutes.',
      agencyAlways: '555-0101',
      partnerAlways: '988',
      training: 'The partner teaches two classes a year.',
      sharing: ['contacts', 'totals'],
      sharingNotes: '',
      terminationDays: 30,
      other: '',
      ...wanted,
    },
  };
}
