import { describe, expect, it } from 'vitest';
import type { AgencyId } from '../database/acting.ts';
import { memorandumTerms } from '../testing/a-memorandum.ts';
import {
  isAwaited,
  type JointMember,
  type JointMemberId,
  memberStanding,
  missingForOpening,
  partnerStanding,
} from './joint-agreement.ts';
import { addressIn, pastedEntries, readPasted } from './pasted-agencies.ts';
import { sharedSteps, withoutContacts } from './shared-terms.ts';

const contact = { name: 'Lee', email: 'lee@liaison.test', phone: '', always: '555-0199' };

function aMember(wanted: Partial<JointMember> = {}): JointMember {
  return {
    id: 'member' as JointMemberId,
    agency: 'agency' as AgencyId,
    email: undefined,
    name: 'Elm Fork Police Department',
    state: 'asked',
    askedAt: undefined,
    version: undefined,
    contact,
    answered: undefined,
    reason: '',
    ...wanted,
  };
}

describe('where an agency stands', () => {
  it.each([
    ['is only listed while the lead writes', {}, 0, 'listed'],
    ['is asked once there is a version', {}, 1, 'asked'],
    ['has agreed to the version before everybody', { state: 'joined', version: 2 }, 2, 'agreed'],
    ['is asked again when there is a newer version', { state: 'joined', version: 1 }, 2, 'asked-again'],
    ['is not in the program yet', { agency: undefined, email: 'chief@new.test' }, 1, 'not-in-program'],
    ['is not asked again once it has left', { state: 'left', version: 1 }, 2, 'left'],
  ] as const)('%s', (_what, wanted, version, expected) => {
    const standing = memberStanding(aMember(wanted), { version });
    expect(standing).toBe(expected);
    expect(isAwaited(standing)).toBe(['asked', 'asked-again', 'not-in-program'].includes(expected));
  });

  it('is told for a partner in the same words', () => {
    expect(partnerStanding({ state: 'confirmed', version: 1 }, { version: 1 })).toBe('agreed');
    expect(partnerStanding({ state: 'confirmed', version: 1 }, { version: 2 })).toBe('asked-again');
  });
});

it('says what is missing before a group can be opened', () => {
  expect(missingForOpening({ agreement: true, partners: 1, agencies: 12 })).toEqual([]);
  expect(missingForOpening({ agreement: false, partners: 0, agencies: 0 })).toEqual([
    'agreement',
    'partners',
    'agencies',
  ]);
});

describe('a pasted list', () => {
  it('is one agency a line, without bullets, numbers, empty lines and doubles', () => {
    const text = '1. Elm Fork PD\r\n- Oak Bend PD\n\n  elm fork pd \nAlder SO;Birch PD\n\tCedar PD\tTX';
    expect(pastedEntries(text)).toEqual(['elm fork pd', 'Oak Bend PD', 'Alder SO', 'Birch PD', 'Cedar PD']);
  });

  it.each([
    ['chief@agency.test', 'chief@agency.test'],
    ['Dana Birch <Dana@Agency.test>', 'dana@agency.test'],
    ['Elm Fork PD', undefined],
    ['Elm @ Fork', undefined],
  ])('reads the address in “%s”', (entry, address) => {
    expect(addressIn(entry)).toBe(address);
  });

  it('finds one agency of that name, asks about several, and says what is not there', () => {
    const listed = (id: string) => ({ agency: id as AgencyId, name: id, place: 'Elm Fork, TX' });
    const lines = readPasted(
      ['Elm Fork', 'Springfield', 'Oak', 'Nowhere'],
      [
        { typed: 'Elm Fork', agency: listed('elm'), isSame: true },
        { typed: 'Elm Fork', agency: listed('elm-county'), isSame: false },
        { typed: 'Springfield', agency: listed('one'), isSame: true },
        { typed: 'Springfield', agency: listed('two'), isSame: true },
        { typed: 'Oak', agency: listed('oak-bend'), isSame: false },
      ],
    );
    expect(lines.map(({ is }) => is)).toEqual(['found', 'several', 'several', 'unknown']);
  });
});

describe('the terms of a group', () => {
  it('are asked without contacts', () => {
    expect(sharedSteps).not.toContain('contacts');
    const { arrangement, memorandum } = withoutContacts(memorandumTerms());
    expect(arrangement.agencyContact).toEqual({ name: '', email: '', phone: '' });
    expect(memorandum?.partnerAlways).toBe('');
  });
});
