import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { type CredentialIssuer, credentialFrame } from './credential-frame.ts';
import { digestMultibase } from './multihash.ts';
import type { StatusPlace } from './status-entry.ts';

/** The facts of a certificate that its credential repeats. */
export interface CertifiedAgency {
  readonly number: string;
  readonly name: string;
  /** “Elm Fork, Texas”. */
  readonly place: string;
  /** Names the agency's public page. */
  readonly slug: string;
  readonly certifiedOn: CalendarDate;
  /** The last day of the certificate; absent where certificates have no end. */
  readonly validUntil: CalendarDate | undefined;
  readonly rules: CampaignRules;
  readonly campaignName: string;
  /** SHA-256 of the snapshot the decision rests on, 64 hex digits. */
  readonly snapshotSha256: string;
}

/** How this very credential came about; one that follows an ended one has another moment and place, and the same id. */
export interface Issuance {
  readonly issuedAt: Date;
  readonly status: StatusPlace;
}

/** The address of a certificate's credential in one of its forms; with `json` it is the credential's id. */
export function agencyCredentialUrl(
  siteUrl: string,
  number: string,
  form: 'json' | 'jwt' | 'png' | 'svg',
): string {
  return `${siteUrl}/credentials/${number}.${form}`;
}

export type AgencyCredential = ReturnType<typeof agencyCredential>;

/** “One Mind Certified” for an agency, as an unsigned Open Badges 3.0 credential. */
export function agencyCredential(
  issuer: CredentialIssuer,
  agency: CertifiedAgency,
  { issuedAt, status }: Issuance,
) {
  const { siteUrl } = issuer;
  return {
    ...credentialFrame(issuer, {
      id: agencyCredentialUrl(siteUrl, agency.number, 'json'),
      name: `One Mind Certified: ${agency.name}`,
      image: {
        id: agencyCredentialUrl(siteUrl, agency.number, 'png'),
        type: 'Image',
        caption: `The badge of ${agency.name}, One Mind Certified`,
      },
      issuedAt,
      status,
    }),
    awardedDate: `${agency.certifiedOn}T00:00:00Z`,
    ...(agency.validUntil ? { validUntil: endOf(agency.validUntil) } : {}),
    credentialSubject: {
      id: `${siteUrl}/agencies/${agency.slug}`,
      type: ['AchievementSubject', 'Profile', 'https://schema.org/Organization'],
      name: agency.name,
      description: agency.place,
      licenseNumber: agency.number,
      achievement: achievementOf(siteUrl, agency.rules, agency.campaignName),
    },
    evidence: [
      {
        id: `${siteUrl}/verify/${agency.number}`,
        type: ['Evidence'],
        name: 'The frozen record of the review',
        narrative:
          'What the decision rests on was frozen before it was made. Its SHA-256 is the digest here and stands on the certificate.',
        digestMultibase: digestMultibase(agency.snapshotSha256),
      },
    ],
  };
}

function achievementOf(siteUrl: string, rules: CampaignRules, campaignName: string) {
  return {
    id: `${siteUrl}/about#one-mind-certified-${rules.version}`,
    type: ['Achievement'],
    achievementType: 'Certification',
    name: 'One Mind Certified',
    description: `The agency has completed the pledge of the ${campaignName} to improve how it responds to people with mental health conditions.`,
    inLanguage: 'en-US',
    version: rules.version,
    criteria: { narrative: criteriaOf(rules) },
  };
}

/** When a day is over wherever in the world the agency is. */
export function endOf(day: CalendarDate): string {
  return `${addDays(day, 1)}T12:00:00Z`;
}

/** The requirements of a version of the rules as Markdown. */
function criteriaOf(rules: CampaignRules): string {
  return rules.requirements.map(({ title, text }) => `- **${title}.** ${text}`).join('\n');
}
