import { setImmediate as turn } from 'node:timers/promises';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { openSheet } from '../spreadsheet/open-sheet.ts';
import { SheetUnreadable } from '../spreadsheet/read-refusal.ts';
import type { SheetReading } from '../spreadsheet/sheet.ts';
import { ColumnWatch } from './column-watch.ts';
import type { CountedFile, CountRefusal, UnderstoodColumn } from './counted-file.ts';
import { isKnownHeading } from './known-heading.ts';
import {
  columnsOf,
  type FileIs,
  isListOfCalls,
  isOutcomeHeading,
  knownColumns,
  layoutOf,
  type OutcomeLayout,
} from './outcome-layout.ts';
import { OutcomeTally } from './outcome-tally.ts';

/** A list of calls of a large agency over ten years; more is split by its sender. */
const limits = { textRows: 1_000_000, columns: 200 } as const;

/**
 * Counts a file from disk in one pass. No row, cell or heading of it is written anywhere: what is answered are sums and
 * how they came about. A file that names people is refused at the first trace of them.
 */
export async function countFile(
  file: { readonly name: string; readonly path: string },
  says: FileIs,
  today: CalendarDate,
): Promise<Outcome<CountedFile, CountRefusal>> {
  const opened = await openTotals(file);
  if (!opened.ok) return refused({ code: 'file-unreadable', read: opened.refusal });
  try {
    return await countReading(opened.value, says, today);
  } catch (error) {
    if (error instanceof SheetUnreadable) return refused({ code: 'file-unreadable', read: error.refusal });
    throw error;
  } finally {
    await opened.value.close();
  }
}

/** A row of months looks like values, not like headings: where no headings are found, the first row is taken for them. */
async function openTotals(file: { readonly name: string; readonly path: string }) {
  const options = { isKnownHeading: isOutcomeHeading, limits };
  const opened = await openSheet(file, options);
  if (opened.ok || opened.refusal.code !== 'no-header') return opened;
  return openSheet(file, { ...options, headerRow: 1 });
}

async function countReading(
  reading: SheetReading,
  says: FileIs,
  today: CalendarDate,
): Promise<Outcome<CountedFile, CountRefusal>> {
  const { headings, sample } = reading;
  // Nothing is taken from under a heading that may name somebody, and it is not shown.
  const known = headings.map((heading) => (isKnownHeading(heading) ? heading : ''));
  const layout = layoutOf(known, sample, today, says);
  const watch = new ColumnWatch(headings, knownColumns(layout, today));
  watch.addLines(reading.preambleRows);
  watch.add(sample);
  if (watch.found.length > 0) return refused({ code: 'person-columns', columns: watch.found });
  if (!layout) return refused({ code: 'no-month-column', headings: known });
  const looksLikeCalls = says === 'totals' && isListOfCalls(layoutOf(known, sample, today, 'unsaid'));
  const tally = new OutcomeTally(layout, today);
  for await (const rows of reading.rows()) {
    watch.add(rows);
    if (watch.found.length > 0) return refused({ code: 'person-columns', columns: watch.found });
    tally.add(rows);
    // A long file leaves room for the requests of others.
    await turn();
  }
  if (layout.is === 'events') watch.end();
  if (watch.found.length > 0) return refused({ code: 'person-columns', columns: watch.found });
  if (tally.cells.length === 0) return refused({ code: 'no-counts', skipped: tally.skipped, looksLikeCalls });
  return done({ ...counted(reading, known, layout, tally), looksLikeCalls });
}

function counted(
  reading: SheetReading,
  headings: readonly string[],
  layout: OutcomeLayout,
  tally: OutcomeTally,
): Omit<CountedFile, 'looksLikeCalls'> {
  const { sheets, sheet } = reading;
  return {
    layout: layout.is,
    sheet: sheets.length > 1 ? sheet : undefined,
    columns: headings.flatMap((heading, column) =>
      reading.headings[column] === '' ? [] : [{ column, heading, use: useOf(layout, column) }],
    ),
    rows: tally.rows,
    cells: tally.cells,
    skipped: tally.skipped,
    unclear: [...tally.unclear].map(([column, cells]) => ({ heading: headings[column] ?? '', cells })),
    days: tally.days,
    added: tally.addedMonths,
  };
}

function useOf(layout: OutcomeLayout, column: number): UnderstoodColumn['use'] {
  if (layout.is === 'months-across') {
    if (layout.measure === column) return 'measure-names';
    return layout.months.some((month) => month.column === column) ? 'counts' : 'not-read';
  }
  if (columnsOf(layout.when).includes(column)) return 'when';
  if (layout.is === 'long') {
    if (layout.measure === column) return 'measure-names';
    return layout.count === column ? 'counts' : 'not-read';
  }
  const named = (layout.is === 'wide' ? layout.measures : layout.flags).find((one) => one.column === column);
  if (named) return named.measure;
  return layout.is === 'events' && layout.outcomes.includes(column) ? 'outcome-words' : 'not-read';
}
