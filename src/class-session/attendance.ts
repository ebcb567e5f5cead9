import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { type ClassDay, hoursOfDays } from './class-day.ts';

/** Whether somebody was there on a day; of a part, for how many hours. */
export type Attended =
  | { readonly is: 'present' }
  | { readonly is: 'absent' }
  | { readonly is: 'partial'; readonly hours: number };

export interface AttendanceMark {
  readonly staff: StaffId;
  readonly day: CalendarDate;
  readonly attended: Attended;
}

export interface MissedDay {
  readonly day: CalendarDate;
  readonly attended: Exclude<Attended, { is: 'present' }>;
}

/** What the attendance of one person comes to. Nobody is taken for absent of whom nothing was said. */
export type AttendanceResult =
  | { readonly is: 'complete' }
  | { readonly is: 'incomplete'; readonly hours: number; readonly missed: readonly MissedDay[] }
  | { readonly is: 'unmarked'; readonly days: readonly CalendarDate[] };

/** Whoever attended all hours of the course has completed it; one hour less is not completed. */
export function attendanceResult(
  course: { readonly hours: number; readonly days: readonly ClassDay[] },
  marks: ReadonlyMap<CalendarDate, Attended>,
): AttendanceResult {
  const shares = hoursOfDays(course.hours, course.days);
  const unmarked = course.days.filter(({ day }) => !marks.has(day)).map(({ day }) => day);
  if (unmarked.length > 0) return { is: 'unmarked', days: unmarked };
  const missed: MissedDay[] = [];
  let hundredths = 0;
  for (const [place, { day }] of course.days.entries()) {
    const attended = marks.get(day) ?? { is: 'absent' };
    const share = shares[place] ?? 0;
    const hours = hoursAttended(attended, share);
    hundredths += Math.round(hours * 100);
    if (attended.is !== 'present' && hours < share) missed.push({ day, attended });
  }
  return missed.length === 0 ? { is: 'complete' } : { is: 'incomplete', hours: hundredths / 100, missed };
}

function hoursAttended(attended: Attended, share: number): number {
  if (attended.is === 'present') return share;
  return attended.is === 'absent' ? 0 : Math.min(attended.hours, share);
}

/** The first day that has come and of which somebody who takes part has no mark yet. */
export function firstUnmarkedDay(
  days: readonly ClassDay[],
  people: readonly StaffId[],
  marks: readonly AttendanceMark[],
  today: CalendarDate,
): CalendarDate | undefined {
  const byPerson = marksByPerson(marks);
  return days.find(({ day }) => day <= today && people.some((one) => !byPerson.get(one)?.has(day)))?.day;
}

/** The marks of each person, by day. */
export function marksByPerson(
  marks: readonly AttendanceMark[],
): ReadonlyMap<StaffId, ReadonlyMap<CalendarDate, Attended>> {
  const byPerson = new Map<StaffId, Map<CalendarDate, Attended>>();
  for (const { staff, day, attended } of marks) {
    const own = byPerson.get(staff) ?? new Map<CalendarDate, Attended>();
    own.set(day, attended);
    byPerson.set(staff, own);
  }
  return byPerson;
}
