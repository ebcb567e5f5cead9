import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, type CalendarDate } from '../calendar/calendar-date.ts';
import {
  type SustainabilityCriterion,
  sustainabilityCriteria,
} from '../campaign-rules/sustainability-criterion.ts';
import type { PartnershipFacts } from '../requirement/requirement-facts.ts';
import { type JointWorkFacts, noJointWork } from './joint-work-facts.ts';
import { requiredLacks, sustainability } from './sustainability.ts';

const today = '2026-03-05' as CalendarDate;
const day = (text: string) => text as CalendarDate;

function facts(work: Partial<JointWorkFacts> = {}, others: Partial<PartnershipFacts> = {}): PartnershipFacts {
  return {
    partner: 'Harbor Counseling',
    state: 'confirmed',
    hasAgreement: true,
    termEndsOn: day('2026-12-31'),
    jointWork: { ...noJointWork, ...work },
    ...others,
  };
}

function findingOf(code: SustainabilityCriterion['code'], of: PartnershipFacts, on = today) {
  const finding = sustainability(sustainabilityCriteria, of, on).find(
    ({ criterion }) => criterion.code === code,
  );
  if (!finding) throw new Error('The criterion is not there.');
  return finding.is === 'fulfilled' ? finding.by : finding.lack;
}

describe('what is required today', () => {
  it('is fulfilled by a confirmed partnership in term that has no joint work yet', () => {
    expect(requiredLacks(sustainability(sustainabilityCriteria, facts(), today))).toEqual([]);
    expect(
      requiredLacks(sustainability(sustainabilityCriteria, facts({}, { jointWork: undefined }), today)),
    ).toEqual([]);
  });

  it.each<[string, Partial<PartnershipFacts>, object]>([
    ['a partner that has not confirmed', { state: 'awaiting-partner' }, { code: 'confirmed-by-both' }],
    ['no agreement', { hasAgreement: false }, { code: 'agreement-in-term', why: 'none' }],
    [
      'a term that begins tomorrow',
      { termStartsOn: day('2026-03-06') },
      { code: 'agreement-in-term', why: 'not-begun', day: '2026-03-06' },
    ],
    [
      'a term that ended yesterday',
      { termEndsOn: day('2026-03-04') },
      { code: 'agreement-in-term', why: 'over', day: '2026-03-04' },
    ],
  ])('lacks something with %s', (_what, others, lack) => {
    expect(requiredLacks(sustainability(sustainabilityCriteria, facts({}, others), today))).toEqual([lack]);
  });

  it('holds on the last day of the term', () => {
    const last = facts({}, { termEndsOn: today });
    expect(findingOf('agreement-in-term', last)).toEqual({ code: 'agreement-in-term', termEndsOn: today });
  });
});

describe('the liaison', () => {
  const said = (
    side: 'agency' | 'partner',
    startsOn: string,
    liaison: 'in-place' | 'gone' | 'changed-since',
  ) => ({
    side,
    startsOn: day(startsOn),
    liaison,
  });

  it.each([
    ['is in place while only the agreement names one', [], { confirmedBy: [] }],
    [
      'is confirmed by the side that says so',
      [said('partner', '2026-01-01', 'in-place')],
      { confirmedBy: ['partner'] },
    ],
    ['is gone when a check-in says no', [said('agency', '2026-01-01', 'gone')], { goneAt: ['agency'] }],
    [
      'is back when a later check-in says yes',
      [said('agency', '2025-07-01', 'gone'), said('agency', '2026-01-01', 'in-place')],
      { confirmedBy: ['agency'] },
    ],
    [
      'is gone by the later check-in, whatever the order they are told in',
      [said('agency', '2026-01-01', 'gone'), said('agency', '2025-07-01', 'in-place')],
      { goneAt: ['agency'] },
    ],
    [
      'is in place once the agreement names another',
      [said('agency', '2026-01-01', 'changed-since')],
      { confirmedBy: [] },
    ],
  ])('%s', (_what, checkIns, found) => {
    expect(findingOf('liaison-in-place', facts({ checkIns }))).toEqual({
      code: 'liaison-in-place',
      ...found,
    });
  });
});

describe('meetings held', () => {
  const held = (...days: string[]) => facts({ meetingsHeld: days.map(day) });

  it.each([
    ['2025-03-05', false],
    ['2025-03-06', true],
  ])('count for twelve months: one of %s and one of today suffice on March 5: %s', (first, is) => {
    const found = findingOf('meetings-held', held(first, '2026-03-05'));
    expect('latest' in found).toBe(is);
  });

  it('say until when they suffice, and which comes next while they don’t', () => {
    expect(findingOf('meetings-held', held('2025-10-01', '2026-01-15', '2025-06-01'))).toEqual({
      code: 'meetings-held',
      count: 3,
      months: 12,
      latest: '2026-01-15',
      fulfilledUntil: '2026-10-01',
    });
    const planned = facts({
      meetingsHeld: [day('2026-01-15')],
      meetingsPlanned: [day('2026-04-01'), day('2026-03-01')],
    });
    expect(findingOf('meetings-held', planned)).toEqual({
      code: 'meetings-held',
      count: 1,
      atLeast: 2,
      months: 12,
      plannedOn: '2026-04-01',
    });
  });

  it('suffice to the day before they say, and not on it', () => {
    const someDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(today, -days));
    fc.assert(
      fc.property(fc.array(someDay, { minLength: 2, maxLength: 8 }), (days) => {
        const found = findingOf('meetings-held', facts({ meetingsHeld: days }));
        if (!('fulfilledUntil' in found)) return;
        const until = found.fulfilledUntil;
        const on = (when: CalendarDate) => findingOf('meetings-held', facts({ meetingsHeld: days }), when);
        expect('latest' in on(addDays(until, -1))).toBe(true);
        expect('latest' in on(until)).toBe(false);
      }),
    );
  });

  it('more of them never make a partnership lack more', () => {
    const someDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(today, -days));
    fc.assert(
      fc.property(fc.array(someDay), someDay, (days, another) => {
        const before = 'latest' in findingOf('meetings-held', facts({ meetingsHeld: days }));
        const after = 'latest' in findingOf('meetings-held', facts({ meetingsHeld: [another, ...days] }));
        expect(after || !before).toBe(true);
      }),
    );
  });
});

describe('the other signs', () => {
  it('a check-in of the half-year before still counts, an older one does not', () => {
    const answered = (startsOn: string) =>
      ({ side: 'agency', startsOn: day(startsOn), liaison: 'in-place' }) as const;
    const partner = { side: 'partner', startsOn: day('2026-01-01'), liaison: 'in-place' } as const;
    expect(findingOf('check-ins-answered', facts({ checkIns: [answered('2025-07-01'), partner] }))).toEqual({
      code: 'check-ins-answered',
      nextDueOn: '2026-06-30',
    });
    expect(findingOf('check-ins-answered', facts({ checkIns: [answered('2026-01-01'), partner] }))).toEqual({
      code: 'check-ins-answered',
      nextDueOn: '2026-12-31',
    });
    expect(findingOf('check-ins-answered', facts({ checkIns: [answered('2025-01-01'), partner] }))).toEqual({
      code: 'check-ins-answered',
      missing: ['agency'],
      dueOn: '2026-06-30',
    });
  });

  it.each([
    ['2026-03-05', { code: 'actions-on-time' }],
    ['2026-03-04', { code: 'actions-on-time', overdue: 1, oldestDueOn: '2026-03-04' }],
  ])('an action due on %s', (due, found) => {
    expect(findingOf('actions-on-time', facts({ openActionsDue: [day(due)] }))).toEqual(found);
  });

  it('a training of the last two years counts', () => {
    const taught = (on: CalendarDate) => facts({ trainings: [on] });
    expect('latest' in findingOf('training-taught', taught(addDays(addMonths(today, -24), 1)))).toBe(true);
    expect('latest' in findingOf('training-taught', taught(addMonths(today, -24)))).toBe(false);
  });
});
