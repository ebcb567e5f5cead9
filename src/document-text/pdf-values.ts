import { isBlank, nameEnd, withLetters } from './pdf-names.ts';

/** A value of a PDF as far as actions need it. */
export type PdfValue =
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'reference'; readonly number: number }
  | { readonly is: 'array'; readonly items: readonly PdfValue[] }
  | { readonly is: 'dictionary'; readonly entries: readonly (readonly [string, PdfValue])[] }
  | { readonly is: 'other' };

/** Reading costs more than any honest file's actions do. */
export class PdfTooCostly extends Error {
  override readonly name = 'PdfTooCostly';
}

const deepest = 40;
const longestValue = 200_000;

/** Reads values, and altogether no more than so many signs of them. */
export class PdfValues {
  #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  /** The value that begins here. Throws `PdfTooCostly`. */
  at(text: string, start: number): PdfValue {
    const part = text.slice(start, start + longestValue);
    const [value, end] = this.#value(part, 0, 0);
    this.#spend(end);
    return value;
  }

  /** Past the end of the dictionary in which this place lies between two of its values. Throws `PdfTooCostly`. */
  dictionaryEnd(text: string, start: number): number {
    const part = text.slice(start, start + longestValue);
    const [, end] = this.#items(part, 0, '>>', 0);
    this.#spend(Math.min(end, part.length));
    if (part.length === longestValue && end >= longestValue)
      throw new PdfTooCostly('One of its dictionaries is too long.');
    return start + end;
  }

  #spend(count: number): void {
    this.#room -= count + 1;
    if (this.#room < 0) throw new PdfTooCostly('Its actions are too many.');
  }

  #value(text: string, from: number, depth: number): readonly [PdfValue, number] {
    if (depth > deepest) throw new PdfTooCostly('Its actions are nested too deep.');
    const at = gapEnd(text, from);
    const other = { is: 'other' } as const;
    if (text[at] === '/') {
      const end = nameEnd(text, at + 1);
      return [{ is: 'name', name: withLetters(text.slice(at + 1, end)) }, end];
    }
    if (text.startsWith('<<', at)) {
      const [items, end] = this.#items(text, at + 2, '>>', depth);
      return [{ is: 'dictionary', entries: entriesOf(items) }, end];
    }
    if (text[at] === '[') {
      const [items, end] = this.#items(text, at + 1, ']', depth);
      return [{ is: 'array', items }, end];
    }
    if (text[at] === '(') return [other, stringEnd(text, at)];
    if (text[at] === '<') {
      const end = text.indexOf('>', at);
      return [other, end < 0 ? text.length : end + 1];
    }
    const wordEnd = nameEnd(text, at);
    const reference = referenceAt(text, at, wordEnd);
    return reference ?? [other, Math.max(wordEnd, at + 1)];
  }

  #items(text: string, from: number, close: string, depth: number): readonly [readonly PdfValue[], number] {
    const items: PdfValue[] = [];
    let at = gapEnd(text, from);
    while (at < text.length && !text.startsWith(close, at)) {
      const [value, end] = this.#value(text, at, depth + 1);
      items.push(value);
      at = gapEnd(text, end);
    }
    return [items, at + close.length];
  }
}

/** A key and what follows it; should a file leave one out, every name is taken for a key. */
function entriesOf(items: readonly PdfValue[]): readonly (readonly [string, PdfValue])[] {
  return items.flatMap((item, place) => {
    const next = items[place + 1];
    return item.is === 'name' && next ? [[item.name, next] as const] : [];
  });
}

/** Past blanks and comments. */
export function gapEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
    if (text[at] !== '%') return at;
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  }
}

function stringEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '(') depth += 1;
    else if (text[at] === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function referenceAt(text: string, at: number, wordEnd: number): readonly [PdfValue, number] | undefined {
  const number = text.slice(at, Math.min(wordEnd, at + 12));
  if (!/^\d+$/.test(number)) return undefined;
  const second = gapEnd(text, wordEnd);
  const secondEnd = nameEnd(text, second);
  const last = gapEnd(text, secondEnd);
  if (
    text[last] !== 'R' ||
    nameEnd(text, last) !== last + 1 ||
    !/^\d{1,10}$/.test(text.slice(second, secondEnd))
  )
    return undefined;
  return [{ is: 'reference', number: Number(number) }, last + 1];
}
