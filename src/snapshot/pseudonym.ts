import { createHmac, randomBytes } from 'node:crypto';
import type { Pseudonym } from './counted-person.ts';

/** 32 random bytes of one submission. Who has it can tell whom a pseudonym means; it never leaves the agency. */
export function newPseudonymKey(): Buffer {
  return randomBytes(32);
}

/**
 * The first 128 bits of an HMAC-SHA-256 of an id, as 32 hex digits. The same person has another one in every submission,
 * so that nobody can follow a person from one to the next.
 */
export function pseudonymOf(key: Uint8Array, id: string): Pseudonym {
  return createHmac('sha256', key).update(id).digest('hex').slice(0, 32) as Pseudonym;
}
