import { sql } from 'kysely';
import { type CampaignRules, campaignRules, type RulesVersion } from '../campaign-rules/campaign-rules.ts';
import type { CertificateNumber } from '../certification/certificate.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { SignedCredential } from './signed-credential.ts';
import type { StatusPlace } from './status-entry.ts';

/** A credential as it was issued. */
export interface IssuedCredential extends SignedCredential {
  readonly edition: number;
  readonly isEnded: boolean;
}

/** One after the other issues for a certificate. Held until the transaction ends. */
export async function lockCredentialsOf(tx: Transaction, number: CertificateNumber): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`credential of ${number}`}, 0))`.execute(tx);
}

/** The newest credential of a certificate. */
export async function findNewestCredential(
  tx: Transaction,
  number: CertificateNumber,
): Promise<IssuedCredential | undefined> {
  const row = await tx
    .selectFrom('agency_credential as c')
    .innerJoin('credential_status as s', (join) =>
      join.onRef('s.list', '=', 'c.list').onRef('s.place', '=', 'c.place'),
    )
    .select(['c.edition', 'c.json_ld', 'c.jwt', 's.ended_at'])
    .where('c.certificate_number', '=', number)
    .orderBy('c.edition', 'desc')
    .executeTakeFirst();
  return row && { edition: row.edition, json: row.json_ld, jwt: row.jwt, isEnded: row.ended_at !== null };
}

export async function insertAgencyCredential(
  tx: Transaction,
  of: { readonly agency: AgencyId; readonly number: CertificateNumber; readonly edition: number },
  issued: { readonly status: StatusPlace; readonly key: string; readonly at: Date },
  signed: SignedCredential,
): Promise<void> {
  await tx
    .insertInto('agency_credential')
    .values({
      agency_id: of.agency,
      certificate_number: of.number,
      edition: of.edition,
      list: issued.status.list,
      place: issued.status.index,
      signing_key_id: issued.key,
      issued_at: issued.at,
      json_ld: signed.json,
      jwt: signed.jwt,
    })
    .execute();
}

/** The rules a certificate was earned under. */
export async function findRulesOf(
  tx: Transaction,
  number: CertificateNumber,
): Promise<CampaignRules | undefined> {
  const row = await tx
    .selectFrom('certificate')
    .select('rules_version')
    .where('number', '=', number)
    .executeTakeFirst();
  return row && campaignRules(row.rules_version as RulesVersion);
}
