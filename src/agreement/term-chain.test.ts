import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { holdingOn, type Term, termGap, termStanding } from './term-chain.ts';

const day = (text: string | undefined) => text as CalendarDate;
const term = (from: string | undefined, to?: string): Term => ({
  termStartsOn: day(from),
  termEndsOn: day(to),
});
const today = day('2026-03-05');
const now = term('2025-04-01', '2026-03-31');
const renewed = term('2026-04-01', '2027-03-31');
const afterThat = term('2027-04-01', '2028-03-31');

describe('of what was agreed, on a day, there holds', () => {
  it.each<[string, Term[], string, Term | undefined]>([
    ['the only one', [now], '2026-03-05', now],
    ['the old term until the new one begins', [renewed, now], '2026-03-31', now],
    ['the new term from its first day', [renewed, now], '2026-04-01', renewed],
    ['each of three terms in its time', [afterThat, renewed, now], '2026-12-01', renewed],
    ['the one that comes next, once nothing covers the day', [afterThat, now], '2026-06-01', afterThat],
    [
      'the next of two that are ahead',
      [afterThat, renewed, term('2025-01-01', '2026-01-31')],
      today,
      renewed,
    ],
    ['the last one, once all are over', [renewed, now], '2027-06-01', renewed],
    [
      'a shorter one that was agreed later, also when it is over',
      [term('2026-01-01', '2026-02-01'), now],
      today,
      term('2026-01-01', '2026-02-01'),
    ],
    ['at once what has no first day', [term(undefined), now], today, term(undefined)],
    ['nothing where nothing was agreed', [], today, undefined],
  ])('%s', (_what, agreed, on, held) => {
    expect(holdingOn(agreed, day(on))).toEqual(held);
  });
});

it('what was corrected before it began never begins', () => {
  expect(termStanding(renewed, [term('2026-03-20')], today)).toBe('replaced');
  expect(termStanding(now, [term('2026-03-20'), renewed], today)).toBe('holds');
  expect(termStanding(renewed, [afterThat], today)).toBe('ahead');
});

describe('days that no agreed term covers', () => {
  const ends = term('2025-07-01', '2026-06-30');
  const next = term('2026-08-01', '2027-07-31');
  const july = { from: '2026-07-01', to: '2026-07-31' };

  it.each<[string, Term[], string, object | undefined]>([
    ['are known before they come', [next, ends], '2026-06-30', july],
    ['are there on the first of them', [next, ends], '2026-07-01', july],
    ['are there on the last of them', [next, ends], '2026-07-31', july],
    ['are over once the next term begins', [next, ends], '2026-08-01', undefined],
    ['are none where the next term follows at once', [term('2026-07-01'), ends], '2026-06-10', undefined],
    ['are none where the present term has no end', [next, term('2025-07-01')], '2026-06-10', undefined],
    ['are none before a first agreement', [next], '2026-06-10', undefined],
    ['are closed by an earlier first day', [term('2026-07-01'), next, ends], '2026-07-10', undefined],
    [
      'may lie between two terms that are ahead',
      [term('2027-09-01'), next, term('2025-07-01', '2026-07-31')],
      '2026-06-10',
      { from: '2027-08-01', to: '2027-08-31' },
    ],
  ])('%s', (_what, agreed, on, gap) => {
    expect(termGap(agreed, day(on))).toEqual(gap);
  });
});
