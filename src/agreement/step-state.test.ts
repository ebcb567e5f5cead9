import { describe, expect, it } from 'vitest';
import { memorandumTerms } from '../testing/a-memorandum.ts';
import { answersFrom } from './builder-step.ts';
import { stepStatesOf } from './step-state.ts';

describe('the parts of a draft', () => {
  it('are all empty before anything is answered', () => {
    expect(new Set(Object.values(stepStatesOf({})))).toEqual(new Set(['empty']));
  });

  it('are filled, begun or empty by what they hold, wherever they stand', () => {
    const whole = answersFrom(memorandumTerms());
    expect(stepStatesOf({ ...whole, agencyRole: '', referral: '', custodyTransfer: '' })).toEqual({
      purpose: 'filled',
      roles: 'begun',
      custody: 'empty',
      contacts: 'filled',
      training: 'filled',
      sharing: 'filled',
      term: 'filled',
    });
  });

  it('are filled without what nobody has to say', () => {
    const without = { agencyContactPhone: '', sharingNotes: '', other: '', termEndsOn: '' };
    const states = stepStatesOf({ ...answersFrom(memorandumTerms()), ...without });
    expect(Object.values(states)).not.toContain('begun');
  });
});
