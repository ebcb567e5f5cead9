import { foldWord, foldWords } from './name-folding.ts';
import { generationOf, isAmbiguousTitle, isTitle } from './name-words.ts';
import { type PersonName, parseFullName } from './person-name.ts';

/** Around names and badge numbers, and nothing that anybody is called by. */
const plainSigns = /[\s.,;:'’‘`"“”()[\]#*†‡-]/g;

/**
 * The text a name was read from, when the name doesn't give back all that is written there: a former name in brackets, a
 * nickname, signs. '' when nothing is lost but ranks and numbers, which are no part of a name.
 */
export function nameAsWritten(text: string, name: PersonName): string {
  const written = text.replace(/\s+/g, ' ').trim();
  const parts = [name.family, name.given, name.middle, name.suffix];
  const keptText = parts.join(' ');
  // Most names stand there letter by letter, so they are folded only for those that don't.
  let folded: ReadonlySet<string> | undefined;
  const kept = () => {
    folded ??= new Set(parts.flatMap(foldWords));
    return folded;
  };
  const isKept = (word: string) =>
    keptText.includes(word) || generationOf(word) === name.suffix || isNoName(word) || isMadeOf(word, kept());
  return written.split(/[\s,;()[\]"“”]+/).every((word) => word === '' || isKept(word)) ? '' : written;
}

/** Signs, a badge number, a rank. */
function isNoName(word: string): boolean {
  const bare = word.replace(plainSigns, '');
  return bare === '' || /^[a-z]?\d{2,}$/i.test(bare) || isTitle(word) || isAmbiguousTitle(word);
}

/** `O'Brien-Ash` of the words obrien and ash, and no sign in it that is in no name. */
function isMadeOf(word: string, kept: ReadonlySet<string>): boolean {
  const signs = word.replace(plainSigns, '').replace(/[\p{L}\p{M}\p{N}]/gu, '');
  return signs === '' && foldWords(word).every((part) => kept.has(part));
}

const bracketed = /^\s*([^,;]*)[([]([^)\]]+)[)\]]/;
const quoted = /["“]([^"”]+)["”]|\s['‘]([^'’]+)['’](?=[\s,]|$)/;

/** Other names that a person may be listed by: with the former family name in brackets, with the nickname in quotes. */
export function otherNames(written: string, name: PersonName): readonly PersonName[] {
  if (written === '') return [];
  const former = bracketed.exec(written);
  const family = former?.[1]?.trim() && foldWord(name.family) === foldWord(former[1]) ? former[2] : undefined;
  const nickname = quoted.exec(written)?.slice(1).find(Boolean) ?? unfiledNickname(written, name);
  return [
    ...(family ? [parseFullName(`${family}, ${name.given}`)] : []),
    ...(nickname ? [parseFullName(`${name.family}, ${nickname}`)] : []),
  ].filter((found) => found !== undefined);
}

/** `Ash, Robert (Bob)`: what stands in brackets behind the given name. */
function unfiledNickname(written: string, { given }: PersonName): string | undefined {
  const [, before = '', inside] = /([^\s,]+)\s*\(([^)]+)\)/.exec(written) ?? [];
  return given !== '' && foldWord(before) === foldWord(given) ? inside : undefined;
}
