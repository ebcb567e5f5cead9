import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { ReadRefusal } from '../spreadsheet/read-refusal.ts';
import type { PersonColumn } from './column-watch.ts';
import type { Month } from './month.ts';
import { type BoundCrossed, impossibleCounts } from './outcome-bounds.ts';
import type { CountedCell, MonthCounts, OutcomeCounts } from './outcome-counts.ts';
import { countsOf } from './outcome-counts.ts';
import type { OutcomeLayout } from './outcome-layout.ts';
import type { OutcomeMeasure } from './outcome-measure.ts';
import type { Skipped } from './outcome-tally.ts';

/** What a column was taken for: a measure, when a call was, or nothing. */
export interface UnderstoodColumn {
  /** 0-based. */
  readonly column: number;
  /** Empty where it has words that may name somebody: it is not shown. */
  readonly heading: string;
  readonly use: 'when' | 'outcome-words' | 'measure-names' | 'counts' | 'not-read' | OutcomeMeasure;
}

/** What a file comes to once it is counted: nothing of it is left but this. */
export interface CountedFile {
  readonly layout: OutcomeLayout['is'];
  /** Sent as monthly totals, though its rows look like calls. */
  readonly looksLikeCalls: boolean;
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

/** A month of a file that can't be right with what stands, and what of it comes from where. */
export interface ImpossibleMonth {
  readonly month: Month;
  readonly crossed: readonly (BoundCrossed & {
    readonly countFrom: CountSource;
    readonly limitFrom: CountSource;
  })[];
}

export type CountSource = 'file' | 'saved';

export type CountRefusal =
  | { readonly code: 'file-unreadable'; readonly read: ReadRefusal }
  /** Nothing of it was kept, and reading stopped there. */
  | { readonly code: 'person-columns'; readonly columns: readonly PersonColumn[] }
  | { readonly code: 'no-month-column'; readonly headings: readonly string[] }
  /** With why each row or cell was left out. */
  | { readonly code: 'no-counts'; readonly skipped: readonly Skipped[]; readonly looksLikeCalls: boolean };

/** Takes counts that came into those that stand, and tells which months can't be right with them: these are left out. */
export function fitCounts(
  standing: OutcomeCounts,
  cells: readonly CountedCell[],
): { readonly cells: readonly CountedCell[]; readonly impossible: readonly ImpossibleMonth[] } {
  const impossible = [...countsOf(cells)].flatMap(([month, counts]) => {
    const from = (measure: OutcomeMeasure): CountSource => (counts[measure] === undefined ? 'saved' : 'file');
    const merged: MonthCounts = { ...standing.get(month), ...counts };
    const crossed = impossibleCounts(merged).map((bound) => ({
      ...bound,
      countFrom: from(bound.measure),
      limitFrom: from(bound.of),
    }));
    return crossed.length > 0 ? [{ month, crossed }] : [];
  });
  const left = new Set(impossible.map(({ month }) => month));
  return { cells: cells.filter(({ month }) => !left.has(month)), impossible };
}
