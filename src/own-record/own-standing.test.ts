import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { rulesOf2016 } from '../campaign-rules/rules-of-2016.ts';
import { rulesOf2024 } from '../campaign-rules/rules-of-2024.ts';
import { qualifyRecord } from '../training/qualifying-record.ts';
import { endingSoon, ownStanding } from './own-standing.ts';

const today = '2026-06-15' as CalendarDate;
const taken = (title: string, hours: number, completedOn: string) =>
  qualifyRecord({ title, hours, result: 'Passed', completedOn: completedOn as CalendarDate }, { today });
const cit = taken('Crisis Intervention Team (CIT)', 40, '2020-03-05');
const mhfa = (completedOn: string) => taken('Mental Health First Aid', 8, completedOn);
const officer = { kind: 'sworn', hiredOn: undefined, separatedOn: undefined } as const;

describe('where a person stands', () => {
  it('is untrained without a course that counts', () => {
    expect(ownStanding(rulesOf2024, officer, false, [], today)).toEqual({ is: 'untrained' });
  });

  it('is trained by a crisis course under the rules of 2024, and lacks the base course under those of 2016', () => {
    expect(ownStanding(rulesOf2024, officer, false, [cit], today)).toEqual({ is: 'trained', by: 'advanced' });
    expect(ownStanding(rulesOf2016, officer, false, [cit], today)).toEqual({ is: 'base-missing' });
  });

  it('is trained by first aid to its last day, and not the day after', () => {
    const records = [mhfa('2023-06-15')];
    expect(ownStanding(rulesOf2024, officer, false, records, today)).toEqual({ is: 'trained', by: 'base' });
    const after = '2026-06-16' as CalendarDate;
    expect(ownStanding(rulesOf2024, officer, false, records, after)).toEqual({ is: 'untrained' });
  });

  it('is not counted for jobs out of scope and people who left or are yet to come', () => {
    const clerk = { ...officer, kind: 'non-sworn' } as const;
    expect(ownStanding(rulesOf2024, clerk, false, [], today)).toEqual({
      is: 'not-counted',
      because: 'out-of-scope',
    });
    expect(ownStanding(rulesOf2024, clerk, true, [], today)).toEqual({ is: 'untrained' });
    expect(ownStanding(rulesOf2024, { ...officer, separatedOn: today }, false, [], today)).toMatchObject({
      because: 'left',
    });
    const later = '2026-07-01' as CalendarDate;
    expect(ownStanding(rulesOf2024, { ...officer, hiredOn: later }, false, [], today)).toMatchObject({
      because: 'not-yet-hired',
    });
  });
});

describe('what ends soon', () => {
  it('is told from 180 days before its last day', () => {
    expect(endingSoon(rulesOf2024, [mhfa('2023-12-12')], today)).toEqual([
      { program: 'mhfa', lastDay: '2026-12-12' },
    ]);
    expect(endingSoon(rulesOf2024, [mhfa('2023-12-13')], today)).toEqual([]);
  });

  it('is nothing where a later record goes further, or a course does not end', () => {
    expect(endingSoon(rulesOf2024, [mhfa('2023-08-01'), mhfa('2025-08-01'), cit], today)).toEqual([]);
  });
});
