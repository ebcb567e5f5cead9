import { randomBytes } from 'node:crypto';
import type { Pseudonym } from './counted-person.ts';
import { keyedHash } from './keyed-hash.ts';

/** 32 random bytes of one submission. Who has it can tell whom a pseudonym means; it never leaves the agency. */
export function newPseudonymKey(): Buffer {
  return randomBytes(32);
}

/**
 * Gives each id its pseudonym: the first 128 bits of an HMAC-SHA-256, as 32 hex digits. The same person has another one
 * in every submission, so that nobody can follow a person from one to the next.
 */
export function pseudonymsUnder(key: Uint8Array): (id: string) => Pseudonym {
  const hashed = keyedHash(key);
  return (id) => hashed(id).slice(0, 32) as Pseudonym;
}
