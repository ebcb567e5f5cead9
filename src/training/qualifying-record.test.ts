import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import { categoryOfRecord, isHeldOn, qualifyRecord } from './qualifying-record.ts';
import type { TrainingRecord } from './training-record.ts';

const day = (text: string) => text as CalendarDate;
const today = day('2024-06-01');

function aRecord(facts: Partial<TrainingRecord> = {}): TrainingRecord {
  return {
    title: 'Crisis Intervention',
    hours: 40,
    result: 'Passed',
    completedOn: day('2024-03-05'),
    ...facts,
  };
}

function aMhfaRecord(facts: Partial<TrainingRecord> = {}): TrainingRecord {
  return aRecord({ title: 'MHFA', hours: 8, completedOn: day('2021-03-05'), ...facts });
}

describe('what a record is worth', () => {
  it.each<[string, Partial<TrainingRecord>, string, string]>([
    ['a passed full course', {}, 'counts', 'qualifies'],
    ['no result, but a completion date', { result: undefined }, 'counts', 'qualifies'],
    ['completed today', { completedOn: today }, 'counts', 'qualifies'],
    ['completed tomorrow', { completedOn: day('2024-06-02') }, 'does-not-count', 'completed-in-future'],
    ['an 8-hour refresher', { title: 'CIT Refresher', hours: 8 }, 'does-not-count', 'continuing-course'],
    ['a class taught', { result: 'Instructed' }, 'does-not-count', 'result-does-not-count'],
    ['a class not finished', { result: 'Incomplete' }, 'does-not-count', 'result-does-not-count'],
    ['an unknown result', { result: 'Audited' }, 'doubtful', 'result-unknown'],
    ['no completion date', { completedOn: undefined }, 'doubtful', 'completion-date-missing'],
    ['no hours', { hours: undefined }, 'doubtful', 'hours-unknown'],
    [
      'no hours, and failed',
      { hours: undefined, result: 'Failed' },
      'does-not-count',
      'result-does-not-count',
    ],
    ['ended before it began', { expiresOn: day('2024-03-04') }, 'doubtful', 'expires-before-completion'],
  ])('%s', (_, facts, verdict, code) => {
    const record = qualifyRecord(aRecord(facts), { today });
    expect([record.verdict, record.why.code]).toEqual([verdict, code]);
  });

  it.each([
    ['2016', 'CRIT', undefined],
    ['2018', 'CRIT', 'advanced'],
    ['2024', 'CRIT', 'advanced'],
    ['2016', 'CIT', 'advanced'],
    ['2024', 'CIT Refresher', undefined],
  ] as const)('under the rules of %s, 40 hours of %s count as %s', (version, title, category) => {
    const record = qualifyRecord(aRecord({ title }), { today });
    expect(categoryOfRecord(campaignRules(version), record)).toBe(category);
  });
});

describe('how long a record holds', () => {
  it.each([
    ['2021-03-04', false],
    ['2021-03-05', true],
    ['2024-03-04', true],
    ['2024-03-05', true],
    ['2024-03-06', false],
  ])('MHFA of 2021-03-05 on %s: %s', (on, isHeld) => {
    expect(isHeldOn(qualifyRecord(aMhfaRecord(), { today }), day(on))).toBe(isHeld);
  });

  it.each([
    ['2022-12-31', true],
    ['2023-01-01', false],
  ])('MHFA whose certificate ends on 2022-12-31, on %s: %s', (on, isHeld) => {
    const record = qualifyRecord(aMhfaRecord({ expiresOn: day('2022-12-31') }), { today });
    expect(isHeldOn(record, day(on))).toBe(isHeld);
  });

  it('CIT does not expire', () => {
    const record = qualifyRecord(aRecord({ completedOn: day('1999-03-05') }), { today });
    expect(isHeldOn(record, today)).toBe(true);
  });

  it('CIT ends when its record says so', () => {
    const record = qualifyRecord(aRecord({ expiresOn: day('2024-05-31') }), { today });
    expect([isHeldOn(record, day('2024-05-31')), isHeldOn(record, today)]).toEqual([true, false]);
  });

  it('a doubtful record is never held', () => {
    expect(isHeldOn(qualifyRecord(aRecord({ hours: undefined }), { today }), today)).toBe(false);
  });
});
