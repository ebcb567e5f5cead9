import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { dayForAll, doubtOfDay, doubtsLeftOut, withSettled } from './sign-off-day.ts';

const day = (text: string) => text as CalendarDate;
const bounds = { firstDay: day('2024-01-15'), today: day('2026-06-10') };

describe('the day that a line of a sign-off list gives', () => {
  it.each([
    ['2024-01-14', 'signed-before-version'],
    ['2024-01-15', undefined],
    ['2026-06-10', undefined],
    ['2026-06-11', 'signed-in-future'],
  ])('%s is in doubt: %s', (text, doubt) => {
    expect(doubtOfDay(day(text), bounds)).toBe(doubt);
  });

  it('is not in doubt for being early where no first day is known', () => {
    expect(doubtOfDay(day('1990-01-01'), { ...bounds, firstDay: undefined })).toBeUndefined();
  });
});

describe('what is said for all lines of one kind', () => {
  const given = { is: 'day', day: day('2024-02-01') } as const;

  it('settles that kind alone, and is taken back alone', () => {
    const one = withSettled(undefined, 'signed-in-future', { is: 'left-out' });
    const both = withSettled(one, 'signed-before-version', given);
    expect(doubtsLeftOut(both)).toEqual(['signed-in-future']);
    expect(dayForAll(both, 'signed-before-version', bounds)).toBe('2024-02-01');
    expect(dayForAll(both, 'signed-in-future', bounds)).toBeUndefined();
    expect(withSettled(both, 'signed-in-future', undefined)).toEqual({ 'signed-before-version': given });
  });

  it('never is a day on which the version can’t have been signed, even one that was right before', () => {
    const days = { 'signed-before-version': given };
    expect(
      dayForAll(days, 'signed-before-version', { ...bounds, firstDay: day('2024-03-01') }),
    ).toBeUndefined();
  });
});
