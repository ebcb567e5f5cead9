const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

/** A quoted field longer than this was never closed: spreadsheet programs stop at 32,767 characters. */
const longestQuoted = 1_000_000;
const notQuoted = -1;
const unfinished = -2;

/**
 * Cuts delimited text into records while it arrives, the way spreadsheet programs do: any line end ends a
 * record, quotes may hold line ends, and a stray quote is a character like any other.
 */
export class CsvRecords {
  readonly #delimiter: number;
  readonly #countsStrays: boolean;
  #text = '';
  /** Where the first field that isn't finished begins. */
  #position = 0;
  #isLast = false;
  #field = '';
  #fields: string[] = [];
  #strayQuotes = 0;

  /** `countsStrays`: costs a little for each field, so only who asks pays for it. */
  constructor(delimiter: string, countsStrays = false) {
    this.#countsStrays = countsStrays;
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** The fields so far of the record that the text broke off in. */
  get fieldsUnderWay(): readonly string[] {
    return this.#fields;
  }

  /** How many fields so far held quotes where no careful program writes them. */
  get strayQuotes(): number {
    return this.#strayQuotes;
  }

  /** How many characters of the last field have come without its end. */
  get charactersUnderWay(): number {
    return this.#text.length - this.#position;
  }

  /**
   * The records completed by `chunk`; call once more with `last` to have the rest. When as many as `most` come, there
   * may be more: call again without text until fewer come.
   */
  take(chunk: string, last = false, most = Number.POSITIVE_INFINITY): string[][] {
    this.#text = this.#position < this.#text.length ? this.#text.slice(this.#position) + chunk : chunk;
    this.#position = 0;
    this.#isLast = last;
    const records: string[][] = [];
    while (records.length < most && this.#position < this.#text.length && this.#readRecord()) {
      records.push(this.#fields);
      this.#fields = [];
    }
    if (records.length < most && last && this.#fields.length > 0) {
      records.push([...this.#fields, '']);
      this.#fields = [];
    }
    return records;
  }

  /** Reads fields up to a line end; false when the text breaks off before. */
  #readRecord(): boolean {
    const text = this.#text;
    while (this.#position < text.length) {
      const end = this.#readField(this.#position);
      if (end === unfinished) return false;
      this.#fields.push(this.#field);
      this.#position = this.#after(end);
      if (end >= text.length || text.charCodeAt(end) !== this.#delimiter) return true;
    }
    return false;
  }

  /** Puts the field at `at` into `#field`; answers where it ends, which is before a delimiter or line end. */
  #readField(at: number): number {
    const opening = this.#openingQuote(at);
    const quotedEnd = opening < 0 ? notQuoted : this.#readQuoted(opening);
    const end = quotedEnd === notQuoted ? this.#fieldEnd(at) : quotedEnd;
    if (end === unfinished || !this.#isWhole(end)) return unfinished;
    if (quotedEnd === notQuoted) {
      this.#field = this.#text.slice(at, end);
      if (this.#countsStrays && this.#field.includes('"')) this.#strayQuotes++;
    }
    return end;
  }

  /** Whether nothing that is still to come can belong to the field or to its line end. */
  #isWhole(end: number): boolean {
    if (this.#isLast) return true;
    const left = this.#text.length - end;
    return left > 1 || (left === 1 && this.#text.charCodeAt(end) !== carriageReturn);
  }

  #after(end: number): number {
    const isPair =
      this.#text.charCodeAt(end) === carriageReturn && this.#text.charCodeAt(end + 1) === lineFeed;
    return isPair ? end + 2 : end + 1;
  }

  /** Where the quote that opens the field at `at` stands (blanks before it are forgiven), or -1. */
  #openingQuote(at: number): number {
    let code = this.#text.charCodeAt(at);
    while (code === space) code = this.#text.charCodeAt(++at);
    return code === quote ? at : -1;
  }

  #fieldEnd(at: number): number {
    const text = this.#text;
    const delimiter = this.#delimiter;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === delimiter || code === lineFeed || code === carriageReturn) break;
    }
    return at;
  }

  /** The end of the quoted field, `notQuoted` when its opening quote was only a character, or `unfinished`. */
  #readQuoted(opening: number): number {
    const text = this.#text;
    let doubled = false;
    let closing = text.indexOf('"', opening + 1);
    while (closing >= 0 && text.charCodeAt(closing + 1) === quote) {
      doubled = true;
      closing = text.indexOf('"', closing + 2);
    }
    if (closing < 0) return this.#isLast || text.length - opening > longestQuoted ? notQuoted : unfinished;
    // The text may break off between the two halves of a doubled quote.
    if (closing + 1 === text.length && !this.#isLast) return unfinished;
    const inner = text.slice(opening + 1, closing);
    const end = this.#fieldEnd(closing + 1);
    const tail = text.slice(closing + 1, end);
    // A quote that closes in mid-field lines below belongs to another field: the opening one was stray.
    if (tail.trim() !== '' && /[\r\n]/.test(inner)) return notQuoted;
    if (tail.trim() !== '') this.#strayQuotes++;
    this.#field = (doubled ? inner.replaceAll('""', '"') : inner) + tail;
    return end;
  }
}
