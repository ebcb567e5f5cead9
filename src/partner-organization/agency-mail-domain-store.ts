import { sql } from 'kysely';
import type { AgencyId, PartnerId, Transaction } from '../database/acting.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import type { PartnerAtAgencyDomain } from './agency-mail-domain.ts';

/** For each address, the agencies working with one of these organizations at whose own mail domain it is. */
export async function listAgenciesAtMailDomain(
  tx: Transaction,
  partners: readonly PartnerId[],
  emails: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ email: string; agencies: readonly string[] }>`
    with worked_with as (
      select p.agency_id as id from partnership p where p.partner_id = any (${[...partners]}::uuid[])
      union
      select o.proposed_by_agency from partner_organization o where o.id = any (${[...partners]}::uuid[])
    )
    select asked.email, array_agg(a.name order by a.name collate "und-x-icu") as agencies
    from unnest(${[...new Set(emails)]}::text[]) as asked (email)
    cross join agency a
    where a.id in (select w.id from worked_with w) and is_at_agency_mail_domain(asked.email, a.id)
    group by asked.email`.execute(tx);
  return new Map(rows.map(({ email, agencies }) => [email, agencies]));
}

/** The agency itself, the campaign and the program may ask. */
export async function listPartnersAtAgencyDomain(
  tx: Transaction,
  agency: AgencyId,
): Promise<readonly PartnerAtAgencyDomain[]> {
  const { rows } = await sql<{ partnership_id: string; partner_name: string; has_confirmed: boolean }>`
    select partnership_id, partner_name, has_confirmed
    from partners_at_agency_mail_domain(${agency}::uuid)`.execute(tx);
  return rows.map((row) => ({
    partnership: row.partnership_id as PartnershipId,
    partner: row.partner_name,
    hasConfirmed: row.has_confirmed,
  }));
}
