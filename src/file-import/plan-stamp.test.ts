import { expect, it } from 'vitest';
import { changedParts, planStamp } from './plan-stamp.ts';

const ground = {
  sheet: 'Patrol',
  headerRow: 1,
  said: { mapping: { familyName: 0, givenName: 1 }, facts: { fullRoster: false } },
  heldAgainst: '12',
};

it('two plans of one ground are two plans, and nothing of their ground differs', () => {
  const [one, other] = [planStamp(ground), planStamp(ground)];
  expect(one).not.toBe(other);
  expect(changedParts(one, other)).toEqual([]);
});

it.each([
  ['sheet', { ...ground, sheet: 'Detectives' }],
  ['columns', { ...ground, said: { ...ground.said, mapping: { familyName: 1, givenName: 0 } } }],
  ['whole-file', { ...ground, said: { ...ground.said, facts: { fullRoster: true } } }],
  ['dates', { ...ground, said: { ...ground.said, takenDates: { of: 'named-rows' as const, rows: [2] } } }],
  ['records', { ...ground, heldAgainst: '13' }],
])('a stamp tells that the %s changed', (part, changed) => {
  expect(changedParts(planStamp(ground), planStamp(changed))).toEqual([part]);
});

it('columns named in another order are the same columns', () => {
  const turned = { ...ground, said: { ...ground.said, mapping: { givenName: 1, familyName: 0 } } };
  expect(changedParts(planStamp(ground), planStamp(turned))).toEqual([]);
});

it('of a page that showed no plan nothing can be said', () => {
  expect(changedParts('', planStamp(ground))).toEqual([]);
});
