import { generateKeyPairSync } from 'node:crypto';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { currentRules } from '../campaign-rules/campaign-rules.ts';
import { programStandards } from '../campaign-rules/program-standard.ts';
import { agencyCredential, type CertifiedAgency } from '../credential/agency-credential.ts';
import type { CredentialKey } from '../credential/credential-key.ts';
import { didOf } from '../credential/did-web.ts';
import { type SignedCredential, signCredential } from '../credential/signed-credential.ts';
import { type CompletedTraining, staffCredential } from '../credential/staff-credential.ts';

export const exampleSite = 'https://onemind.example:8443';
export const exampleDid = didOf(exampleSite);
export const exampleNow = new Date('2026-11-22T12:00:00Z');
const issuer = { siteUrl: exampleSite, name: 'The Association' };

export function aCredentialKey(id = 'credential-0123456789abcdef'): CredentialKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { id, publicKey: publicKey.export({ format: 'der', type: 'spki' }), privateKey };
}

export function aCertifiedAgency(changes: Partial<CertifiedAgency> = {}): CertifiedAgency {
  return {
    number: 'OM-2026-000007',
    name: 'Elm Fork “North” Police <Department> & Sons ]]>',
    place: 'Elm Fork, Texas',
    slug: 'elm-fork-police-department',
    certifiedOn: '2026-03-05' as CalendarDate,
    validUntil: undefined,
    rules: currentRules,
    campaignName: 'One Mind Campaign',
    snapshotSha256: 'c0ffee'.repeat(11).slice(0, 64),
    ...changes,
  };
}

export function aCompletedTraining(changes: Partial<CompletedTraining> = {}): CompletedTraining {
  return {
    id: '2f0c1a52-6f0d-4f57-9e50-0d6f5b7f6f11',
    holder: 'Åse Möller',
    email: 'ase.moller@agency.test',
    salt: 'b4c8d1',
    course: 'CIT 40 hours',
    standard: programStandards.cit,
    completedOn: '2026-02-02' as CalendarDate,
    agency: { name: 'Elm Fork Police Department', slug: 'elm-fork-police-department' },
    ...changes,
  };
}

const issuance = { issuedAt: new Date('2026-03-05T00:00:00Z'), status: { list: 1, index: 94_567 } };

export function aSignedCredential(
  key: CredentialKey,
  changes: Partial<CertifiedAgency> = {},
): Promise<SignedCredential> {
  const document = agencyCredential(issuer, aCertifiedAgency(changes), issuance);
  return signCredential(document, exampleSite, key, exampleNow);
}

export function aSignedTraining(
  key: CredentialKey,
  changes: Partial<CompletedTraining> = {},
): Promise<SignedCredential> {
  const document = staffCredential(issuer, aCompletedTraining(changes), issuance);
  return signCredential(document, exampleSite, key, exampleNow);
}

export function trusting(...keys: readonly CredentialKey[]) {
  return { did: exampleDid, keys };
}
