import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { currentRules } from '../campaign-rules/campaign-rules.ts';
import { adoptionObstacles, type ElementAnswer, isSettled, unsettledElements } from './policy.ts';

const elements = currentRules.policyElements;
const all = (change: Partial<ElementAnswer> = {}): readonly ElementAnswer[] =>
  elements.map(({ code }) => ({
    code,
    status: 'covered',
    reference: 'p. 2',
    notes: '',
    ...(code === 'dispatch' ? change : {}),
  }));

describe('an element of the checklist', () => {
  it.each<[Partial<ElementAnswer>, boolean]>([
    [{ status: 'covered' }, true],
    [{ status: 'partly' }, false],
    [{ status: 'missing' }, false],
    [{ status: 'not-applicable', notes: ' ' }, false],
    [{ status: 'not-applicable', notes: 'The county answers all calls.' }, true],
  ])('%j is settled: %s', (change, settled) => {
    expect(unsettledElements(elements, all(change)).length === 0).toBe(settled);
  });

  it('without an answer is not settled', () => {
    expect(isSettled(undefined)).toBe(false);
    expect(unsettledElements(elements, all().slice(1))).toEqual([
      { element: elements[0], why: 'unanswered' },
    ]);
  });
});

describe('adopting', () => {
  const effectiveOn = '2026-04-01' as CalendarDate;

  it('nothing stands in the way of a settled draft with an effective date', () => {
    expect(adoptionObstacles({ effectiveOn }, elements, all())).toBeUndefined();
  });

  it('names every open element and the missing effective date at once', () => {
    const obstacles = adoptionObstacles({ effectiveOn: undefined }, elements, all({ status: 'partly' }));
    expect(obstacles?.isEffectiveDateMissing).toBe(true);
    expect(obstacles?.unsettled.map(({ element, why }) => [element.code, why])).toEqual([
      ['dispatch', 'partly'],
    ]);
  });
});
