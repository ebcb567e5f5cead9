import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyPolicy, PolicyState } from './policy.ts';
import { policyLife, versionInEffect } from './policy-life.ts';

const day = (text: string) => text as CalendarDate;
const adoption = (on: string) => ({ on: day(on), at: new Date(`${on}T12:00:00Z`), name: 'Robin Executive' });
const rescission = { ...adoption('2026-05-01'), reason: 'Merged into the county.' };

function version(id: string, state: PolicyState, effectiveOn?: string, reviewOn?: string) {
  return {
    id: id as AgencyPolicy['id'],
    state,
    effectiveOn: effectiveOn === undefined ? undefined : day(effectiveOn),
    reviewOn: reviewOn === undefined ? undefined : day(reviewOn),
    sharedAt: undefined,
  };
}

const old = version(
  'old',
  { is: 'superseded', adoption: adoption('2024-01-10') },
  '2024-02-01',
  '2025-02-01',
);
const adopted = version(
  'new',
  { is: 'adopted', adoption: adoption('2026-01-10') },
  '2026-03-01',
  '2027-03-01',
);

describe('the life of a version', () => {
  it.each([
    ['2026-02-28', 'adopted'],
    ['2026-03-01', 'in-effect'],
    ['2027-02-28', 'in-effect'],
    ['2027-03-01', 'review-due'],
  ] as const)('an adopted one is on %s %s', (today, life) => {
    expect(policyLife(adopted, [adopted], day(today))).toBe(life);
  });

  it('a replaced one stays in effect until its successor is, and its review stays due', () => {
    expect(policyLife(old, [adopted, old], day('2026-02-28'))).toBe('review-due');
    expect(policyLife(old, [adopted, old], day('2026-03-01'))).toBe('superseded');
  });

  it('a draft that partners may read is in partner review', () => {
    const draft = version('draft', { is: 'draft' });
    expect(policyLife(draft, [draft], day('2026-01-01'))).toBe('draft');
    expect(policyLife({ ...draft, sharedAt: new Date() }, [draft], day('2026-01-01'))).toBe('partner-review');
  });

  it('a rescinded one leaves nothing in effect, not even what it replaced', () => {
    const rescinded = version(
      'r',
      { is: 'rescinded', adoption: adoption('2026-01-10'), rescission },
      '2026-03-01',
    );
    expect(versionInEffect([rescinded, old], day('2026-06-01'))).toBeUndefined();
    expect(policyLife(rescinded, [rescinded, old], day('2026-06-01'))).toBe('rescinded');
    expect(policyLife(old, [rescinded, old], day('2026-06-01'))).toBe('superseded');
  });
});
