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
    select place, id, slug, name, time_zone, roles from places_of_acting_person()`.execute(tx);
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
