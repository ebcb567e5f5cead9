import type { Updateable } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PartnerId, PersonId, Transaction } from '../database/acting.ts';
import type { Partnership as PartnershipTable } from '../database/schema.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { Arrangement, Contact, Partnership, PartnershipId, Side } from './partnership.ts';

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

/** What an agency brings up to date by itself: contacts, and who is asked. Terms change by a version. */
export function updateContacts(
  tx: Transaction,
  partnership: Partnership,
  change: {
    readonly agencyContact: Contact;
    readonly partnerContact: Contact;
    readonly representativeEmail: string | undefined;
  },
): Promise<void> {
  return update(tx, partnership, {
    ...contactColumns(change),
    representative_email: change.representativeEmail ?? null,
  });
}

export function updateAsked(
  tx: Transaction,
  partnership: Partnership,
  asked: { readonly by: PersonId; readonly at: Date },
): Promise<void> {
  return update(tx, partnership, { proposed_by: asked.by, proposed_at: asked.at });
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
    waiting_for: null,
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
  return {
    purpose: arrangement.purpose,
    services: [...arrangement.services],
    other_services: arrangement.otherServices,
    ...contactColumns(arrangement),
    term_starts_on: dayOrNull(arrangement.termStartsOn),
    term_ends_on: dayOrNull(arrangement.termEndsOn),
    review_on: dayOrNull(arrangement.reviewOn),
  };
}

function contactColumns({
  agencyContact,
  partnerContact,
}: Pick<Arrangement, 'agencyContact' | 'partnerContact'>) {
  return {
    agency_contact_name: agencyContact.name,
    agency_contact_email: agencyContact.email,
    agency_contact_phone: agencyContact.phone,
    partner_contact_name: partnerContact.name,
    partner_contact_email: partnerContact.email,
    partner_contact_phone: partnerContact.phone,
  };
}

function dayOrNull(day: CalendarDate | undefined): string | null {
  return day ?? null;
}
