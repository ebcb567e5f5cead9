/**
 * Old Macs and their programs write MacRoman, Windows writes Windows-1252, and nothing in a file says which.
 * The letters tell: é, ë or ü of the one is ‡, ‘ or nothing at all in the other, which no word holds. Bytes are
 * weighed with their neighbors, so that “O’Brien” speaks for Windows.
 */
export class MacRomanVotes {
  #strong = 0;
  #weak = 0;
  #windows = 0;

  /** Takes note of one byte above 0x7F and of the bytes beside it; 0 where there is none. */
  add(previous: number, byte: number, next: number): void {
    if (isSmall(previous) && onlyMacLetters.has(byte)) this.#strong++;
    else if (isSmall(previous) && isSmall(next) && dashesOrLetters.has(byte)) this.#weak++;
    else if (byte === 0xd5 && isCapital(previous) && isCapital(next)) this.#weak++;
    else if (byte === 0x92 && isCapital(previous) && isCapital(next)) this.#windows++;
    else if (byte >= 0xc0 && (isSmall(previous) || isSmall(next))) this.#windows++;
  }

  get areEnough(): boolean {
    return this.#strong + this.#weak + this.#windows >= 1_000;
  }

  /** `hasLineFeeds`: a file whose lines end in carriage returns alone comes from an old Mac. */
  isMacRoman(hasLineFeeds: boolean): boolean {
    return this.#strong + (hasLineFeeds ? 0 : this.#weak) > this.#windows;
  }
}

/** á à â ã ç é è ê ë ù ü of MacRoman: in Windows-1252 ‡ ˆ ‰ ‹ Ž ‘ Ÿ or nothing, none of which follows a small letter. */
const onlyMacLetters = new Set([0x87, 0x88, 0x89, 0x8b, 0x8d, 0x8e, 0x8f, 0x90, 0x91, 0x9d, 0x9f]);
/** í ñ ó ö ú û of MacRoman, ’ – — š œ ž of Windows-1252: both stand within words. */
const dashesOrLetters = new Set([0x92, 0x96, 0x97, 0x9a, 0x9c, 0x9e]);

function isSmall(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}

function isCapital(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}
