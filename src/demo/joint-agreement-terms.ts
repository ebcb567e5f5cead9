import type { AgreementTerms } from '../agreement/agreement-terms.ts';
import { dayBefore, type Stage } from './demo-stage.ts';

const unsaid = { name: '', email: '', phone: '' } as const;

/** What the agencies of the demonstration's network share. */
export function sharedAgreement(stage: Stage): AgreementTerms {
  return {
    arrangement: {
      purpose: 'Small agencies have the same help in a crisis as large ones, day and night.',
      services: ['crisis-line', 'training', 'referral'],
      otherServices: '',
      agencyContact: unsaid,
      partnerContact: unsaid,
      termStartsOn: dayBefore(stage, 15),
      termEndsOn: dayBefore(stage, -1080),
      reviewOn: dayBefore(stage, -350),
    },
    memorandum: {
      agencyRole: 'Sends a trained officer to every call that sounds like a crisis.',
      partnerRole: 'Answers officers within five minutes, by telephone or video.',
      referral: 'Officers call the line, or leave its card. The line calls back the next working day.',
      custodyTransfer: 'The line finds the nearest open crisis center and tells its staff who is coming.',
      agencyAlways: '',
      partnerAlways: '',
      training: 'The line teaches a class for all agencies by video, twice a year.',
      sharing: ['contacts', 'totals'],
      sharingNotes: '',
      terminationDays: 60,
      other: '',
    },
  };
}
