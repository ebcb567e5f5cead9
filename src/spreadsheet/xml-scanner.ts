import { SheetUnreadable } from './read-refusal.ts';

/** What is met in an XML text, in order. Names come without prefix; `tag` holds the raw attributes. */
export interface XmlEvents {
  open(name: string, tag: string): void;
  close(name: string): void;
  /** Raw: pass it to `unescaped` when it is wanted. May come in pieces. */
  text(text: string): void;
}

/** No tag or text of a sound workbook is this long. */
const longestPart = 4_000_000;
/** Attributes of a sound workbook are short. */
const longestTag = 100_000;
const greaterThan = 62;
const slash = 47;
const exclamationMark = 33;
const doubleQuote = 34;
const singleQuote = 39;

/**
 * Walks through XML that arrives in pieces and keeps nothing of it. It checks of well-formedness only, in `end`,
 * that all was closed, and knows no entities but XML's own, so there is nothing to expand.
 */
export class XmlScanner {
  readonly #events: XmlEvents;
  #rest = '';
  #depth = 0;

  constructor(events: XmlEvents) {
    this.#events = events;
  }

  write(chunk: string): void {
    const xml = this.#rest === '' ? chunk : this.#rest + chunk;
    let at = 0;
    for (;;) {
      const open = xml.indexOf('<', at);
      if (open < 0) break;
      if (open > at) this.#events.text(xml.slice(at, open));
      at = open;
      const end = this.#markup(xml, open);
      if (end < 0) break;
      at = end;
    }
    this.#rest = xml.slice(at);
    const isInTag = this.#rest.length > 1 && this.#rest.charCodeAt(1) !== exclamationMark;
    if (this.#rest.length > (isInTag ? longestTag : longestPart))
      throw new SheetUnreadable({ code: 'corrupt' });
  }

  /** Call after the last piece: a text that breaks off, or leaves elements open, is damaged. */
  end(): void {
    if (this.#depth !== 0 || this.#rest.trim() !== '') throw new SheetUnreadable({ code: 'corrupt' });
  }

  /** Reports the markup that starts at `open`; answers where it ends, or -1 when it breaks off. */
  #markup(xml: string, open: number): number {
    const second = xml.charCodeAt(open + 1);
    if (second === 33 || second === 63) return this.#special(xml, open);
    const end = tagEnd(xml, open);
    if (end < 0) return -1;
    if (end - open > longestTag) throw new SheetUnreadable({ code: 'corrupt' });
    if (second === slash) {
      this.#depth--;
      this.#events.close(localName(xml, open + 2, end));
      return end + 1;
    }
    const isEmpty = xml.charCodeAt(end - 1) === slash;
    const name = localName(xml, open + 1, isEmpty ? end - 1 : end);
    this.#events.open(name, xml.slice(open, end));
    if (isEmpty) this.#events.close(name);
    else this.#depth++;
    return end + 1;
  }

  #special(xml: string, open: number): number {
    if (xml.startsWith('<!--', open)) return after(xml, '-->', open + 4);
    if (xml.startsWith('<![CDATA[', open)) {
      const end = xml.indexOf(']]>', open + 9);
      if (end < 0) return -1;
      this.#events.text(xml.slice(open + 9, end).replaceAll('&', '&amp;'));
      return end + 3;
    }
    if (xml.length - open < 9) return -1;
    return after(xml, '>', open);
  }
}

function after(xml: string, end: string, from: number): number {
  const found = xml.indexOf(end, from);
  return found < 0 ? -1 : found + end.length;
}

/** Where the tag's `>` stands: one within an attribute's quotes doesn't count. */
function tagEnd(xml: string, open: number): number {
  let quote = 0;
  // A loop beats `indexOf` over the few characters of a tag.
  for (let at = open + 1; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === greaterThan) return at;
    else if (code === doubleQuote || code === singleQuote) quote = code;
  }
  return -1;
}

function localName(xml: string, start: number, end: number): string {
  let from = start;
  let at = start;
  for (; at < end; at++) {
    const code = xml.charCodeAt(at);
    if (code <= 32 || code === slash) break;
    if (code === 58) from = at + 1;
  }
  return xml.slice(from, at);
}

/**
 * The value of an attribute in a raw tag, looked for from the position `start`; undefined when it is missing.
 * Prefixed attributes are named with their prefix.
 */
export function attribute(tag: string, name: string, start = 1): string | undefined {
  for (let at = tag.indexOf(name, start); at >= 0; at = tag.indexOf(name, at + 1)) {
    if (tag.charCodeAt(at - 1) > 32) continue;
    let from = at + name.length;
    while (tag.charCodeAt(from) <= 32) from++;
    if (tag.charCodeAt(from) !== 61) continue;
    from++;
    while (tag.charCodeAt(from) <= 32) from++;
    const end = tag.indexOf(tag.charAt(from), from + 1);
    return end < 0 ? undefined : unescaped(tag.slice(from + 1, end));
  }
  return undefined;
}

const named: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with XML's character references resolved; unknown ones stay as they are. */
export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
