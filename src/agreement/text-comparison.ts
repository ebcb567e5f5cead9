import { diffArrays } from 'diff';

/** A text in parts: what both versions say, what the later one added, what it took out. */
export interface ComparedPart {
  readonly is: 'same' | 'added' | 'removed';
  readonly text: string;
  /** A paragraph that was written anew: the old one stands whole above the new one. */
  readonly isWhole?: true;
}

/** Paragraph by paragraph, and word by word where enough of a paragraph stayed for that to be readable. */
export function compareTexts(old: string, now: string): readonly ComparedPart[] {
  const parts: ComparedPart[] = [];
  let removed: readonly string[] = [];
  for (const { added, removed: isRemoved, value } of diffArrays(paragraphsOf(old), paragraphsOf(now))) {
    if (isRemoved) {
      removed = value;
    } else if (added) {
      parts.push(...changedParagraphs(removed, value));
      removed = [];
    } else {
      parts.push(...changedParagraphs(removed, []), { is: 'same', text: value.join('') });
      removed = [];
    }
  }
  return [...parts, ...changedParagraphs(removed, [])];
}

/** Each with the line break that ends it. */
function paragraphsOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

function changedParagraphs(old: readonly string[], now: readonly string[]): readonly ComparedPart[] {
  const count = Math.max(old.length, now.length);
  return Array.from({ length: count }, (_, at) => paragraphParts(old[at] ?? '', now[at] ?? '')).flat();
}

function paragraphParts(old: string, now: string): readonly ComparedPart[] {
  if (old === '') return now === '' ? [] : [{ is: 'added', text: now }];
  if (now === '') return [{ is: 'removed', text: old }];
  const parts = wordParts(old, now);
  if (!isWrittenAnew(old, now, parts)) return parts;
  return [
    { is: 'removed', text: old, isWhole: true },
    { is: 'added', text: now, isWhole: true },
  ];
}

/** True where more than half of the longer paragraph's words are not in the other. */
function isWrittenAnew(old: string, now: string, parts: readonly ComparedPart[]): boolean {
  const kept = parts.reduce((count, { is, text }) => count + (is === 'same' ? wordCount(text) : 0), 0);
  return kept * 2 < Math.max(wordCount(old), wordCount(now));
}

/** A phone number, a date, an address or a word with its hyphens is one word; so is each sign, and the space between. */
const words =
  /\(\d{3}\)\s?\d{3}[-.\s]\d{4}|\d{3}[-.\s]\d{3}[-.\s]\d{4}|[\p{L}\p{N}]+(?:[-.,:/@_'’+]+[\p{L}\p{N}]+)*|\s+|./gsu;

function wordsOf(text: string): string[] {
  return text.match(words) ?? [];
}

function wordCount(text: string): number {
  return wordsOf(text).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** What was taken out stands before what took its place, also over several words. */
function wordParts(old: string, now: string): readonly ComparedPart[] {
  const parts: ComparedPart[] = [];
  let [removed, added, space] = ['', '', ''];
  const close = () => {
    if (removed !== '') parts.push({ is: 'removed', text: removed });
    if (added !== '') parts.push({ is: 'added', text: added });
    if (space !== '') parts.push({ is: 'same', text: space });
    [removed, added, space] = ['', '', ''];
  };
  for (const change of diffArrays(wordsOf(old), wordsOf(now))) {
    const text = change.value.join('');
    if (change.added || change.removed) {
      // Only a space stood between two changes: they are one.
      [removed, added, space] = [removed + space, added + space, ''];
      if (change.removed) removed += text;
      else added += text;
    } else if (text.trim() === '' && (removed !== '' || added !== '')) {
      space += text;
    } else {
      close();
      parts.push({ is: 'same', text });
    }
  }
  close();
  return parts;
}
