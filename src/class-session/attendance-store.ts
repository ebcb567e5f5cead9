import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { AttendanceMark, Attended } from './attendance.ts';
import type { ClassSessionId } from './class-session.ts';

export async function listAttendance(
  tx: Transaction,
  agency: AgencyId,
  session: ClassSessionId,
): Promise<readonly AttendanceMark[]> {
  const rows = await tx
    .selectFrom('class_attendance')
    .select(['staff_id', 'day', 'attended', 'hours'])
    .where('agency_id', '=', agency)
    .where('session_id', '=', session)
    .execute();
  return rows.map((row) => ({
    staff: row.staff_id as StaffId,
    day: row.day as CalendarDate,
    attended: attendedOf(row.attended, row.hours),
  }));
}

function attendedOf(attended: string, hours: unknown): Attended {
  if (attended === 'partial') return { is: 'partial', hours: Number(hours) };
  return { is: attended === 'present' ? 'present' : 'absent' };
}

/** Writes what was said of people on a day, in place of what was said before. */
export async function upsertAttendance(
  tx: Transaction,
  agency: AgencyId,
  session: ClassSessionId,
  marks: readonly AttendanceMark[],
  by: PersonId,
): Promise<void> {
  if (marks.length === 0) return;
  const each = <Value>(of: (mark: AttendanceMark) => Value) => marks.map(of);
  await sql`
    insert into class_attendance (agency_id, session_id, staff_id, day, attended, hours, taken_by)
    select ${agency}, ${session}, said.staff_id, said.day, said.attended, said.hours, ${by}
    from unnest(${each(({ staff }) => staff)}::uuid[], ${each(({ day }) => day)}::date[],
      ${each(({ attended }) => attended.is)}::text[],
      ${each(({ attended }) => (attended.is === 'partial' ? attended.hours : null))}::numeric[]
    ) as said (staff_id, day, attended, hours)
    on conflict (agency_id, session_id, staff_id, day) do update
      set attended = excluded.attended, hours = excluded.hours, taken_by = excluded.taken_by, taken_at = now()`.execute(
    tx,
  );
}

/** Forgets what was said of somebody who gave the seat up. */
export async function deleteAttendanceOf(
  tx: Transaction,
  agency: AgencyId,
  session: ClassSessionId,
  staff: string,
): Promise<void> {
  await tx
    .deleteFrom('class_attendance')
    .where('agency_id', '=', agency)
    .where('session_id', '=', session)
    .where('staff_id', '=', staff)
    .execute();
}
