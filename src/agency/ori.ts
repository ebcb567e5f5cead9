import { done, type Outcome, refused } from '../outcome.ts';
import type { Region } from './region.ts';

export type OriRefusal =
  | { readonly code: 'ori-malformed' }
  /** `expected` are the two letters that ORIs of that state begin with. */
  | { readonly code: 'ori-of-another-state'; readonly expected: string };

/**
 * An Originating Agency Identifier: the two letters of a state and seven letters or digits, in capitals without
 * spaces or dashes. States are checked; territories, provinces and federal agencies (`US`) have letters of their own.
 */
export function readOri(text: string, region: Region): Outcome<string, OriRefusal> {
  const ori = text.toUpperCase().replace(/[\s-]/g, '');
  if (!/^[A-Z]{2}[A-Z0-9]{7}$/.test(ori)) return refused({ code: 'ori-malformed' });
  const expected = oriLetters(region);
  const letters = ori.slice(0, 2);
  if (expected && letters !== expected && letters !== 'US') {
    return refused({ code: 'ori-of-another-state', expected });
  }
  return done(ori);
}

const territories = new Set(['AS', 'GU', 'MP', 'PR', 'VI']);

/** Nebraska's ORIs begin with NB, every other state's with its postal letters. */
function oriLetters({ country, code }: Region): string | undefined {
  if (country !== 'US' || territories.has(code)) return undefined;
  return code === 'NE' ? 'NB' : code;
}
