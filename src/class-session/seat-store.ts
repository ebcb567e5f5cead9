import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { ClassSessionId, SeatOutcome, SeatState } from './class-session.ts';
import type { Seat } from './seat.ts';

/** Everybody with a seat, by name, then those who wait, the longest waiting first; who withdrew is left out. */
export async function listSeats(
  tx: Transaction,
  agency: AgencyId,
  session: ClassSessionId,
): Promise<readonly Seat[]> {
  const rows = await tx
    .selectFrom('class_seat as t')
    .innerJoin('staff_member as m', (join) =>
      join.onRef('m.agency_id', '=', 't.agency_id').onRef('m.id', '=', 't.staff_id'),
    )
    .select(['m.id', 'm.family_name', 'm.given_name', 'm.middle_name', 'm.suffix', 'm.employee_number'])
    .select(['m.badge', 'm.rank', 'm.unit', 't.state', 't.outcome', 't.record_id'])
    .where('t.agency_id', '=', agency)
    .where('t.session_id', '=', session)
    .where('t.state', '<>', 'withdrawn')
    .orderBy(sql`t.state = 'waiting'`)
    .orderBy(sql`case when t.state = 'waiting' then t.since end`)
    .orderBy('m.family_name')
    .orderBy('m.given_name')
    .orderBy('m.id')
    .execute();
  return rows.map((row) => ({
    member: {
      id: row.id as StaffId,
      name: { family: row.family_name, given: row.given_name, middle: row.middle_name, suffix: row.suffix },
      employeeNumber: row.employee_number,
      badge: row.badge,
      rank: row.rank,
      unit: row.unit,
    },
    state: row.state as SeatState,
    outcome: (row.outcome as SeatOutcome | null) ?? undefined,
    recordId: row.record_id ?? undefined,
  }));
}

/** Of these people, who is of the roster and hasn't left, by name; others are passed over. */
export async function listOnRoster(
  tx: Transaction,
  agency: AgencyId,
  staff: readonly string[],
  today: CalendarDate,
): Promise<readonly StaffId[]> {
  const rows = await tx
    .selectFrom('staff_member')
    .select('id')
    .where('agency_id', '=', agency)
    .where(sql<boolean>`id = any(${staff}::uuid[])`)
    .where(sql<boolean>`(separated_on is null or separated_on > ${today}::date)`)
    .orderBy('family_name')
    .orderBy('given_name')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id as StaffId);
}

/** Gives these people a seat of this kind. `instead` are the kinds of seat that it may replace. */
export async function upsertSeats(
  tx: Transaction,
  agency: AgencyId,
  session: ClassSessionId,
  staff: readonly StaffId[],
  state: SeatState,
  instead: readonly SeatState[],
): Promise<number> {
  if (staff.length === 0) return 0;
  // One after the other, so that `since` tells who came first among those who wait.
  const { numAffectedRows } = await sql`
    insert into class_seat (agency_id, session_id, staff_id, state)
    select ${agency}, ${session}, asked.id, ${state}
    from unnest(${staff}::uuid[]) with ordinality as asked (id, place) order by asked.place
    on conflict (agency_id, session_id, staff_id) do update set state = excluded.state, since = clock_timestamp()
    where class_seat.state = any(${instead}::text[])`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Answers false when the person has no seat and doesn't wait for one. */
export async function updateWithdrawn(
  tx: Transaction,
  agency: AgencyId,
  session: ClassSessionId,
  staff: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('class_seat')
    .set({ state: 'withdrawn' })
    .where('agency_id', '=', agency)
    .where('session_id', '=', session)
    .where('staff_id', '=', staff)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Gives as many seats as are free to those who have waited longest; answers how many moved up. */
export async function updateMovedUp(
  tx: Transaction,
  agency: AgencyId,
  session: ClassSessionId,
  free: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update class_seat set state = 'enrolled'
    where agency_id = ${agency} and session_id = ${session} and staff_id in (
      select staff_id from class_seat
      where agency_id = ${agency} and session_id = ${session} and state = 'waiting'
      order by since, staff_id limit ${free})`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** What completing the session, or opening it again, came to for somebody. */
export async function updateOutcome(
  tx: Transaction,
  agency: AgencyId,
  session: ClassSessionId,
  staff: StaffId,
  result: { readonly outcome: SeatOutcome | null; readonly recordId: string | null },
): Promise<void> {
  await tx
    .updateTable('class_seat')
    .set({ outcome: result.outcome, record_id: result.recordId })
    .where('agency_id', '=', agency)
    .where('session_id', '=', session)
    .where('staff_id', '=', staff)
    .returning('staff_id')
    .executeTakeFirstOrThrow();
}
