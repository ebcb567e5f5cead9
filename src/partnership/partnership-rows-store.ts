import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PartnerId, Transaction } from '../database/acting.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import { earlierTermsColumn, earlierTermsOf, isWrittenColumn } from './agreed-terms-store.ts';
import type {
  Agreement,
  Arrangement,
  Confirmation,
  Partnership,
  PartnershipId,
  PartnershipService,
  PartnershipState,
} from './partnership.ts';

/** Partnerships with both sides' names and the agreement, where the acting party may see them. */
export function partnershipRows(tx: Transaction) {
  return tx
    .selectFrom('partnership as p')
    .innerJoin('partner_organization as o', 'o.id', 'p.partner_id')
    .innerJoin('agency as a', 'a.id', 'p.agency_id')
    .leftJoin('stored_file as f', (join) =>
      join.onRef('f.agency_id', '=', 'p.agency_id').onRef('f.id', '=', 'p.agreement_file_id'),
    )
    .selectAll('p')
    .select(['o.name as partner_name', 'a.name as agency_name', 'a.slug', 'a.time_zone'])
    .select(['f.id as file_id', 'f.name as file_name', 'f.media_type', 'f.size', 'f.sha256'])
    .select(sql<boolean>`is_claimed_partner(o.id)`.as('is_claimed'))
    .select([earlierTermsColumn.as('earlier_terms'), isWrittenColumn.as('is_written')]);
}

type PartnershipRow = Awaited<ReturnType<ReturnType<typeof partnershipRows>['execute']>>[number];

export function partnershipOf(row: PartnershipRow): Partnership {
  return {
    id: row.id as PartnershipId,
    agency: {
      id: row.agency_id as AgencyId,
      slug: row.slug,
      name: row.agency_name,
      timeZone: row.time_zone,
    },
    partner: { id: row.partner_id as PartnerId, name: row.partner_name, isClaimed: row.is_claimed },
    state: stateOf(row),
    waitingFor: waitingForOf(row),
    arrangement: arrangementOf(row),
    agreement: agreementOf(row),
    isWritten: row.is_written,
    earlierTerms: row.earlier_terms.map(earlierTermsOf),
    representativeEmail: row.representative_email ?? undefined,
    isNamedInPublic: row.named_in_public,
    proposedAt: row.proposed_at,
    revision: row.revision,
  };
}

function stateOf(row: PartnershipRow): PartnershipState {
  switch (row.state) {
    case 'proposed':
      return { is: 'proposed' };
    case 'active':
      return { is: 'active', confirmation: given(confirmationOf(row)) };
    case 'declined':
      return { is: 'declined', at: given(row.declined_at), reason: given(row.decline_reason) };
    case 'ended':
      return {
        is: 'ended',
        at: given(row.ended_at),
        by: endedBy(row),
        reason: given(row.end_reason),
      };
    default:
      throw new Error(`A partnership is in a state we don't have: ${row.state}`);
  }
}

function endedBy({ ended_by_side: side }: PartnershipRow): 'agency' | 'partner' | 'campaign' {
  return side === 'partner' || side === 'campaign' ? side : 'agency';
}

function waitingForOf({ waiting_for }: PartnershipRow): Partnership['waitingFor'] {
  return waiting_for === 'agency' || waiting_for === 'partner' ? waiting_for : undefined;
}

function confirmationOf(row: PartnershipRow): Confirmation | undefined {
  if (row.confirmed_at === null || row.confirmed_name === null) return undefined;
  return { name: row.confirmed_name, title: row.confirmed_title ?? '', at: row.confirmed_at };
}

function arrangementOf(row: PartnershipRow): Arrangement {
  return {
    purpose: row.purpose,
    services: row.services as PartnershipService[],
    otherServices: row.other_services,
    agencyContact: {
      name: row.agency_contact_name,
      email: row.agency_contact_email,
      phone: row.agency_contact_phone,
    },
    partnerContact: {
      name: row.partner_contact_name,
      email: row.partner_contact_email,
      phone: row.partner_contact_phone,
    },
    termStartsOn: dayOf(row.term_starts_on),
    termEndsOn: dayOf(row.term_ends_on),
    reviewOn: dayOf(row.review_on),
  };
}

function agreementOf(row: PartnershipRow): Agreement | undefined {
  if (row.file_id === null) return undefined;
  return {
    id: row.file_id as StoredFileId,
    name: row.file_name ?? '',
    mediaType: row.media_type ?? '',
    size: row.size ?? 0,
    sha256: row.sha256 ?? '',
  };
}

function dayOf(day: string | null): CalendarDate | undefined {
  return (day as CalendarDate | null) ?? undefined;
}

/** The table's checks promise the columns of each state. */
function given<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('A partnership lacks what its state needs.');
  return value;
}
