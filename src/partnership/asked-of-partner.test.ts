import { expect, it } from 'vitest';
import { askedOfPartner } from './asked-of-partner.ts';

const active = {
  is: 'active',
  confirmation: { name: 'Morgan Speaker', title: '', at: new Date(0) },
} as const;

it.each([
  ['the partnership while it has no first yes', { is: 'proposed' }, { renews: false }, 'partnership'],
  [
    'the partnership also where the first words were renewed',
    { is: 'proposed' },
    { renews: true },
    'partnership',
  ],
  ['a change of what is in effect', active, { renews: false }, 'change'],
  ['a renewal of what is in effect', active, { renews: true }, 'renewal'],
] as const)('the partner is asked about %s', (_what, state, waiting, asked) => {
  expect(askedOfPartner({ state }, waiting)).toBe(asked);
});
