import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AttendanceResult } from './attendance.ts';
import { stepsOf } from './next-step.ts';

const [first, last] = ['2026-03-02' as CalendarDate, '2026-03-03' as CalendarDate];
const session = {
  state: { is: 'scheduled', reopenedBecause: undefined },
  startsOn: first,
  endsOn: last,
} as const;
const there: AttendanceResult = { is: 'complete' };
const unmarked: AttendanceResult = { is: 'unmarked', days: [last] };
const on = (day: string, ...results: AttendanceResult[]) => stepsOf(session, results, day as CalendarDate)[0];

describe('what comes next in a class', () => {
  it('is to enroll people until it begins, and as long as there is nobody', () => {
    expect(on('2026-03-01', unmarked)).toBe('enroll');
    expect(on('2026-03-02')).toBe('enroll');
    expect(on('2026-04-01')).toBe('enroll');
  });

  it('is attendance from the first day on, until nobody is without a mark', () => {
    expect(on('2026-03-02', unmarked)).toBe('attendance');
    expect(on('2026-03-03', there, unmarked)).toBe('attendance');
  });

  it('is to complete it on the last day when everybody is marked, also if not all were there', () => {
    const absent: AttendanceResult = { is: 'incomplete', hours: 0, missed: [] };
    expect(on('2026-03-03', there, absent)).toBe('complete');
    expect(on('2026-03-02', there)).toBe('attendance');
  });

  it('is nothing once it is completed or cancelled', () => {
    const completed = { ...session, state: { is: 'completed', at: new Date() } } as const;
    expect(stepsOf(completed, [there], last)).toEqual([]);
  });
});
