import { CsvRecords } from './csv-records.ts';

const candidates = [',', '\t', ';', '|'] as const;

/**
 * The delimiter of a text, found by cutting its first part with each candidate: the one that gives the most
 * records of the same width wins. A text with one column has none; a comma does no harm there.
 */
export function detectDelimiter(start: string): string {
  let best = ',';
  let bestScore = 0;
  for (const candidate of candidates) {
    const score = regularity(start, candidate);
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/**
 * How many records share the commonest width above one; a greater width weighs a little more. A wrong delimiter
 * tears quoted fields apart, so stray quotes weigh against it.
 */
function regularity(start: string, delimiter: string): number {
  const cutter = new CsvRecords(delimiter, true);
  const records = cutter.take(start, true);
  const counts = new Map<number, number>();
  for (const { length } of records) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) best = Math.max(best, count * Math.sqrt(Math.log2(width)));
  return best * (1 - 0.75 * Math.min(1, cutter.strayQuotes / records.length));
}

/** Excel reads a first line such as `sep=;` as the delimiter and does not show it. */
export function declaredDelimiter(start: string): { delimiter: string; length: number } | undefined {
  const declared = /^"?sep=([,;|\t])"?(?:\r\n|\r|\n)/i.exec(start);
  return declared?.[1] === undefined ? undefined : { delimiter: declared[1], length: declared[0].length };
}
