/** A word of a text with its stem, and where it stands in the text. */
export interface StemmedWord {
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

const word = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

/** The words of a text in order; a hyphen parts words. */
export function stemmedWords(text: string): readonly StemmedWord[] {
  return [...text.matchAll(word)].map((match) => ({
    stem: stemOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Endings that are taken off, longest first, with what takes their place and how long the rest has to be. */
const endings: readonly (readonly [ending: string, instead: string, rest: number])[] = [
  ['ational', '', 4],
  ['ations', '', 4],
  ['ation', '', 4],
  ['ates', '', 4],
  ['ated', '', 4],
  ['ating', '', 4],
  ['ate', '', 4],
  ['ies', 'y', 2],
  ['ied', 'y', 2],
  ['sses', 'ss', 1],
  ['ing', '', 3],
  ['ed', '', 3],
  ['ly', '', 4],
];

/**
 * What is left of an English word when its inflection is taken off: “transported”, “transporting” and “transportation”
 * become one. Rough on purpose: both sides of a comparison pass through it, so it only has to be the same for both.
 */
export function stemOf(text: string): string {
  const plain = text.toLowerCase().replace(/['’].*$/u, '');
  const found = endings.find(
    ([ending, , rest]) => plain.endsWith(ending) && plain.length - ending.length >= rest,
  );
  if (found) return withoutDouble(plain.slice(0, -found[0].length) + found[1]);
  const single = /[^aious]s$/.test(plain) && plain.length > 3 ? plain.slice(0, -1) : plain;
  return withoutDouble(single);
}

/** “planned” leaves “plann”, “scene” leaves “scen”: so does every other form of them. */
function withoutDouble(stem: string): string {
  const bare = stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
  return /([bdgmnprt])\1$/.test(bare) ? bare.slice(0, -1) : bare;
}
