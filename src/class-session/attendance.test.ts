import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type Attended, attendanceResult } from './attendance.ts';

const days = ['2026-03-02', '2026-03-03', '2026-03-04'].map((day) => ({
  day: day as CalendarDate,
  startsAt: '08:00',
  endsAt: '17:00',
}));
const course = { hours: 24, days };
const marks = (...said: readonly (Attended | undefined)[]) =>
  new Map(days.flatMap(({ day }, place) => (said[place] ? [[day, said[place]] as const] : [])));
const present: Attended = { is: 'present' };
const absent: Attended = { is: 'absent' };

describe('what attendance comes to', () => {
  it('is complete for whoever was there on every day', () => {
    expect(attendanceResult(course, marks(present, present, present))).toEqual({ is: 'complete' });
  });

  it('is complete when a part of a day was all of its hours', () => {
    const part: Attended = { is: 'partial', hours: 8 };
    expect(attendanceResult(course, marks(present, part, present))).toEqual({ is: 'complete' });
  });

  it('is incomplete when a quarter of an hour is missing, and says when', () => {
    const part: Attended = { is: 'partial', hours: 7.75 };
    expect(attendanceResult(course, marks(present, part, present))).toEqual({
      is: 'incomplete',
      hours: 23.75,
      missed: [{ day: '2026-03-03', attended: part }],
    });
  });

  it('is incomplete for whoever missed a day', () => {
    expect(attendanceResult(course, marks(absent, present, present))).toMatchObject({
      is: 'incomplete',
      hours: 16,
    });
  });

  it('is not known while a day is not marked: nobody is taken for absent', () => {
    expect(attendanceResult(course, marks(present, undefined, present))).toEqual({
      is: 'unmarked',
      days: ['2026-03-03'],
    });
  });
});
