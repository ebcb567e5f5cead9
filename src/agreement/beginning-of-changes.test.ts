import { describe, expect, it } from 'vitest';
import type { PersonId } from '../database/acting.ts';
import type { PartnershipId, Side } from '../partnership/partnership.ts';
import { memorandumTerms } from '../testing/a-memorandum.ts';
import {
  type AgreementVersion,
  beginningOf,
  startsFromDeclined,
  type VersionState,
} from './agreement-version.ts';

const signed = { name: 'Robin Chief', title: 'Chief', at: new Date('2026-03-05T18:00:00Z') };
const states = {
  proposed: { is: 'proposed' },
  agreed: { is: 'agreed', answer: signed },
  declined: { is: 'declined', answer: signed, reason: 'Too long.' },
  superseded: { is: 'superseded', at: signed.at, answer: undefined },
} satisfies Record<string, VersionState>;

function version(number: number, side: Side, is: keyof typeof states): AgreementVersion {
  return {
    partnership: 'p' as PartnershipId,
    number,
    side,
    terms: memorandumTerms(),
    document: undefined,
    note: '',
    renews: false,
    proposed: signed,
    proposer: 'x' as PersonId,
    state: states[is],
  };
}

describe('the agency’s changes begin from', () => {
  const own = version(1, 'agency', 'superseded');
  it.each([
    ['what waits', [own, version(2, 'partner', 'proposed')], 2],
    ['what was agreed', [version(1, 'agency', 'agreed'), version(2, 'partner', 'declined')], 1],
    ['its own last word, not the one it declined', [own, version(2, 'partner', 'declined')], 1],
    ['the one it declined, where there is no other', [version(1, 'partner', 'declined')], 1],
  ])('%s', (_, versions, number) => {
    expect(beginningOf(versions, 'agency')?.number).toBe(number);
  });
});

it('a side is told that it begins from what it declined, and only then', () => {
  const declined = [version(1, 'partner', 'declined')];
  expect(startsFromDeclined(declined, 'agency')).toBe(true);
  expect(startsFromDeclined(declined, 'partner')).toBe(false);
  expect(
    startsFromDeclined([version(1, 'agency', 'declined'), version(2, 'partner', 'declined')], 'agency'),
  ).toBe(false);
});
