import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { Acknowledgment, Certificate, CertificateNumber } from './certificate.ts';

/** The next number of a year, for the campaign alone; it is given back when the transaction fails. */
export async function nextCertificateNumber(tx: Transaction, year: number): Promise<CertificateNumber> {
  const { rows } = await sql<{
    number: string | null;
  }>`select next_certificate_number(${year}) as number`.execute(tx);
  const number = rows[0]?.number;
  if (!number) throw new Error('The database gave no certificate number.');
  return number as CertificateNumber;
}

export async function insertCertificate(
  tx: Transaction,
  certificate: Certificate,
  of: { readonly submission: string; readonly rulesVersion: string; readonly letter: Acknowledgment },
): Promise<void> {
  const { id } = await tx
    .insertInto('certificate')
    .values({
      agency_id: certificate.agency,
      number: certificate.number,
      submission_id: of.submission,
      agency_name: certificate.agencyName,
      place: certificate.place,
      pledged_on: certificate.pledgedOn,
      certified_on: certificate.certifiedOn,
      valid_until: certificate.validUntil ?? null,
      rules_version: of.rulesVersion,
      rules_title: certificate.rulesTitle,
      campaign_name: certificate.campaignName,
      issuer: certificate.issuer,
      signatory_name: certificate.signatory.name,
      signatory_title: certificate.signatory.title,
      snapshot_sha256: certificate.snapshotSha256,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('acknowledgment_letter')
    .values({
      agency_id: certificate.agency,
      certificate_id: id,
      executive_name: of.letter.executive.name,
      executive_rank: of.letter.executive.rank,
      address_lines: [...of.letter.addressLines],
      ...of.letter.figures,
      contact_email: of.letter.contactEmail,
    })
    .execute();
}

/** The certificate under a number; certificates are public. */
export async function findCertificate(
  tx: Transaction,
  number: CertificateNumber,
): Promise<Certificate | undefined> {
  const row = await certificateRows(tx).where('number', '=', number).executeTakeFirst();
  return row && toCertificate(row);
}

/** An agency's certificates, the newest first. */
export async function listCertificates(tx: Transaction, agency: AgencyId): Promise<readonly Certificate[]> {
  const rows = await certificateRows(tx)
    .where('agency_id', '=', agency)
    .orderBy('certified_on', 'desc')
    .execute();
  return rows.map(toCertificate);
}

/** The letter that goes with a certificate, if the acting party may read it. */
export async function findAcknowledgment(
  tx: Transaction,
  number: CertificateNumber,
): Promise<Acknowledgment | undefined> {
  const row = await tx
    .selectFrom('acknowledgment_letter as l')
    .innerJoin('certificate as c', (join) =>
      join.onRef('c.agency_id', '=', 'l.agency_id').onRef('c.id', '=', 'l.certificate_id'),
    )
    .select(['l.executive_name', 'l.executive_rank', 'l.address_lines', 'l.sworn', 'l.advanced', 'l.trained'])
    .select('l.contact_email')
    .where('c.number', '=', number)
    .executeTakeFirst();
  return (
    row && {
      executive: { name: row.executive_name, rank: row.executive_rank },
      addressLines: row.address_lines,
      figures: { sworn: row.sworn, advanced: row.advanced, trained: row.trained },
      contactEmail: row.contact_email,
    }
  );
}

function certificateRows(tx: Transaction) {
  return tx
    .selectFrom('certificate')
    .select(['agency_id', 'number', 'agency_name', 'place', 'pledged_on', 'certified_on', 'rules_title'])
    .select([
      'campaign_name',
      'issuer',
      'signatory_name',
      'signatory_title',
      'snapshot_sha256',
      'valid_until',
    ]);
}

type CertificateRow = Awaited<ReturnType<ReturnType<typeof certificateRows>['execute']>>[number];

function toCertificate(row: CertificateRow): Certificate {
  return {
    agency: row.agency_id as AgencyId,
    number: row.number as CertificateNumber,
    agencyName: row.agency_name,
    place: row.place,
    pledgedOn: row.pledged_on as CalendarDate,
    certifiedOn: row.certified_on as CalendarDate,
    validUntil: (row.valid_until as CalendarDate | null) ?? undefined,
    rulesTitle: row.rules_title,
    campaignName: row.campaign_name,
    issuer: row.issuer,
    signatory: { name: row.signatory_name, title: row.signatory_title },
    snapshotSha256: row.snapshot_sha256,
  };
}
