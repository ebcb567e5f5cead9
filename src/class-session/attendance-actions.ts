import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { AttendanceMark, Attended } from './attendance.ts';
import { listAttendance, upsertAttendance } from './attendance-store.ts';
import { lockScheduled, recordClass } from './class-audit-actions.ts';
import { type ClassRefusal, type ClassSessionId, takesPart } from './class-session.ts';
import { listSeats } from './seat-store.ts';

export { listAttendance } from './attendance-store.ts';

export interface AttendanceTaken {
  readonly day: CalendarDate;
  readonly said: ReadonlyMap<string, Attended>;
  /** Those of whom nothing was ever said were there too. */
  readonly restPresent: boolean;
}

/** Writes down who was there on a day. Only of people with a seat, and only once the day has come. */
export async function takeAttendance(
  tx: Transaction,
  agency: AgencyId,
  id: string,
  taken: AttendanceTaken,
  by: PersonId,
  today: CalendarDate,
): Promise<Outcome<ClassSessionId, ClassRefusal>> {
  const found = await lockScheduled(tx, agency, id);
  if (!found.ok) return found;
  const session = found.value;
  const { day, said, restPresent } = taken;
  if (!session.days.some((held) => held.day === day)) return refused({ code: 'day-not-held' });
  if (day > today) return refused({ code: 'day-ahead', day });
  const here = (await listSeats(tx, agency, session.id)).filter(({ state }) => takesPart(state));
  const before = await listAttendance(tx, agency, session.id);
  const known = new Set(before.filter((mark) => mark.day === day).map(({ staff }) => staff));
  const marks = here.flatMap(({ member }) =>
    markOf(member.id, day, said.get(member.id) ?? restOf(restPresent, known.has(member.id))),
  );
  await upsertAttendance(tx, agency, session.id, marks, by);
  await recordClass(tx, agency, 'class-attendance-taken', session.id, { day, people: marks.length });
  return done(session.id);
}

function restOf(restPresent: boolean, isKnown: boolean): Attended | undefined {
  return restPresent && !isKnown ? { is: 'present' } : undefined;
}

function markOf(
  staff: StaffId,
  day: CalendarDate,
  attended: Attended | undefined,
): readonly AttendanceMark[] {
  return attended ? [{ staff, day, attended }] : [];
}
