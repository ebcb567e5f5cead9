import { withoutInvisibleSigns } from '../spreadsheet/invisible-signs.ts';
import { tidyCase } from './name-case.ts';
import { firstFoldedWord, foldText, foldWord } from './name-folding.ts';
import { endsWithInitial, type NameOrder } from './name-order.ts';
import {
  generationOf,
  isAmbiguousTitle,
  isCredential,
  isParticle,
  isTitle,
  isTrailingTitle,
} from './name-words.ts';

/** A person's name as the file spelled it; parts that weren't given are ''. `suffix` is spelled one way: `Jr`, `III`. */
export interface PersonName {
  readonly family: string;
  readonly given: string;
  readonly middle: string;
  readonly suffix: string;
}

/**
 * The name in one cell: `Last, First M. Jr.`, `First M. Last III`, `Sgt. Jane Doe`. Ranks, badge numbers,
 * credentials and nicknames in brackets are left out. `order` is how the column writes names without a comma (see
 * `nameOrder`). Signs that nobody sees are left out. Undefined when no person is named (blank, redacted, vacant, a rank
 * alone).
 */
export function parseFullName(text: string, order?: NameOrder): PersonName | undefined {
  if (nameAbsence(text) !== undefined) return undefined;
  const segments = tidySpaces(withoutAsides(text))
    .split(/[,;]/)
    .map((segment) => nameWords(segment))
    .filter((words) => words.length > 0);
  const suffix =
    segments
      .slice(1)
      .flat()
      .map(generationOf)
      .find((found) => found !== undefined) ?? '';
  const [first = [], ...rest] = segments.filter(
    (words, position) => position === 0 || !isAfterthought(words, segments),
  );
  if (rest.length > 0) return fromFiledOrder(first, rest, suffix);
  if (first.every(isTitle)) return undefined;
  const words = dropTitles(first, 2);
  const isFiled = order === 'filed' ? words.length > 1 : order === undefined && endsWithInitial(words);
  if (!isFiled) return fromSpokenOrder(words, suffix);
  const familyEnd = familyLength(words);
  return fromFiledOrder(words.slice(0, familyEnd), [words.slice(familyEnd)], suffix);
}

/** The name from separate columns; a suffix or rank typed into them is taken out. Undefined when no person is named. */
export function personName(parts: Partial<PersonName>): PersonName | undefined {
  const { family = '', given = '', middle = '', suffix = '' } = parts;
  if (nameAbsence(`${given} ${family}`) !== undefined) return undefined;
  if (foldWord(given) === '' && /[,;]/.test(family)) return parseFullName(family);
  const last = takeSuffix(dropTitles(partWords(family), 1));
  const first = takeSuffix(dropTitles(partWords(given), 1));
  const initials = foldWord(middle) === '' ? trailingInitials(first.words) : 0;
  const splitAt = first.words.length - initials;
  return assemble(
    last.words,
    first.words.slice(0, splitAt),
    initials > 0 ? first.words.slice(splitAt) : partWords(middle),
    (generationOf(suffix) ?? tidySpaces(suffix)) || last.suffix || first.suffix,
  );
}

export type NameAbsence = 'blank' | 'redacted' | 'vacant';

/** Letters and the signs of plain names, none of which hides anything. */
const plainName = /^[a-z][a-z' .,-]*$/i;
const redactedWords =
  /redact|withheld|exempt from|confidential|undercover|(^|\W)\(?b\)?\s?\(?[67]\)?(\([a-f]\))?(\W|$)/;
const redactedSigns = /^[\s*x#_.█■-]*(\*{2}|x{3}|#{2}|_{3}|█|■)[\s*x#_.,█■-]*$/;
const vacantWords =
  /^(the )?(vacant|vacancy|open|unfilled|tbd|tba|to be (hired|filled|determined|announced))\b/;
const blankWords = /^(n\/?a|none|null|nil|unknown|unk|no name|name unknown|unnamed|nan|undefined)\.?$/;
/** Says of nearly every plain name at once that it names somebody. */
const absenceHint =
  /redact|withheld|exempt|confidential|undercover|xxx|^(the|vaca|open|unfil|tb|to|n|unk|undef)/i;

/** A longer text is prose, or was made to take long: it names nobody. */
const longestName = 500;

/** Why a cell that may hold a name names nobody, or undefined when it may name somebody. */
export function nameAbsence(text: string): NameAbsence | undefined {
  if (text.length > longestName) return 'blank';
  if (plainName.test(text) && !absenceHint.test(text)) return undefined;
  const folded = foldText(text);
  if (redactedWords.test(folded) || redactedSigns.test(folded)) return 'redacted';
  if (vacantWords.test(folded)) return 'vacant';
  return blankWords.test(folded) || !/\p{L}/u.test(folded) ? 'blank' : undefined;
}

/** One text per family and first given name, whatever the case, accents, punctuation, hyphens and suffix. */
export function nameKey(name: PersonName): string {
  return `${foldWord(name.family)}|${firstFoldedWord(name.given)}`;
}

/** `Jane M. Doe Jr.`: capitals-only names are shown in usual case. */
export function shownName(name: PersonName): string {
  return [name.given, name.middle, name.family]
    .map(tidyCase)
    .concat(shownSuffix(name))
    .filter(Boolean)
    .join(' ');
}

/** `Doe, Jane M., Jr.`: as lists sorted by family name show it. */
export function filedName(name: PersonName): string {
  const given = [name.given, name.middle].map(tidyCase).filter(Boolean).join(' ');
  return [tidyCase(name.family), given, shownSuffix(name)].filter(Boolean).join(', ');
}

function shownSuffix(name: PersonName): string {
  return /^(Jr|Sr)$/.test(name.suffix) ? `${name.suffix}.` : name.suffix;
}

/** First Middle Last: the family name is the last word, with the particles before it. */
function fromSpokenOrder(segment: readonly string[], suffix: string): PersonName | undefined {
  const { words, suffix: own } = takeSuffix(segment, 2);
  let start = words.length - 1;
  while (start > 1 && isParticle(words[start - 1] ?? '')) start -= 1;
  if (start > 1 && foldWord(words[start] ?? '') === 'y') start -= 1;
  if (words.length < 2) return assemble(words, [], [], suffix || own);
  return assemble(words.slice(start), words.slice(0, 1), words.slice(1, start), suffix || own);
}

/** How many words of `DE LA CRUZ JR MARIA A` are the family name and its suffix. */
function familyLength(words: readonly string[]): number {
  let length = 1;
  while (length < words.length - 1 && isParticle(words[length - 1] ?? '')) length += 1;
  const hasSuffix = length < words.length - 1 && generationOf(words[length] ?? '') !== undefined;
  return hasSuffix ? length + 1 : length;
}

/** Last, First Middle: everything before the comma is the family name. */
function fromFiledOrder(
  familySegment: readonly string[],
  others: readonly (readonly string[])[],
  suffix: string,
): PersonName | undefined {
  const family = takeSuffix(dropTitles(familySegment, 1), 1);
  const given = takeSuffix(dropTitles(others.flat(), 1));
  return assemble(
    family.words,
    given.words.slice(0, 1),
    given.words.slice(1),
    suffix || family.suffix || given.suffix,
  );
}

function assemble(
  family: readonly string[],
  given: readonly string[],
  middle: readonly string[],
  suffix: string,
): PersonName | undefined {
  const [last, first] = family.length > 0 ? [family, given] : [given, []];
  if (last.length === 0) return undefined;
  return { family: last.join(' '), given: first.join(' '), middle: middle.join(' '), suffix };
}

/** A part after a comma that isn't a name: `Jr.`, `PhD`, `Sgt.`; a lone `Ma` after a family name is a given name. */
function isAfterthought(words: readonly string[], segments: readonly (readonly string[])[]): boolean {
  if (words.every((word) => generationOf(word) !== undefined || isTitle(word))) return true;
  const namedBefore = segments.length > 2 || (segments[0]?.length ?? 0) > 1;
  return namedBefore && words.every(isCredential);
}

/** Ranks before and after a name go, as long as `keep` words remain; plain ranks go down to one word. */
function dropTitles(words: readonly string[], keep: number): readonly string[] {
  let rest = words;
  while (rest.length > 1 && isDroppable(rest[0] ?? '', rest.length, keep)) rest = rest.slice(1);
  while (rest.length > keep && isTrailingTitle(rest.at(-1) ?? '')) rest = rest.slice(0, -1);
  return rest;
}

function isDroppable(word: string, length: number, keep: number): boolean {
  return isTitle(word) || (keep === 2 && length > 2 && isAmbiguousTitle(word));
}

/** `keepBeforeFifth`: how many words must come before a `V` for it to be a fifth, and not an initial. */
function takeSuffix(
  words: readonly string[],
  keepBeforeFifth = Number.POSITIVE_INFINITY,
): { readonly words: readonly string[]; readonly suffix: string } {
  const last = words.at(-1) ?? '';
  const isFifth = words.length > keepBeforeFifth && /^v$/i.test(last);
  const suffix = words.length > 1 ? (generationOf(last) ?? (isFifth ? 'V' : undefined)) : undefined;
  return suffix === undefined ? { words, suffix: '' } : { words: words.slice(0, -1), suffix };
}

function trailingInitials(words: readonly string[]): number {
  const position = words.findLastIndex((word) => foldWord(word).length > 1);
  return position === -1 ? Math.max(0, words.length - 1) : words.length - 1 - position;
}

/** One word of plain letters, as most parts of names are: there is nothing to take out of it. */
const plainWord = /^[a-z]+(?:[-'][a-z]+)*$/i;

/** The words of one part of a name, without the commas that set off a suffix. */
function partWords(text: string): readonly string[] {
  if (text === '') return [];
  return plainWord.test(text) ? [text] : nameWords(withoutAsides(text).replace(/[,;]+/g, ' '));
}

function withoutAsides(text: string): string {
  return text.replace(/\([^)]*\)|\[[^\]]*\]|"[^"]*"|“[^”]*”|(?<=\s)'[^']*'(?=\s)/g, ' ');
}

/**
 * Words with at least one letter; badge numbers (`#1234`, `1234`, `B-17`) go, `2nd` stays. Signs in front, which
 * would make a spreadsheet take a name for a formula, go too.
 */
function nameWords(text: string): readonly string[] {
  return tidySpaces(text)
    .replace(/(?<=\p{L})(-\s+|\s+-)(?=\p{L})/gu, '-')
    .split(' ')
    .map((word) => word.replace(/^[=+@*-]+|[*†‡+-]+$/g, ''))
    .filter((word) => /\p{L}/u.test(word) && (!/\d/.test(word) || generationOf(word) !== undefined));
}

function tidySpaces(text: string): string {
  return withoutInvisibleSigns(text).replace(/\s+/g, ' ').trim();
}
