import { expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { acknowledgmentsNeeded, percentAcknowledged } from './acknowledgment.ts';
import { linkState } from './acknowledgment-link.ts';

const open = {
  acknowledgedOn: undefined,
  isAsked: true,
  isInEffect: true,
  rescindedOn: undefined,
  isUsed: false,
  isExpired: false,
};
const on = '2026-06-10' as CalendarDate;

it.each([
  ['a link in its time', {}, { is: 'open' }],
  ['a link after its time', { isExpired: true }, { is: 'expired' }],
  ['a link that was used, also after its time', { isUsed: true, isExpired: true }, { is: 'used' }],
  ['a link for a version that was replaced', { isInEffect: false, isExpired: true }, { is: 'replaced' }],
  ['a link to somebody who left', { isAsked: false }, { is: 'not-asked' }],
  [
    'a link whose person has acknowledged, whatever came after',
    { acknowledgedOn: on, isAsked: false, isExpired: true },
    { is: 'acknowledged', on, since: undefined },
  ],
  [
    'a link used for a version that was replaced since',
    { acknowledgedOn: on, isInEffect: false },
    { is: 'acknowledged', on, since: { is: 'replaced' } },
  ],
  [
    'a link used for a policy that was rescinded since',
    { acknowledgedOn: on, isInEffect: false, rescindedOn: on },
    { is: 'acknowledged', on, since: { is: 'rescinded', from: on } },
  ],
  [
    'a link for a policy that was rescinded',
    { isInEffect: false, rescindedOn: on, isExpired: true },
    { is: 'rescinded', from: on },
  ],
])('%s', (_, change, state) => {
  expect(linkState({ ...open, ...change })).toEqual(state);
});

it.each([
  [100, 5, 5],
  [95, 40, 38],
  [90, 4, 4],
  [90, 1, 1],
  [90, 0, 0],
])('%i percent of %i people are %i', (percent, of, needed) => {
  expect(acknowledgmentsNeeded(percent, of)).toBe(needed);
});

it('is never told as 100 percent while somebody is missing', () => {
  expect(percentAcknowledged({ acknowledged: 35_999, of: 36_000 })).toBe(99);
  expect(percentAcknowledged({ acknowledged: 36_000, of: 36_000 })).toBe(100);
  expect(percentAcknowledged({ acknowledged: 0, of: 0 })).toBe(0);
});
