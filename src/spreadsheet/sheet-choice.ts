import type { Outcome } from '../outcome.ts';
import type { ReadRefusal } from './read-refusal.ts';
import type { ReadingFact } from './reading-fact.ts';
import type { SheetName } from './sheet.ts';
import type { Table, TableChoice } from './table.ts';
import type { SheetSurvey } from './workbook.ts';

/** A sheet that was looked at, and the table that was found in it. */
export interface SheetCandidate {
  readonly sheet: number;
  readonly name: SheetName;
  readonly survey: SheetSurvey;
  /** The delimiter of lines that lie whole in the sheet's only column. */
  readonly inner: string | undefined;
  readonly table: Outcome<Table, ReadRefusal>;
}

/** How many of a sheet's headings the caller knows; three are as sure as more. */
export function knownHeadings({ table }: SheetCandidate, { isKnownHeading }: TableChoice): number {
  return table.ok && isKnownHeading ? Math.min(3, table.value.headings.filter(isKnownHeading).length) : 0;
}

/**
 * The sheet with headings the caller knows; among those equal, the one with most rows. Where sheets of the same
 * headings are named for months or years, the latest is the one that still holds.
 */
export function likeliestSheet(
  all: readonly SheetCandidate[],
  choice: TableChoice,
): SheetCandidate | undefined {
  const usable = all.filter(({ table }) => table.ok && table.value.sample.length > 0);
  const known = (one: SheetCandidate) => knownHeadings(one, choice);
  const [best] = usable.toSorted((a, b) => known(b) - known(a) || b.survey.rowsAtMost - a.survey.rowsAtMost);
  if (!best) return all.find(({ table }) => table.ok);
  const period = periodOf(best.name.name);
  if (period === undefined) return best;
  const series = [best, ...usable.filter((one) => one !== best && isAlike(one, best))];
  return series.reduce((a, b) => ((periodOf(b.name.name) ?? 0) > (periodOf(a.name.name) ?? 0) ? b : a));
}

/** What a person should know of the sheets that are not read. `seen` holds those that were looked at. */
export function sheetFacts(
  chosen: SheetCandidate,
  names: readonly SheetName[],
  seen: readonly SheetCandidate[],
): ReadingFact[] {
  const empty = new Set(
    seen.flatMap(({ table, sheet }) => (!table.ok && table.refusal.code === 'empty-file' ? [sheet] : [])),
  );
  const others = names.filter((_, sheet) => sheet !== chosen.sheet && !empty.has(sheet));
  const alike = seen.filter((one) => one !== chosen && isAlike(one, chosen)).map(({ name }) => name.name);
  return [
    ...(chosen.name.hidden ? [{ code: 'sheet-hidden', sheet: chosen.name.name } as const] : []),
    ...(others.length > 0 ? [{ code: 'sheets-not-read', sheets: others } as const] : []),
    ...(alike.length > 0 ? [{ code: 'sheets-alike', sheets: alike } as const] : []),
  ];
}

function isAlike(one: SheetCandidate, other: SheetCandidate): boolean {
  const shape = shapeOf(one);
  return shape !== '' && shape === shapeOf(other);
}

function shapeOf({ table }: SheetCandidate): string {
  if (!table.ok) return '';
  return table.value.headings
    .map((heading) => heading.toLowerCase())
    .toSorted()
    .join('\n')
    .trim();
}

const months = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;
const monthOrder = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** When a sheet's name says it is of: `2024`, `March 2024` and `2024-03` in a number that grows with time. */
function periodOf(name: string): number | undefined {
  const spaced = name.replaceAll('_', ' ');
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(spaced);
  if (!year) return undefined;
  const word = months.exec(spaced)?.[1]?.toLowerCase();
  const numbered = /^\D{0,2}(\d{1,2})(?!\d)/.exec(spaced.slice(year.index + 4))?.[1];
  const month = word === undefined ? Number(numbered ?? 0) : monthOrder.indexOf(word) + 1;
  return Number(year[0]) * 100 + month;
}
