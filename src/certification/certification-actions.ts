import type { Agency } from '../agency/agency.ts';
import { regionName } from '../agency/region.ts';
import { recordAudit } from '../audit/audit.ts';
import { addDays, addMonths, type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { campaignRules, type RulesVersion } from '../campaign-rules/campaign-rules.ts';
import type { CampaignWords } from '../config.ts';
import type { Transaction } from '../database/acting.ts';
import type { Acknowledgment, Certificate, CertificateNumber } from './certificate.ts';
import { type CertificateStanding, standingOn } from './certificate-standing.ts';
import { insertCertificate, nextCertificateNumber } from './certificate-store.ts';
import { certificateEvents } from './standing-actions.ts';

export { findAcknowledgment, findCertificate, listCertificates } from './certificate-store.ts';
export { certificateEvents, certificateStandings } from './standing-actions.ts';

/** What was approved: the facts are those of the frozen snapshot, not of today. */
export interface Completion {
  readonly agency: Pick<Agency, 'id' | 'timeZone'>;
  readonly submission: string;
  readonly snapshotSha256: string;
  readonly rules: RulesVersion;
  readonly agencyName: string;
  readonly city: string;
  readonly region: string;
  readonly pledgedOn: CalendarDate;
  readonly letter: Omit<Acknowledgment, 'contactEmail'>;
  readonly campaign: CampaignWords;
  /** Years the certificate lasts; 0, or nothing, is without end. */
  readonly years?: number;
  readonly now: Date;
}

/** Issues the certificate and the letter of an approved submission; answers the number. Acts for the campaign. */
export async function certifyAgency(tx: Transaction, completion: Completion): Promise<CertificateNumber> {
  const { agency, campaign } = completion;
  const rules = campaignRules(completion.rules);
  const certifiedOn = dayIn(agency.timeZone, completion.now);
  const number = await nextCertificateNumber(tx, Number(certifiedOn.slice(0, 4)));
  await insertCertificate(
    tx,
    {
      agency: agency.id,
      number,
      agencyName: completion.agencyName,
      place: `${completion.city}, ${regionName(completion.region)}`,
      pledgedOn: completion.pledgedOn,
      certifiedOn,
      validUntil: lastDay(certifiedOn, completion.years ?? 0),
      rulesTitle: rules.title,
      campaignName: campaign.name,
      issuer: campaign.issuer,
      signatory: campaign.signatory,
      snapshotSha256: completion.snapshotSha256,
    },
    {
      submission: completion.submission,
      rulesVersion: rules.version,
      letter: { ...completion.letter, contactEmail: campaign.contact },
    },
  );
  await recordAudit(
    tx,
    { agency: agency.id },
    {
      action: 'agency-certified',
      subject: { kind: 'certificate', id: number },
      details: { sha256: completion.snapshotSha256, rules: rules.version },
    },
  );
  return number;
}

/** What a certificate is worth on that day, also when its term ended a moment before. */
export async function standingAt(
  tx: Transaction,
  { number, validUntil }: Pick<Certificate, 'number' | 'validUntil'>,
  today: CalendarDate,
): Promise<CertificateStanding> {
  return standingOn(today, validUntil, await certificateEvents(tx, number));
}

/** The day before the anniversary: a certificate of February 1, 2026 for three years ends with January 31, 2029. */
function lastDay(certifiedOn: CalendarDate, years: number): CalendarDate | undefined {
  return years === 0 ? undefined : addDays(addMonths(certifiedOn, years * 12), -1);
}
