import { sql } from 'kysely';
import type { AgencyId, PartnerId, PersonId, Transaction } from '../database/acting.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import type { CalendarAddressId, CalendarOf, FoundCalendar } from './calendar-address.ts';

/** The person's addresses that work: of this partnership, and of all meetings of their side. */
export async function listCalendarAddresses(
  tx: Transaction,
  of: CalendarOf,
  partnership: PartnershipId,
): Promise<readonly { readonly id: CalendarAddressId; readonly isOfAll: boolean }[]> {
  const rows = await ownAddresses(tx, of)
    .select(['id', 'partnership_id'])
    .where((is) => is.or([is('partnership_id', 'is', null), is('partnership_id', '=', partnership)]))
    .execute();
  return rows.map(({ id, partnership_id }) => ({
    id: id as CalendarAddressId,
    isOfAll: partnership_id === null,
  }));
}

export async function insertCalendarAddress(
  tx: Transaction,
  of: CalendarOf,
  made: {
    readonly id: CalendarAddressId;
    readonly hash: Buffer;
    readonly partnership: PartnershipId | undefined;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('calendar_address')
    .values({
      id: made.id,
      token_hash: made.hash,
      side: of.side,
      agency_id: of.side === 'agency' ? of.agency : null,
      partner_id: of.side === 'partner' ? of.partner : null,
      partnership_id: made.partnership ?? null,
      person_id: of.person,
      made_at: made.at,
    })
    .execute();
}

/** False when there was none. */
export async function revokeCalendarAddress(
  tx: Transaction,
  of: CalendarOf,
  partnership: PartnershipId | undefined,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('calendar_address')
    .set({ revoked_at: at })
    .where('person_id', '=', of.person)
    .where('side', '=', of.side)
    .where(
      of.side === 'agency' ? 'agency_id' : 'partner_id',
      '=',
      of.side === 'agency' ? of.agency : of.partner,
    )
    .where('partnership_id', 'is not distinct from', partnership ?? null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

interface ShownRow {
  readonly side: 'agency' | 'partner';
  readonly agency_id: AgencyId | null;
  readonly partner_id: PartnerId | null;
  readonly partnership_id: PartnershipId | null;
  readonly person_id: PersonId;
  readonly works: boolean;
}

/** The database itself looks it up: the caller may act for nobody. */
export async function findCalendar(tx: Transaction, hash: Buffer): Promise<FoundCalendar | undefined> {
  const { rows } = await sql<ShownRow>`
    select side, agency_id, partner_id, partnership_id, person_id, works from calendar_address_shown(${hash})`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) return undefined;
  const of = ofRow(row);
  return row.works && of
    ? { works: true, of, partnership: row.partnership_id ?? undefined }
    : { works: false };
}

function ofRow({ agency_id, partner_id, person_id: person }: ShownRow): CalendarOf | undefined {
  if (agency_id) return { side: 'agency', agency: agency_id, person };
  return partner_id ? { side: 'partner', partner: partner_id, person } : undefined;
}

function ownAddresses(tx: Transaction, of: CalendarOf) {
  const rows = tx
    .selectFrom('calendar_address')
    .where('person_id', '=', of.person)
    .where('side', '=', of.side)
    .where('revoked_at', 'is', null);
  return of.side === 'agency'
    ? rows.where('agency_id', '=', of.agency)
    : rows.where('partner_id', '=', of.partner);
}
