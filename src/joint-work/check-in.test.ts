import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Side } from '../partnership/partnership.ts';
import { type CheckIn, checkInPairs } from './check-in.ts';
import { halfYearOf } from './half-year.ts';

const half = halfYearOf('2026-03-05' as CalendarDate);

function anAnswer(side: Side): CheckIn {
  return {
    half,
    side,
    ratings: { respect: 4, reach: 3, handover: 5, meetings: 2, 'people-helped': 4 },
    goingWell: 'Calls end well.',
    wouldHelp: '',
    isLiaisonInPlace: true,
    liaisonName: 'Lee Liaison',
    answeredBy: 'Morgan Speaker',
    answeredAt: new Date('2026-03-05T12:00:00Z'),
    changedAt: undefined,
    revision: 1,
  };
}

describe('the other side’s answer', () => {
  it.each<[string, readonly Side[], string, string]>([
    ['is closed until the reader has answered', ['partner'], '2026-06-30', 'closed'],
    ['opens with the reader’s own', ['agency', 'partner'], '2026-03-06', 'answered'],
    ['opens when the half-year is over', ['partner'], '2026-07-01', 'answered'],
    ['is said to be missing only to who may know', ['agency'], '2026-03-06', 'missing'],
    ['stays closed where nobody has answered, so that closed tells nothing', [], '2026-03-06', 'closed'],
  ])('%s', (_what, answered, today, is) => {
    const [pair] = checkInPairs(answered.map(anAnswer), [half], 'agency', today as CalendarDate);
    expect(pair?.others.is).toBe(is);
    expect(pair?.own?.side).toBe(answered.includes('agency') ? 'agency' : undefined);
  });
});
