import { withoutInvisibleSigns } from '../spreadsheet/invisible-signs.ts';

const unaccented: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Most text: nothing in it has to be taken apart into letters and accents. */
const plainAscii = /^[ -~]*$/;
const plainWord = /^[a-z]+$/;
/** Spelling in some scripts, but no two names differ by them alone. */
const joiners = /[\u200c\u200d]/g;

/** Lower case without accents and invisible signs; punctuation stays. Spaces of every kind become one plain space. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (plainAscii.test(lower))
    return lower.includes('  ') ? lower.trim().replace(/ {2,}/g, ' ') : lower.trim();
  return withoutInvisibleSigns(lower)
    .replace(joiners, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłßæœđðþı]/g, (letter) => unaccented[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Letters and digits only: `O'Brien-Smith` becomes `obriensmith`. */
export function foldWord(text: string): string {
  const lower = text.toLowerCase();
  if (plainWord.test(lower)) return lower;
  if (plainAscii.test(lower)) return lower.replace(/[^a-z0-9]/g, '');
  return foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** The first of `foldWords`, or ''. */
export function firstFoldedWord(text: string): string {
  const lower = text.toLowerCase();
  return plainWord.test(lower) ? lower : (foldWords(lower)[0] ?? '');
}

/** The words of a name, folded; a hyphen parts two words, an apostrophe doesn't: `Jean-Luc O'Hara` is jean, luc, ohara. */
export function foldWords(text: string): readonly string[] {
  if (text === '') return [];
  const lower = text.toLowerCase();
  if (plainWord.test(lower)) return [lower];
  return foldText(text)
    .replace(/['’‘`ʼ.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
