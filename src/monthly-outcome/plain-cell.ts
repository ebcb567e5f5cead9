const ignorable = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const plain = /^[!-~]*(?: [!-~]+)*$/;
/** `J o h n`, `J.o.h.n`, `1 2 3 4`: at least four signs that stand alone. */
const spelledOut = /(?<![\p{L}\d])(?:[\p{L}\d][ ._·-]{1,3}){3,}[\p{L}\d](?![\p{L}\d])/gu;
const lookalikes: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's' };

/**
 * A text as a person reads it: without signs that nobody sees, of one width, and with words put together again that were
 * spelled letter by letter. For telling what a text holds, not for showing it.
 */
export function asRead(text: string): string {
  const seen = plain.test(text) ? text : text.replace(ignorable, '').normalize('NFKC');
  return seen
    .replace(spelledOut, (letters) => letters.replace(/[ ._·-]+/g, ''))
    .replace(/(?<![\p{L}\d])(?=[\p{L}\d]*\p{L}\d\p{L})(?=(?:\d*\p{L}){3})[\p{L}\d]+/gu, (word) =>
      word.replace(/(?<=\p{L})[01345](?=\p{L})/gu, (digit) => lookalikes[digit] ?? digit),
    );
}

/** The years of the days in a text, also of one that hangs on letters: `JQS19720304`. `near` says which century two digits mean. */
export function yearsOfDays(text: string, near: number): readonly number[] {
  const yearFirst = text.matchAll(/(?<!\d)((?:19|20)\d\d)([-/.])\d{1,2}\2\d{1,2}(?!\d)/g);
  const packed = text.matchAll(/(?<!\d)((?:19|20)\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/g);
  const yearLast = text.matchAll(/(?<!\d)\d{1,2}([-/.])\d{1,2}\1((?:19|20)?\d\d)(?!\d)/g);
  return [
    ...[...yearFirst, ...packed].map(([, year]) => Number(year)),
    ...[...yearLast].map(([, , year = '']) =>
      year.length === 4 ? Number(year) : centuryOf(Number(year), near),
    ),
  ];
}

/** A day of next year at the latest: what would lie further ahead was a hundred years before. */
function centuryOf(year: number, near: number): number {
  const same = near - (near % 100) + year;
  return same > near + 1 ? same - 100 : same;
}
