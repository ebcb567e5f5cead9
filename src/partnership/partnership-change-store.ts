import type { Updateable } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PartnerId, PersonId, Transaction } from '../database/acting.ts';
import type { Partnership as PartnershipTable } from '../database/schema.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { Arrangement, Partnership, PartnershipId, Side } from './partnership.ts';

export interface PartnershipToKeep {
  readonly agency: AgencyId;
  readonly partner: PartnerId;
  readonly arrangement: Arrangement;
  readonly agreement: StoredFileId | undefined;
  readonly representativeEmail: string | undefined;
  readonly by: PersonId;
  readonly at: Date;
}

/** Undefined when the two already have one that is proposed or active: then nothing is written. */
export async function insertPartnership(
  tx: Transaction,
  kept: PartnershipToKeep,
): Promise<PartnershipId | undefined> {
  const row = await tx
    .insertInto('partnership')
    .values({
      agency_id: kept.agency,
      partner_id: kept.partner,
      state: 'proposed',
      ...arrangementColumns(kept.arrangement),
      agreement_file_id: kept.agreement ?? null,
      representative_email: kept.representativeEmail ?? null,
      proposed_by: kept.by,
      proposed_at: kept.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row && (row.id as PartnershipId);
}

export function updateArrangement(
  tx: Transaction,
  partnership: Partnership,
  change: {
    readonly arrangement: Arrangement;
    /** A newer document; without it the present one stays. */
    readonly agreement: StoredFileId | undefined;
    readonly representativeEmail: string | undefined;
    /** Set when the partner is asked (again) to confirm. */
    readonly proposed: { readonly by: PersonId; readonly at: Date } | undefined;
  },
): Promise<void> {
  const { proposed, agreement } = change;
  return update(tx, partnership, {
    ...arrangementColumns(change.arrangement),
    representative_email: change.representativeEmail ?? null,
    ...(agreement ? { agreement_file_id: agreement } : {}),
    ...(proposed ? { state: 'proposed', proposed_by: proposed.by, proposed_at: proposed.at } : {}),
  });
}

export function updateAsked(
  tx: Transaction,
  partnership: Partnership,
  asked: { readonly by: PersonId; readonly at: Date },
): Promise<void> {
  return update(tx, partnership, { proposed_by: asked.by, proposed_at: asked.at });
}

export function updateConfirmed(
  tx: Transaction,
  partnership: Partnership,
  confirmed: {
    readonly name: string;
    readonly title: string;
    readonly isNamedInPublic: boolean;
    readonly by: PersonId;
    readonly at: Date;
  },
): Promise<void> {
  return update(tx, partnership, {
    state: 'active',
    confirmed_by: confirmed.by,
    confirmed_at: confirmed.at,
    confirmed_name: confirmed.name,
    confirmed_title: confirmed.title,
    named_in_public: confirmed.isNamedInPublic,
  });
}

export function updateDeclined(
  tx: Transaction,
  partnership: Partnership,
  declined: { readonly reason: string; readonly at: Date },
): Promise<void> {
  return update(tx, partnership, {
    state: 'declined',
    declined_at: declined.at,
    decline_reason: declined.reason,
  });
}

export function updateEnded(
  tx: Transaction,
  partnership: Partnership,
  ended: {
    readonly side: Side;
    readonly reason: string;
    readonly by: PersonId;
    readonly at: Date;
  },
): Promise<void> {
  return update(tx, partnership, {
    state: 'ended',
    ended_at: ended.at,
    ended_by_side: ended.side,
    ended_by: ended.by,
    end_reason: ended.reason,
  });
}

export function updateNaming(
  tx: Transaction,
  partnership: Partnership,
  isNamedInPublic: boolean,
): Promise<void> {
  return update(tx, partnership, { named_in_public: isNamedInPublic });
}

async function update(
  tx: Transaction,
  partnership: Partnership,
  columns: Updateable<PartnershipTable>,
): Promise<void> {
  await tx
    .updateTable('partnership')
    .set({ ...columns, revision: partnership.revision + 1 })
    .where('agency_id', '=', partnership.agency.id)
    .where('id', '=', partnership.id)
    .where('revision', '=', partnership.revision)
    .returning('id')
    .executeTakeFirstOrThrow();
}

function arrangementColumns(arrangement: Arrangement) {
  const { agencyContact, partnerContact } = arrangement;
  return {
    purpose: arrangement.purpose,
    services: [...arrangement.services],
    other_services: arrangement.otherServices,
    agency_contact_name: agencyContact.name,
    agency_contact_email: agencyContact.email,
    agency_contact_phone: agencyContact.phone,
    partner_contact_name: partnerContact.name,
    partner_contact_email: partnerContact.email,
    partner_contact_phone: partnerContact.phone,
    term_starts_on: dayOrNull(arrangement.termStartsOn),
    term_ends_on: dayOrNull(arrangement.termEndsOn),
    review_on: dayOrNull(arrangement.reviewOn),
  };
}

function dayOrNull(day: CalendarDate | undefined): string | null {
  return day ?? null;
}
