import type { Selectable } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { PledgeExtension } from '../database/schema.ts';
import type { Extension, ExtensionId } from './extension.ts';
import type { PledgeId } from './pledge.ts';

export type ExtensionToKeep = Omit<Extension, 'id' | 'state' | 'note'> & { readonly askedBy: PersonId };

/** Undefined when one has been asked for already and waits. */
export async function insertExtension(
  tx: Transaction,
  ask: ExtensionToKeep,
): Promise<ExtensionId | undefined> {
  const row = await tx
    .insertInto('pledge_extension')
    .values({
      agency_id: ask.agency,
      pledge_id: ask.pledge,
      from_on: ask.from,
      to_on: ask.to,
      reason: ask.reason,
      state: 'asked',
      asked_by: ask.askedBy,
      asked_at: ask.askedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row && (row.id as ExtensionId);
}

/** All that were asked for under a pledge, the newest first. */
export async function listExtensions(
  tx: Transaction,
  pledge: { readonly agency: AgencyId; readonly id: PledgeId },
): Promise<readonly Extension[]> {
  const rows = await tx
    .selectFrom('pledge_extension')
    .selectAll()
    .where('agency_id', '=', pledge.agency)
    .where('pledge_id', '=', pledge.id)
    .orderBy('asked_at', 'desc')
    .execute();
  return rows.map(extensionOf);
}

/** The extension that waits for a decision, kept for this transaction. */
export async function lockAskedExtension(tx: Transaction, agency: AgencyId): Promise<Extension | undefined> {
  const row = await tx
    .selectFrom('pledge_extension')
    .selectAll()
    .where('agency_id', '=', agency)
    .where('state', '=', 'asked')
    .forUpdate()
    .executeTakeFirst();
  return row && extensionOf(row);
}

export async function updateDecided(
  tx: Transaction,
  extension: Extension,
  decision: {
    readonly state: 'granted' | 'declined';
    readonly note: string;
    readonly by: PersonId;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .updateTable('pledge_extension')
    .set({
      state: decision.state,
      decision_note: decision.note,
      decided_by: decision.by,
      decided_at: decision.at,
    })
    .where('agency_id', '=', extension.agency)
    .where('id', '=', extension.id)
    .returning('id')
    .executeTakeFirstOrThrow();
}

/** A withdrawn pledge needs no more time: what was asked for is dropped, if anything was. */
export async function dropAskedExtension(tx: Transaction, agency: AgencyId, at: Date): Promise<void> {
  await tx
    .updateTable('pledge_extension')
    .set({ state: 'dropped', decided_at: at })
    .where('agency_id', '=', agency)
    .where('state', '=', 'asked')
    .execute();
}

function extensionOf(row: Selectable<PledgeExtension>): Extension {
  return {
    agency: row.agency_id as AgencyId,
    pledge: row.pledge_id as PledgeId,
    id: row.id as ExtensionId,
    from: row.from_on as CalendarDate,
    to: row.to_on as CalendarDate,
    reason: row.reason,
    askedAt: row.asked_at,
    state: row.state as Extension['state'],
    note: row.decision_note ?? '',
  };
}
