import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { agreementDue, endsSoon } from './due-agreement.ts';
import type { Arrangement, PartnershipState } from './partnership.ts';

const today = '2026-06-15' as CalendarDate;
const inDays = (days: number) => addDays(today, days);
const active = {
  is: 'active',
  confirmation: { name: 'Morgan Speaker', title: 'Director', at: new Date('2026-01-02T12:00:00Z') },
} as const;

function anAgreement(
  dates: { readonly ends?: CalendarDate; readonly review?: CalendarDate; readonly next?: boolean },
  state: PartnershipState = active,
) {
  const contact = { name: '', email: '', phone: '' };
  const arrangement: Arrangement = {
    purpose: 'Crisis calls',
    services: [],
    otherServices: '',
    agencyContact: contact,
    partnerContact: contact,
    termStartsOn: undefined,
    termEndsOn: dates.ends,
    reviewOn: dates.review,
  };
  return { state, arrangement, agreedNext: dates.next ? arrangement : undefined, gap: undefined };
}

describe('what the dates of an agreement ask for', () => {
  it.each([
    ['lapsed from the day after its last', { ends: inDays(-1) }, 'lapsed', inDays(-1)],
    ['a term that ends today', { ends: today }, 'term-ends-soon', today],
    ['a term that ends in 30 days', { ends: inDays(30) }, 'term-ends-soon', inDays(30)],
    ['a review on its day', { review: today }, 'due-for-review', today],
    [
      'a review that is overdue before a term that ends',
      { review: inDays(-3), ends: inDays(5) },
      'due-for-review',
      inDays(-3),
    ],
    ['a review in 60 days', { review: inDays(60) }, 'review-soon', inDays(60)],
  ] as const)('is %s', (_, dates, is, on) => {
    expect(agreementDue(anAgreement(dates), today)).toEqual({ is, on });
  });

  it('is nothing while all dates are far, and once the next term is agreed', () => {
    expect(agreementDue(anAgreement({ ends: inDays(31), review: inDays(61) }), today)).toBeUndefined();
    expect(agreementDue(anAgreement({ ends: inDays(3), next: true }), today)).toBeUndefined();
    expect(endsSoon(anAgreement({ ends: inDays(3), next: true }), today)).toBe(false);
    expect(agreementDue(anAgreement({ ends: inDays(-1) }, { is: 'proposed' }), today)).toBeUndefined();
  });
});
