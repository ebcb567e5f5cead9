const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

/** A quoted field longer than this was never closed: spreadsheet programs stop at 32,767 characters. */
const longestQuoted = 1_000_000;

/**
 * Cuts delimited text into records while it arrives, the way spreadsheet programs do: any line end ends a
 * record, quotes may hold line ends, and a stray quote is a character like any other.
 */
export class CsvRecords {
  readonly #delimiterCode: number;
  #text = '';
  #position = 0;
  #fields: string[] = [];

  constructor(delimiter: string) {
    this.#delimiterCode = delimiter.charCodeAt(0);
  }

  /** The records completed by `chunk`; call once more with `last` to have the rest. */
  take(chunk: string, last = false): string[][] {
    this.#text = this.#position < this.#text.length ? this.#text.slice(this.#position) + chunk : chunk;
    this.#position = 0;
    const records: string[][] = [];
    while (this.#position < this.#text.length) {
      const end = this.#readRecord(last);
      if (end < 0) break;
      this.#position = end;
      records.push(this.#fields);
    }
    return records;
  }

  /** How much text the record under way holds, and how many fields. */
  get unfinished(): { readonly length: number; readonly fields: number } {
    return { length: this.#text.length - this.#position, fields: this.#fields.length };
  }

  /** Where the record ends, line end included, or -1 when the text breaks off within it. */
  #readRecord(last: boolean): number {
    const text = this.#text;
    this.#fields = [];
    let at = this.#position;
    for (;;) {
      const opening = this.#openingQuote(at);
      const quotedEnd = opening < 0 ? -1 : this.#readQuoted(opening, last);
      const end = quotedEnd === -1 ? this.#readPlain(at) : quotedEnd;
      if (end === unfinished) return -1;
      if (end >= text.length) return last ? end : -1;
      if (text.charCodeAt(end) === this.#delimiterCode) {
        at = end + 1;
        if (at < text.length || !last) continue;
        this.#fields.push('');
        return at;
      }
      return this.#afterLineEnd(end, last);
    }
  }

  #afterLineEnd(end: number, last: boolean): number {
    if (this.#text.charCodeAt(end) === lineFeed) return end + 1;
    if (end + 1 === this.#text.length && !last) return -1;
    return this.#text.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1;
  }

  /** Where the quote that opens the field at `at` stands (blanks before it are forgiven), or -1. */
  #openingQuote(at: number): number {
    let code = this.#text.charCodeAt(at);
    while (code === space && code !== this.#delimiterCode) code = this.#text.charCodeAt(++at);
    return code === quote ? at : -1;
  }

  #readPlain(at: number): number {
    const end = this.#fieldEnd(at);
    this.#fields.push(this.#text.slice(at, end));
    return end;
  }

  #fieldEnd(at: number): number {
    const text = this.#text;
    const delimiter = this.#delimiterCode;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === delimiter || code === lineFeed || code === carriageReturn) break;
    }
    return at;
  }

  /** The end of the quoted field, -1 when its opening quote was only a character, or `unfinished`. */
  #readQuoted(opening: number, last: boolean): number {
    const text = this.#text;
    let doubled = false;
    let closing = text.indexOf('"', opening + 1);
    while (closing >= 0 && text.charCodeAt(closing + 1) === quote) {
      doubled = true;
      closing = text.indexOf('"', closing + 2);
    }
    if (closing < 0) return last || text.length - opening > longestQuoted ? -1 : unfinished;
    // The text may break off between the two halves of a doubled quote.
    if (closing + 1 === text.length && !last) return unfinished;
    const inner = text.slice(opening + 1, closing);
    const end = this.#fieldEnd(closing + 1);
    const tail = text.slice(closing + 1, end);
    // A quote that closes in mid-field lines below belongs to another field: the opening one was stray.
    if (tail.trim() !== '' && /[\r\n]/.test(inner)) return -1;
    this.#fields.push((doubled ? inner.replaceAll('""', '"') : inner) + tail);
    return end;
  }
}

const unfinished = -2;
