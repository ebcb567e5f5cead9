import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { agreementStanding, noticesDue } from './agreement-standing.ts';

const day = (text: string) => text as CalendarDate;
const active = (reviewOn?: string, termEndsOn?: string) => ({
  state: { is: 'active' as const },
  arrangement: { reviewOn: reviewOn as CalendarDate, termEndsOn: termEndsOn as CalendarDate },
});
const today = day('2026-03-05');

describe('an agreement stands', () => {
  it.each([
    ['active', undefined, undefined],
    ['active', '2026-03-06', '2026-03-05'],
    ['due-for-review', '2026-03-05', '2026-03-05'],
    ['due-for-review', '2026-01-01', undefined],
    ['lapsed', '2026-01-01', '2026-03-04'],
    ['lapsed', '2027-01-01', '2026-03-04'],
  ])('as %s with review on %s and end on %s', (standing, reviewOn, termEndsOn) => {
    expect(agreementStanding(active(reviewOn, termEndsOn), today)).toBe(standing);
  });

  it.each(['proposed', 'declined', 'ended'] as const)('as %s whatever its dates', (is) => {
    expect(agreementStanding({ ...active('2020-01-01', '2020-01-01'), state: { is } }, today)).toBe(is);
    expect(noticesDue({ ...active('2020-01-01', '2020-01-01'), state: { is } }, today)).toEqual([]);
  });
});

describe('both sides are told', () => {
  it.each([
    ['2026-05-05', []],
    ['2026-05-04', ['review-60']],
    ['2026-04-04', ['review-30']],
    ['2026-03-12', ['review-7']],
    ['2026-03-06', ['review-7']],
    ['2026-03-05', ['due-for-review']],
    ['2025-01-01', ['due-for-review']],
  ])('about a review on %s: %j', (reviewOn, notices) => {
    expect(noticesDue(active(reviewOn), today).map(({ notice }) => notice)).toEqual(notices);
  });

  it.each([
    ['2026-05-04', ['term-60']],
    ['2026-03-13', ['term-30']],
    ['2026-03-05', ['term-7']],
    ['2026-03-04', ['lapsed']],
  ])('about a term that ends on %s: %j', (termEndsOn, notices) => {
    expect(noticesDue(active(undefined, termEndsOn), today).map(({ notice }) => notice)).toEqual(notices);
  });

  it('about both dates, but about no review once the term is over', () => {
    expect(noticesDue(active('2026-03-06', '2026-04-01'), today)).toEqual([
      { notice: 'term-30', aboutDay: '2026-04-01' },
      { notice: 'review-7', aboutDay: '2026-03-06' },
    ]);
    expect(noticesDue(active('2026-03-01', '2026-03-04'), today)).toEqual([
      { notice: 'lapsed', aboutDay: '2026-03-04' },
    ]);
  });
});
