import { describe, expect, it } from 'vitest';
import { answersOn, conflictOf, readAnswers, revisionOf } from './draft-step.ts';

const kept = (step: string, answers: Record<string, string | string[]>, revision = 1) => ({
  step,
  answers,
  revision,
});

describe('a draft that several people write', () => {
  it('says what was saved last, over what it began from', () => {
    const saved = [kept('training', { training: 'Two classes.' }, 3)];
    expect(answersOn({ training: 'None.', other: 'Nothing.' }, saved)).toEqual({
      training: 'Two classes.',
      other: 'Nothing.',
    });
    expect([revisionOf({ saved }, 'training'), revisionOf({ saved }, 'term')]).toEqual([3, 0]);
  });

  it('tells the second saver only the fields in which the two differ', () => {
    const now = kept(
      'purpose',
      { purpose: 'Care', services: ['training', 'referral'], otherServices: '' },
      2,
    );
    const yours = { purpose: 'Care first', services: ['referral', 'training'], otherServices: '' };
    expect(conflictOf({ step: 'purpose', answers: yours }, now)).toEqual({
      code: 'step-changed',
      now: now.answers,
      revision: 2,
      fields: ['purpose'],
    });
    expect(conflictOf({ step: 'purpose', answers: { ...yours, purpose: 'Care' } }, now)).toBeUndefined();
  });

  it('is read back as it was kept, and nothing else is', () => {
    expect(readAnswers({ sharing: ['totals'], other: '' })).toEqual({ sharing: ['totals'], other: '' });
    expect(() => readAnswers({ training: 3 })).toThrow();
  });
});
