import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { ReadRefusal } from '../spreadsheet/read-refusal.ts';
import type { PersonColumn } from './column-watch.ts';
import type { Month } from './month.ts';
import { impossibleCounts } from './outcome-bounds.ts';
import type { CountedCell, MonthCounts, OutcomeCounts } from './outcome-counts.ts';
import { countsOf } from './outcome-counts.ts';
import type { OutcomeLayout } from './outcome-layout.ts';
import type { OutcomeMeasure } from './outcome-measure.ts';
import type { Skipped } from './outcome-tally.ts';

/** What a column was taken for: a measure, when a call was, or nothing. */
export interface UnderstoodColumn {
  readonly heading: string;
  readonly use: 'when' | 'outcome-words' | 'measure-names' | 'counts' | 'not-read' | OutcomeMeasure;
}

/** What a file comes to once it is counted: nothing of it is left but this. */
export interface CountedFile {
  readonly layout: OutcomeLayout['is'];
  /** The sheet that was read, where the file has several. */
  readonly sheet: string | undefined;
  readonly columns: readonly UnderstoodColumn[];
  readonly rows: number;
  readonly cells: readonly CountedCell[];
  readonly skipped: readonly Skipped[];
  /** Cells that were neither yes nor no, by heading. */
  readonly unclear: readonly { readonly heading: string; readonly cells: number }[];
  readonly days: { readonly first: CalendarDate; readonly last: CalendarDate } | undefined;
  /** Months that several rows had totals of. */
  readonly added: readonly Month[];
}

export type CountRefusal =
  | { readonly code: 'file-unreadable'; readonly read: ReadRefusal }
  /** Nothing of it was kept, and reading stopped there. */
  | { readonly code: 'person-columns'; readonly columns: readonly PersonColumn[] }
  | { readonly code: 'no-month-column'; readonly headings: readonly string[] }
  /** With why each row or cell was left out. */
  | { readonly code: 'no-counts'; readonly skipped: readonly Skipped[] };

/** Takes counts that came into those that stand, and tells which months can't be right with them: these are left out. */
export function fitCounts(
  standing: OutcomeCounts,
  cells: readonly CountedCell[],
): { readonly cells: readonly CountedCell[]; readonly impossible: readonly Month[] } {
  const impossible = [...countsOf(cells)].flatMap(([month, counts]) => {
    const merged: MonthCounts = { ...standing.get(month), ...counts };
    return impossibleCounts(merged).length > 0 ? [month] : [];
  });
  return { cells: cells.filter(({ month }) => !impossible.includes(month)), impossible };
}
