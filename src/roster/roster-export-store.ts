import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { type StaffQuery, type StaffSort, staffMatching } from './roster-store.ts';
import type { StaffMember } from './staff-member.ts';
import { staffMemberFrom } from './staff-row.ts';

/** Whom a list of the roster shows, and in which order. */
export type StaffSelection = Omit<StaffQuery, 'limit' | 'offset'>;

/** A date that isn't known comes last, as the list has it; made a date, because nothing comes after a null. */
const hired = sql<string>`coalesce(hired_on, 'infinity'::date)`;

/** As `inReadingOrder` has it; the place after which a page begins is compared the same way. */
const read = (column: string) => sql`${sql.ref(column)} collate "und-x-icu"`;
const names = [read('family_name'), read('given_name')] as const;

const sortKeys = {
  name: names,
  rank: [read('rank'), ...names],
  unit: [read('unit'), ...names],
  hired: [hired, ...names],
} as const satisfies Record<StaffSort, readonly unknown[]>;

/** The next people of a list after `after`, in its order: however long the list is, the statement is short. */
export async function listStaffAfter(
  tx: Transaction,
  agency: AgencyId,
  selection: StaffSelection,
  after: StaffMember | undefined,
  limit: number,
): Promise<readonly StaffMember[]> {
  const keys = [...sortKeys[selection.sort], sql`id`];
  let rows = staffMatching(tx, agency, selection);
  if (after) {
    const direction = sql.raw(selection.descending ? '<' : '>');
    const place = [...placeOf(after, selection.sort), sql`${after.id}::uuid`];
    rows = rows.where(sql<boolean>`(${sql.join(keys)}) ${direction} (${sql.join(place)})`);
  }
  for (const key of keys) rows = rows.orderBy(key, selection.descending ? 'desc' : 'asc');
  return (await rows.limit(limit).execute()).map(staffMemberFrom);
}

function placeOf({ name, rank, unit, hiredOn }: StaffMember, sort: StaffSort) {
  const names = [sql`${name.family}`, sql`${name.given}`];
  const day: CalendarDate | 'infinity' = hiredOn ?? 'infinity';
  switch (sort) {
    case 'name':
      return names;
    case 'rank':
      return [sql`${rank}`, ...names];
    case 'unit':
      return [sql`${unit}`, ...names];
    case 'hired':
      return [sql`${day}::date`, ...names];
  }
}
