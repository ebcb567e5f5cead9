import type { PersonName } from '../person-name/person-name.ts';

const plain = /^[a-z ]*$/i;

/**
 * Whether two names are spelled alike but for case, apostrophes and spaces: an accent or a hyphen that only one of
 * them has may make it another person's. An initial is no name by which to tell somebody.
 */
export function isSpelledAlike(one: PersonName, other: PersonName): boolean {
  const [given, otherGiven] = [firstWord(one.given), firstWord(other.given)];
  if (given.length < 2) return false;
  return given === otherGiven && spelling(one.family) === spelling(other.family);
}

function firstWord(given: string): string {
  return spelling(given.trim().split(/\s/)[0] ?? '');
}

function spelling(text: string): string {
  if (plain.test(text)) return text.toLowerCase().replaceAll(' ', '');
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s'’‘`ʼ.]/g, '')
    .replace(/[‐‑‒–—]/g, '-');
}
