import type { Selectable } from 'kysely';
import type { PartnerId, Transaction } from '../database/acting.ts';
import { inReadingOrder } from '../database/reading-order.ts';
import type { PartnerContact as ContactTable } from '../database/schema.ts';
import type { ContactFacts, PartnerContact, PartnerContactId } from './partner-contact.ts';

/** The organization's named people, as far as the acting party may see them. */
export async function listContacts(tx: Transaction, partner: PartnerId): Promise<readonly PartnerContact[]> {
  const rows = await tx
    .selectFrom('partner_contact')
    .selectAll()
    .where('partner_id', '=', partner)
    .orderBy('name', inReadingOrder)
    .orderBy('id')
    .execute();
  return rows.map(contactOf);
}

export async function findContact(
  tx: Transaction,
  partner: PartnerId,
  id: PartnerContactId,
): Promise<PartnerContact | undefined> {
  const row = await tx
    .selectFrom('partner_contact')
    .selectAll()
    .where('partner_id', '=', partner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && contactOf(row);
}

export async function insertContact(
  tx: Transaction,
  partner: PartnerId,
  facts: ContactFacts,
): Promise<PartnerContactId> {
  const { id } = await tx
    .insertInto('partner_contact')
    .values({ partner_id: partner, ...facts, email: facts.email ?? null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id as PartnerContactId;
}

/** Writes over what `revision` was; false when another change came first. */
export async function updateContact(
  tx: Transaction,
  partner: PartnerId,
  { id, revision }: Pick<PartnerContact, 'id' | 'revision'>,
  facts: ContactFacts,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('partner_contact')
    .set({ ...facts, email: facts.email ?? null, revision: revision + 1 })
    .where('partner_id', '=', partner)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function deleteContact(
  tx: Transaction,
  partner: PartnerId,
  id: PartnerContactId,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('partner_contact')
    .where('partner_id', '=', partner)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

function contactOf(row: Selectable<ContactTable>): PartnerContact {
  return {
    id: row.id as PartnerContactId,
    name: row.name,
    role: row.role,
    phone: row.phone,
    email: row.email ?? undefined,
    revision: row.revision,
  };
}
