import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedHash } from './keyed-hash.ts';

describe('a keyed hash', () => {
  it('is the HMAC-SHA-256 that anybody else computes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.string({ unit: 'grapheme' }), (key, text) => {
        expect(keyedHash(key)(text)).toBe(createHmac('sha256', key).update(text).digest('hex'));
      }),
    );
  });
});
