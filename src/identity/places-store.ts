import { sql } from 'kysely';
import type { AgencyId, PartnerId, Transaction } from '../database/acting.ts';
import type { AgencyPlace, AgencyRole, CampaignRole, PartnerPlace } from './viewer.ts';

export interface Places {
  readonly agencies: readonly AgencyPlace[];
  readonly partners: readonly PartnerPlace[];
  readonly campaignRoles: readonly CampaignRole[];
}

interface PlaceRow {
  readonly place: 'agency' | 'partner' | 'campaign';
  readonly id: string | null;
  readonly slug: string | null;
  readonly name: string | null;
  readonly time_zone: string | null;
  readonly roles: readonly string[];
}

/** Everything the acting person may act for, in one query; the transaction must act as that person. */
export async function listPlaces(tx: Transaction): Promise<Places> {
  const { rows } = await sql<PlaceRow>`
    select 'agency' as place, a.id, a.slug, a.name, a.time_zone, array_agg(m.role order by m.role) as roles
    from agency_membership m join agency a on a.id = m.agency_id
    where m.person_id = acting_person() and m.ended_at is null
    group by a.id
    union all
    select 'partner', o.id, null, o.name, null, '{}'::text[]
    from partner_membership m join partner_organization o on o.id = m.partner_id
    where m.person_id = acting_person() and m.ended_at is null
    union all
    select 'campaign', null, null, null, null, array_agg(m.role order by m.role)
    from campaign_membership m
    where m.person_id = acting_person() and m.ended_at is null
    having count(*) > 0
    order by place, name`.execute(tx);
  return {
    agencies: rows.filter((row) => row.place === 'agency').map(agencyPlace),
    partners: rows.filter((row) => row.place === 'partner').map(partnerPlace),
    campaignRoles: rows
      .filter((row) => row.place === 'campaign')
      .flatMap((row) => row.roles as CampaignRole[]),
  };
}

function agencyPlace(row: PlaceRow): AgencyPlace {
  return {
    id: (row.id ?? '') as AgencyId,
    slug: row.slug ?? '',
    name: row.name ?? '',
    timeZone: row.time_zone ?? '',
    roles: row.roles as readonly AgencyRole[],
  };
}

function partnerPlace(row: PlaceRow): PartnerPlace {
  return { id: (row.id ?? '') as PartnerId, name: row.name ?? '' };
}
