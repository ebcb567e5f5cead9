import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AttendanceResult } from './attendance.ts';
import { type ClassSession, phaseOf } from './class-session.ts';

export type ClassStep = 'enroll' | 'attendance' | 'complete';

/** What can be done with a class on a day, what comes next first; nothing once it is completed or cancelled. */
export function stepsOf(
  session: Pick<ClassSession, 'state' | 'startsOn' | 'endsOn'>,
  results: readonly AttendanceResult[],
  today: CalendarDate,
): readonly ClassStep[] {
  const phase = phaseOf(session, today);
  if (phase === 'completed' || phase === 'cancelled') return [];
  if (phase === 'coming') return ['enroll'];
  if (results.length === 0) return ['enroll', 'attendance'];
  if (phase === 'under-way') return ['attendance', 'enroll'];
  const isMarked = results.every(({ is }) => is !== 'unmarked');
  return isMarked ? ['complete', 'attendance', 'enroll'] : ['attendance', 'enroll', 'complete'];
}
