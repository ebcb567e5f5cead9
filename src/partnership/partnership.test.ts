import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { anArrangement } from '../testing/a-partnership.ts';
import { changedParts, needsNewConfirmation } from './partnership.ts';
import { arrangementForm, inOrderAsked } from './partnership-form-content.ts';
import { partnershipListAsked } from './partnership-list.ts';

const day = (text: string) => text as CalendarDate;
const before = anArrangement();

describe('a change of what was arranged', () => {
  it.each([
    ['the purpose', { purpose: 'Something else.' }, ['purpose'], true],
    ['the services', { services: ['training'] as const }, ['services'], true],
    ['other services', { otherServices: 'Lends a van.' }, ['services'], true],
    ['the first day', { termStartsOn: day('2024-01-02') }, ['term'], true],
    ['the last day', { termEndsOn: undefined }, ['term'], true],
    ['the review day', { reviewOn: undefined }, ['review'], true],
    ['a contact', { partnerContact: { ...before.partnerContact, phone: '1' } }, ['partner-contact'], false],
    ['nothing but the order of services', { services: ['training', 'mobile-crisis'] as const }, [], false],
  ])('%s', (_, change, parts, asks) => {
    const changed = changedParts(before, { ...before, ...change }, false);
    expect([changed, needsNewConfirmation(changed)]).toEqual([parts, asks]);
  });

  it('a newer agreement asks again', () => {
    expect(needsNewConfirmation(changedParts(before, before, true))).toBe(true);
  });
});

describe('the form', () => {
  it('tells every error at once, from top to bottom', () => {
    const parsed = arrangementForm.safeParse({
      partnerContactEmail: 'nobody',
      termStartsOn: '3/5/2026',
      termEndsOn: '2026-03-05',
      reviewOn: 'soon',
    });
    const found = Object.fromEntries(
      (parsed.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
    );
    expect(Object.keys(inOrderAsked({ ...found, agreement: 'Choose it again' }))).toEqual([
      'purpose',
      'services',
      'agencyContactName',
      'agencyContactEmail',
      'partnerContactName',
      'partnerContactEmail',
      'agreement',
      'termEndsOn',
      'reviewOn',
      'signerName',
      'signerTitle',
    ]);
  });
});

it('an address with nonsense in it lists from the start', () => {
  expect(partnershipListAsked({ sort: 'drop table', direction: 'up', page: '-3' })).toMatchObject({
    sort: 'name',
    direction: 'ascending',
    page: 1,
  });
});
