import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { resumedAnswerDay } from './appeal.ts';
import { followUpsLeft, lastAnswerDay, targetDay } from './review-limits.ts';
import { noticeDue } from './review-notice.ts';

const limits = { targetDays: 14, answerDays: 60, followUps: 3 };
const day = (text: string) => text as CalendarDate;

describe('the limits of a review', () => {
  it('count days from the day something was sent or decided', () => {
    expect(targetDay(day('2026-03-01'), limits)).toBe('2026-03-15');
    expect(lastAnswerDay(day('2026-03-01'), limits)).toBe('2026-04-30');
  });

  it.each([
    [1, 0, 3],
    [3, 0, 1],
    [4, 0, 0],
    [4, 1, 1],
    [9, 0, 0],
  ])('after %i returns and %i reopenings leave %i answers', (returns, reopenings, left) => {
    expect(followUpsLeft(limits, { returns, reopenings })).toBe(left);
  });

  it('stand still while an appeal waits', () => {
    const filedOn = day('2026-03-10');
    expect(resumedAnswerDay(day('2026-03-20'), { filedOn, decidedOn: day('2026-03-25') })).toBe('2026-04-04');
    expect(resumedAnswerDay(day('2026-03-20'), { filedOn, decidedOn: filedOn })).toBe('2026-03-20');
  });
});

describe('what is told about a day', () => {
  const due = (state: 'waiting' | 'returned' | 'closed', today: string) =>
    noticeDue({ state, targetOn: day('2026-03-15'), answerBy: day('2026-04-30') }, day(today))?.notice;

  it.each([
    ['2026-03-11', undefined],
    ['2026-03-12', 'target-near'],
    ['2026-03-15', 'target-near'],
    ['2026-03-16', 'target-passed'],
  ] as const)('to the campaign on %s: %s', (today, notice) => {
    expect(due('waiting', today)).toBe(notice);
  });

  it.each([
    ['2026-04-15', undefined],
    ['2026-04-16', 'answer-near'],
    ['2026-04-26', 'answer-near'],
    ['2026-04-27', 'answer-soon'],
    ['2026-04-30', 'answer-soon'],
    ['2026-05-01', undefined],
  ] as const)('to the agency on %s: %s', (today, notice) => {
    expect(due('returned', today)).toBe(notice);
  });

  it('is nothing about a case that was closed', () => {
    expect(due('closed', '2026-04-29')).toBeUndefined();
  });
});
