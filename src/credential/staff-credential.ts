import { createHash } from 'node:crypto';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { ProgramStandard } from '../campaign-rules/program-standard.ts';
import { endOf, type Issuance } from './agency-credential.ts';
import { type CredentialIssuer, credentialFrame } from './credential-frame.ts';

/** One completed training of a person, as they want it shown. */
export interface CompletedTraining {
  /** The credential's id, a UUID: where it lies is not public. */
  readonly id: string;
  /** The name as the person chose to have it. */
  readonly holder: string;
  readonly email: string;
  /** Makes the hash of the address useless to who would guess addresses against a list. */
  readonly salt: string;
  readonly course: string;
  readonly standard: Pick<ProgramStandard, 'name' | 'requiredHours'>;
  readonly completedOn: CalendarDate;
  /** The last day it counts; absent when it doesn't end. */
  readonly validUntil?: CalendarDate;
  readonly agency: { readonly name: string; readonly slug: string };
}

export type StaffCredential = ReturnType<typeof staffCredential>;

/** A person's own training as an unsigned Open Badges 3.0 credential. */
export function staffCredential(issuer: CredentialIssuer, training: CompletedTraining, issuance: Issuance) {
  const { siteUrl } = issuer;
  const { standard, agency } = training;
  return {
    ...credentialFrame(issuer, {
      id: `urn:uuid:${training.id}`,
      name: `${standard.name}: ${training.holder}`,
      image: { id: `${siteUrl}/credentials/mark.png`, type: 'Image', caption: 'The mark of One Mind' },
      ...issuance,
    }),
    awardedDate: `${training.completedOn}T00:00:00Z`,
    ...(training.validUntil ? { validUntil: endOf(training.validUntil) } : {}),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: false, identityHash: training.holder, identityType: 'name' },
        {
          type: 'IdentityObject',
          hashed: true,
          identityHash: identityHash(training.email, training.salt),
          identityType: 'emailAddress',
          salt: training.salt,
        },
      ],
      source: { id: `${siteUrl}/agencies/${agency.slug}`, type: ['Profile'], name: agency.name },
      achievement: {
        id: `${siteUrl}/about#training-${slugOf(standard.name)}`,
        type: ['Achievement'],
        achievementType: 'CertificateOfCompletion',
        name: standard.name,
        description: `The course “${training.course}”, completed as the agency has it on record.`,
        inLanguage: 'en-US',
        criteria: { narrative: criteriaOf(training) },
      },
    },
  };
}

/** Open Badges 3.0, IdentityHash: the address and the salt behind it, hashed. */
export function identityHash(email: string, salt: string): string {
  return `sha256$${createHash('sha256').update(`${email}${salt}`).digest('hex')}`;
}

function criteriaOf({ standard, agency }: CompletedTraining): string {
  const hours = standard.requiredHours ? `A full course of ${standard.requiredHours} hours or more. ` : '';
  return `${hours}${agency.name} keeps the record and confirmed that it counts.`;
}

function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
