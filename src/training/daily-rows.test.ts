import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { addUpDailyRows } from './daily-rows.ts';
import { programsHeld, qualifyPerson } from './programs-held.ts';
import type { TrainingRecord } from './training-record.ts';

const monday = '2024-03-04' as CalendarDate;
const today = '2024-12-31' as CalendarDate;

function classDay(daysLater: number, facts: Partial<TrainingRecord> = {}): TrainingRecord {
  return { title: 'CIT', hours: 8, result: 'Passed', completedOn: addDays(monday, daysLater), ...facts };
}

const held = (records: readonly TrainingRecord[]) =>
  programsHeld(
    qualifyPerson(records, { today }).map(({ qualifying }) => qualifying),
    today,
  );

const week = [0, 1, 2, 3, 4];

describe('daily rows of one class', () => {
  it('five days of eight hours are the forty-hour course, completed on the fifth', () => {
    const [taken, ...others] = addUpDailyRows(week.map((later) => classDay(later)));
    expect(others).toEqual([]);
    expect(taken?.record).toMatchObject({ hours: 40, startedOn: monday, completedOn: '2024-03-08' });
    expect(taken?.rows).toHaveLength(5);
  });

  it('titles that only count the days are one course', () => {
    expect(held(week.map((later) => classDay(later, { title: `CIT - Day ${later + 1} of 5` })))).toEqual([
      'cit',
    ]);
  });

  it('a class may be split over weeks', () => {
    expect(held([classDay(0, { hours: 16 }), classDay(60, { hours: 24 })])).toEqual(['cit']);
    expect(held([classDay(0, { hours: 16 }), classDay(61, { hours: 24 })])).toEqual([]);
  });

  it.each<[string, readonly TrainingRecord[]]>([
    ['four days', week.slice(1).map((later) => classDay(later))],
    ['yearly eight-hour classes', week.map((year) => classDay(-year * 365))],
    ['refreshers', week.map((later) => classDay(later, { title: 'CIT Refresher' }))],
    ['dispatcher days', week.map((later) => classDay(later, { title: 'Dispatcher CIT' }))],
    ['a missed day', week.map((later) => classDay(later, { result: later === 2 ? 'No show' : 'Attended' }))],
    ['one day exported five times', week.map(() => classDay(0))],
    [
      'five days that two systems both export',
      [0, 1, 2].flatMap((later) => [classDay(later), classDay(later, { title: 'CIT 2024' })]),
    ],
    [
      'the first day taken five times',
      week.map((later) => classDay(later * 7, { title: 'CIT - Day 1 of 5' })),
    ],
    [
      'days inside a row of several days',
      [classDay(3, { startedOn: monday, hours: 32 }), ...[1, 2].map((later) => classDay(later))],
    ],
    [
      'a morning exported with its day',
      week.slice(1).flatMap((later) => [classDay(later), classDay(later, { hours: 4 })]),
    ],
    ['days months apart', [0, 1, 2, 70, 71].map((later) => classDay(later))],
    ['days of two courses', week.map((later) => classDay(later, { title: later < 2 ? 'CIT' : 'CRIT' }))],
  ])('%s are not the course', (_, records) => {
    expect(held(records)).toEqual([]);
  });

  it('days numbered in their titles add up though all carry the last day of the class', () => {
    expect(held(week.map((day) => classDay(4, { title: `CIT (Day ${day + 1} of 5)` })))).toEqual(['cit']);
  });

  it('modules add up', () => {
    const modules = Array.from({ length: 18 }, (_, at) =>
      classDay(Math.floor(at / 4), { title: `CRIT Module ${at + 1}`, hours: 2.25 }),
    );
    expect(held(modules)).toEqual(['crit']);
    expect(held(modules.slice(1))).toEqual([]);
  });

  it('a row of several days and the days after it are one class', () => {
    expect(held([classDay(2, { startedOn: monday, hours: 24 }), classDay(3), classDay(4)])).toEqual(['cit']);
  });

  it('an early stray class does not spoil the week', () => {
    expect(held([classDay(-50), ...week.map((later) => classDay(later + 20))])).toEqual(['cit']);
  });

  it('every row ends up in exactly one class, in whatever order the rows come', () => {
    const row = fc
      .tuple(
        fc.integer({ min: 0, max: 200 }),
        fc.constantFrom(4, 8, 16, 40),
        fc.constantFrom('CIT', 'CRIT', 'MHFA'),
      )
      .map(([later, hours, title]) => classDay(later, { hours, title }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.nat(), (rows, seed) => {
        const classes = addUpDailyRows(rows);
        expect(new Set(classes.flatMap((taken) => taken.rows))).toEqual(new Set(rows));
        expect(classes.flatMap((taken) => taken.rows)).toHaveLength(rows.length);
        const turned =
          rows.length === 0
            ? rows
            : [...rows.slice(seed % rows.length), ...rows.slice(0, seed % rows.length)];
        expect(held(turned.toReversed())).toEqual(held(rows));
      }),
    );
  });
});
