import { foldWord } from './name-folding.ts';
import { generationOf, isAmbiguousTitle, isTitle } from './name-words.ts';
import { nicknameGroups } from './nicknames.ts';

/** How the names of one column are written where no comma tells: `Mary J Ash` is spoken, `ASH MARY J` filed. */
export type NameOrder = 'spoken' | 'filed';

/** So many of the names that tell anything must tell the same. In percent. */
const agreement = 80;
/** One name is no column: John may be a family name. Where an initial stands tells more than that. */
const fewestTelling = 3;

/** The order in which a column writes names without a comma, or undefined when its names don't tell. */
export function nameOrder(texts: readonly string[]): NameOrder | undefined {
  const names = texts.map(telltaleWords);
  const told = names.map(orderTold).filter((order) => order !== undefined);
  if (told.length < fewestTelling) return isFiledByInitials(names, told) ? 'filed' : undefined;
  const filed = told.filter((order) => order === 'filed').length;
  if (filed * 100 >= agreement * told.length) return 'filed';
  return (told.length - filed) * 100 >= agreement * told.length ? 'spoken' : undefined;
}

function isFiledByInitials(names: readonly (readonly string[])[], told: readonly NameOrder[]): boolean {
  return told.every((order) => order === 'filed') && names.some((words) => orderByInitial(words) === 'filed');
}

/** What one name tells by where its initial, its suffix and a given name in common use stand. */
function orderTold(words: readonly string[]): NameOrder | undefined {
  return orderByInitial(words) ?? orderByGivenName(words.filter((word) => foldWord(word).length > 1));
}

/** The words of a name without a comma. */
function telltaleWords(text: string): readonly string[] {
  if (/[,;]/.test(text)) return [];
  const words = text
    .replace(/\([^)]*\)|"[^"]*"/g, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
  // `SGT. ALDEN MARIA T`: a rank in front says nothing of the order behind it.
  while (isTitleInFront(words)) words.shift();
  return words;
}

function isTitleInFront([first = '', ...rest]: readonly string[]): boolean {
  return (rest.length > 1 && isTitle(first)) || (rest.length > 2 && isAmbiguousTitle(first));
}

function orderByInitial(words: readonly string[]): NameOrder | undefined {
  if (words.length < 3) return undefined;
  if (endsWithInitial(words)) return 'filed';
  const inside = words.slice(1, -1);
  if (inside.some((word) => generationOf(word) !== undefined)) return 'filed';
  return inside.some((word) => foldWord(word).length === 1) ? 'spoken' : undefined;
}

function orderByGivenName(words: readonly string[]): NameOrder | undefined {
  const names = words.filter((word) => generationOf(word) === undefined);
  const [first, second] = names;
  if (first === undefined || second === undefined) return undefined;
  const [isFirst, isSecond] = [isGivenName(first), isGivenName(second)];
  if (isFirst === isSecond) return undefined;
  return isFirst ? 'spoken' : 'filed';
}

/** `ASH MARY J`: nobody's family name is a letter, unless it is cut to one (`Mary J`); a V may be a fifth. */
export function endsWithInitial(words: readonly string[]): boolean {
  const [before = '', last = ''] = words.slice(-2);
  return words.length > 2 && /^[a-uw-z]$/.test(foldWord(last)) && foldWord(before).length > 1;
}

function isGivenName(word: string): boolean {
  return nicknameGroups(foldWord(word)).length > 0;
}
