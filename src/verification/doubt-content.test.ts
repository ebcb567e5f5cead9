import { describe, expect, it } from 'vitest';
import type { AlteredReason } from '../credential/credential-check.ts';
import { alteredSentence, unreadableSentence } from './doubt-content.ts';
import type { UnreadableBecause } from './examination.ts';
import { examinationText } from './verify-file-content.ts';

const unreadable: readonly UnreadableBecause[] = [
  'too-large',
  'not-a-credential',
  'too-complex',
  'name-twice',
  'not-a-picture',
  'nothing-baked',
  'several-baked',
  'baked-compressed',
  'image-broken',
];
const altered: readonly AlteredReason[] = [
  'signature',
  'form',
  'vocabulary',
  'token-head',
  'token-claims',
  'image-checksum',
];

describe('what is wrong with a thing that was shown', () => {
  it.each(unreadable)('is told in a sentence of its own where it is %s', (because) => {
    const text = examinationText({ is: 'unreadable', form: 'file', because });
    expect(text).toContain(unreadableSentence(because));
    expect(text).not.toContain(because);
    expect(unreadable.filter((other) => unreadableSentence(other) === unreadableSentence(because))).toEqual([
      because,
    ]);
  });

  it.each(altered)('is told in a sentence of its own where the %s is not as issued', (because) => {
    const text = examinationText({ is: 'altered', form: 'file', because });
    expect(text).toContain(alteredSentence(because));
    expect(text).not.toContain(`(${because})`);
    expect(altered.filter((other) => alteredSentence(other) === alteredSentence(because))).toEqual([because]);
  });
});
