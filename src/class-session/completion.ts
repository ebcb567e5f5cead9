import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { TrainingRecord } from '../training/training-record.ts';
import { type AttendanceMark, type AttendanceResult, attendanceResult, marksByPerson } from './attendance.ts';
import { type ClassRefusal, type ClassSession, providerOf, takesPart } from './class-session.ts';
import type { Seat } from './seat.ts';

/** What completing the session comes to for each person who takes part, in the order of the seats. */
export interface PersonResult {
  readonly seat: Seat;
  readonly result: AttendanceResult;
}

export function resultsOf(
  session: Pick<ClassSession, 'hours' | 'days'>,
  seats: readonly Seat[],
  marks: readonly AttendanceMark[],
): readonly PersonResult[] {
  const byPerson = marksByPerson(marks);
  return seats
    .filter(({ state }) => takesPart(state))
    .map((seat) => ({
      seat,
      result: attendanceResult(session, byPerson.get(seat.member.id) ?? new Map()),
    }));
}

/** Why a session can't be completed yet; undefined when it can. */
export function obstacleToCompletion(
  session: Pick<ClassSession, 'endsOn'>,
  results: readonly PersonResult[],
  today: CalendarDate,
): ClassRefusal | undefined {
  if (session.endsOn > today) return { code: 'session-not-over', endsOn: session.endsOn };
  if (results.length === 0) return { code: 'nobody-came' };
  const people = results.filter(({ result }) => result.is === 'unmarked').length;
  return people > 0 ? { code: 'attendance-missing', people } : undefined;
}

/** The record of somebody who attended it all. */
export function recordOf(session: ClassSession): TrainingRecord {
  const { course: title, hours, startsOn, endsOn } = session;
  return {
    title,
    code: '',
    hours,
    provider: providerOf(session),
    result: 'Completed',
    ...(startsOn !== endsOn && { startedOn: startsOn }),
    completedOn: endsOn,
  };
}
