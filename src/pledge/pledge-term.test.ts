import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import type { PledgeTerm } from './pledge.ts';
import {
  beginTerm,
  deadline,
  extendTerm,
  extensionRefusal,
  isBeyondLimit,
  isTargetLength,
} from './pledge-term.ts';

const rules = campaignRules('2024');
const day = (text: string) => text as CalendarDate;

describe('the length of a pledge', () => {
  it.each([
    [11, false],
    [12, true],
    [24, true],
    [36, true],
    [37, false],
    [12.5, false],
    [0, false],
    [Number.NaN, false],
  ])('%s months may be chosen: %s', (months, may) => {
    expect(isTargetLength(rules, months)).toBe(may);
  });
});

describe('the days of a pledge', () => {
  it.each([
    ['2026-03-05', 12, '2027-03-05', '2029-03-05'],
    ['2026-03-05', 36, '2029-03-05', '2029-03-05'],
    ['2024-02-29', 12, '2025-02-28', '2027-02-28'],
    ['2026-08-31', 18, '2028-02-29', '2029-08-31'],
  ])('accepted on %s for %i months ends on %s, at the latest on %s', (taken, months, target, limit) => {
    expect(beginTerm(rules, day(taken), months)).toEqual({
      takenOn: taken,
      targetOn: target,
      limitOn: limit,
    });
  });

  it.each([
    ['2029-03-04', { is: 'ahead', on: '2029-03-05', days: 1 }],
    ['2029-03-05', { is: 'today', on: '2029-03-05' }],
    ['2029-03-06', { is: 'past', on: '2029-03-05', days: 1 }],
  ])('on %s month 36 of a pledge taken on March 5, 2026 is %o', (today, expected) => {
    const { limitOn } = beginTerm(rules, day('2026-03-05'), 24);
    expect(deadline(limitOn, day(today))).toEqual(expected);
  });
});

describe('an extension', () => {
  const term: PledgeTerm = {
    takenOn: day('2026-03-05'),
    targetOn: day('2028-03-05'),
    limitOn: day('2029-03-05'),
  };

  it.each([
    ['2028-03-05', '2027-01-01', 'not-later'],
    ['2028-03-06', '2027-01-01', undefined],
    ['2028-03-06', '2028-03-06', 'not-ahead'],
    ['2028-03-07', '2028-03-06', undefined],
    ['2029-03-05', '2029-03-04', undefined],
    ['2030-03-05', '2029-04-01', undefined],
    ['2030-03-06', '2029-04-01', 'too-late'],
  ])('to %s asked on %s: %s', (to, today, refusal) => {
    expect(extensionRefusal(term, day(to), day(today))).toBe(refusal);
  });

  it.each([
    ['2029-03-04', false, '2029-03-05'],
    ['2029-03-05', false, '2029-03-05'],
    ['2029-03-06', true, '2029-03-06'],
  ])('to %s is an exception from the rules: %s, and the last day is then %s', (to, isException, limit) => {
    expect(isBeyondLimit(term, day(to))).toBe(isException);
    expect(extendTerm(term, day(to))).toEqual({ takenOn: '2026-03-05', targetOn: to, limitOn: limit });
  });
});
