import type { CalendarDate } from '../calendar/calendar-date.ts';
import { foldHeading } from '../columns/heading.ts';
import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import { isFormulaText, readFlag, readTotal } from './flag-cell.ts';
import { measureNamed } from './measure-heading.ts';
import type { Month } from './month.ts';
import { monthInText, readMonth } from './month-text.ts';
import { mostCounted } from './outcome-counts.ts';
import type { OutcomeMeasure } from './outcome-measure.ts';

/** Where a file says when: one column, or the year and the month apart. */
export type WhenColumns =
  | { readonly is: 'one'; readonly column: number }
  | { readonly is: 'apart'; readonly year: number; readonly month: number };

export interface MeasureColumn {
  readonly column: number;
  readonly measure: OutcomeMeasure;
  /** Named for it, though most of its cells are no totals: each is told as left out. */
  readonly isDoubtful?: true;
}

/** How a file is laid out, as far as counting goes. Columns are 0-based. */
export type OutcomeLayout =
  /** A row for each month, a column for each measure. */
  | { readonly is: 'wide'; readonly when: WhenColumns; readonly measures: readonly MeasureColumn[] }
  /** A row for each month and measure. */
  | { readonly is: 'long'; readonly when: WhenColumns; readonly measure: number; readonly count: number }
  /** A row for each measure, a column for each month. */
  | {
      readonly is: 'months-across';
      readonly measure: number;
      readonly months: readonly { column: number; month: Month }[];
    }
  /** A row for each call. Columns of outcomes hold words such as “Arrest”. */
  | {
      readonly is: 'events';
      readonly when: WhenColumns;
      readonly flags: readonly MeasureColumn[];
      readonly outcomes: readonly number[];
    };

/** What the sender says the file is; `unsaid` leaves it to us. */
export type FileIs = 'totals' | 'events' | 'unsaid';

interface Sampled {
  readonly column: number;
  readonly heading: string;
  readonly cells: readonly Cell[];
}

/** The layout that headings and the first rows show; undefined when nothing in the file says when. */
export function layoutOf(
  headings: readonly string[],
  sample: readonly SheetRow[],
  today: CalendarDate,
  says: FileIs,
): OutcomeLayout | undefined {
  const columns = headings.map((heading, column) => ({
    column,
    heading: foldHeading(heading),
    cells: sample.map(({ cells }) => cells[column] ?? blank).filter(({ kind }) => kind !== 'blank'),
  }));
  const across = monthsAcross(headings, columns);
  if (across && says !== 'events') return across;
  const when = whenColumns(columns, today);
  if (!when) return undefined;
  const others = columns.filter(({ column }) => !columnsOf(when).includes(column));
  const long = says === 'events' ? undefined : longLayout(when, others);
  if (long) return long;
  const isEvents = says === 'events' || (says === 'unsaid' && namesDays(when, columns, today));
  if (!isEvents) return { is: 'wide', when, measures: totalColumns(others) };
  return {
    is: 'events',
    when,
    flags: measureColumns(others, (cells) => isMostly(cells, isFlag)),
    outcomes: outcomeColumns(others),
  };
}

/** A row for each call, with something told of it: days alone may as well be days of totals. */
export function isListOfCalls(layout: OutcomeLayout | undefined): boolean {
  return layout?.is === 'events' && layout.flags.length + layout.outcomes.length > 0;
}

export function columnsOf(when: WhenColumns): readonly number[] {
  return when.is === 'one' ? [when.column] : [when.year, when.month];
}

/** The columns (0-based) that hold when, and those that hold totals. */
export function knownColumns(layout: OutcomeLayout | undefined, today: CalendarDate) {
  const year = Number(today.slice(0, 4));
  if (!layout) return { dates: [], totals: [], year };
  switch (layout.is) {
    case 'months-across':
      return { dates: [], totals: layout.months.map(({ column }) => column), year };
    case 'long':
      return { dates: columnsOf(layout.when), totals: [layout.count], year };
    case 'wide':
      return {
        dates: columnsOf(layout.when),
        totals: layout.measures.flatMap((one) => (one.isDoubtful ? [] : [one.column])),
        year,
      };
    case 'events':
      return { dates: columnsOf(layout.when), totals: [], year };
  }
}

/** Whether a text is one of the headings that this import knows: helps to find the row of headings. */
export function isOutcomeHeading(heading: string): boolean {
  return (
    dateHeading.test(foldHeading(heading)) ||
    measureNamed(heading) !== undefined ||
    monthInText(heading) !== undefined
  );
}

const blank: Cell = { kind: 'blank', text: '' };
const dateHeading =
  /^(month|months|period|date|day|year month|reporting (month|period)|(call|event|incident|contact|encounter|occurred|occurrence|reported|response|dispatch|start|created?) ?(date|day|time|date time|datetime|on|at)?|date (of )?(call|event|incident|contact|encounter|occurred|reported|time)|datetime|date time)$/;
const outcomeHeading =
  /\b(disposition|dispositions|outcome|outcomes|result|results|resolution|action taken|actions taken|cleared as)\b/;
const measureHeading = /^(measure|measures|metric|outcome|outcomes|indicator|category|what|item)$/;
const countHeading = /^(count|counts|total|totals|value|number|n|amount|how many)$/;

function whenColumns(columns: readonly Sampled[], today: CalendarDate): WhenColumns | undefined {
  const year = columns.find(({ heading }) => /^(year|calendar year)$/.test(heading));
  const month = columns.find(({ heading }) => /^(month|month name|month number|mo)$/.test(heading));
  if (year && month && !month.cells.some((cell) => readMonth(cell, today)))
    return { is: 'apart', year: year.column, month: month.column };
  const isRead = (cell: Cell) => readMonth(cell, today) !== undefined;
  const named = columns.find(({ heading, cells }) => dateHeading.test(heading) && isHalf(cells, isRead));
  const readable = columns.filter(({ cells }) => isMostly(cells, isRead));
  const only = named ?? readable.find(({ heading }) => /\b(date|month|day)\b/.test(heading)) ?? readable[0];
  return only && { is: 'one', column: only.column };
}

/** Two days of the same month, or a day that is not a month's first: months are told as days, but only by their first. */
function namesDays(when: WhenColumns, columns: readonly Sampled[], today: CalendarDate): boolean {
  if (when.is === 'apart') return false;
  const days = columns[when.column]?.cells.flatMap((cell) => readMonth(cell, today)?.day ?? []) ?? [];
  const isLastOfMonth = (day: CalendarDate) => Number(day.slice(8)) >= 28;
  return (
    days.some((day) => !day.endsWith('-01') && !isLastOfMonth(day)) ||
    new Set(days.map((day) => day.slice(0, 7))).size < days.length
  );
}

function monthsAcross(headings: readonly string[], columns: readonly Sampled[]): OutcomeLayout | undefined {
  const months = headings.flatMap((heading, column) => {
    const month = monthInText(heading);
    return month ? [{ column, month }] : [];
  });
  const measure = columns.find(({ cells }) => cells.some(({ text }) => measureNamed(text) !== undefined));
  return months.length > 0 && measure ? { is: 'months-across', measure: measure.column, months } : undefined;
}

function longLayout(when: WhenColumns, columns: readonly Sampled[]): OutcomeLayout | undefined {
  const measure = columns.find(
    ({ heading, cells }) =>
      measureHeading.test(heading) &&
      isMostly(cells, ({ kind, text }) => kind === 'text' && measureNamed(text) !== undefined),
  );
  const counts = columns.filter(({ heading }) => countHeading.test(heading));
  const count = counts.find(({ cells }) => isMostly(cells, isTotal)) ?? counts[0];
  return measure && count && { is: 'long', when, measure: measure.column, count: count.column };
}

/** Each measure has one column: the first that is named for it and holds what it must. */
function measureColumns(
  columns: readonly Sampled[],
  holds: (cells: readonly Cell[]) => boolean,
): readonly MeasureColumn[] {
  const taken = new Set<OutcomeMeasure>();
  return columns.flatMap(({ column, heading, cells }) => {
    const measure = measureNamed(heading);
    if (!measure || taken.has(measure) || (cells.length > 0 && !holds(cells))) return [];
    taken.add(measure);
    return [{ column, measure }];
  });
}

/** Columns of totals, and for a measure that has none, the column that is named for it. */
function totalColumns(columns: readonly Sampled[]): readonly MeasureColumn[] {
  const sure = measureColumns(columns, (cells) => isHalf(cells, isTotal));
  const named = measureColumns(columns, () => true).filter(
    ({ measure }) => !sure.some((one) => one.measure === measure),
  );
  return [...sure, ...named.map((one) => ({ ...one, isDoubtful: true as const }))].toSorted(
    (a, b) => a.column - b.column,
  );
}

function outcomeColumns(columns: readonly Sampled[]): readonly number[] {
  return columns
    .filter(
      ({ heading, cells }) => outcomeHeading.test(heading) && cells.some(({ text }) => measureNamed(text)),
    )
    .map(({ column }) => column);
}

function isFlag(cell: Cell): boolean {
  return readFlag(cell) !== 'unclear';
}

function isTotal(cell: Cell): boolean {
  return readTotal(cell, mostCounted) !== 'unclear' || isFormulaText(cell);
}

/** Four in five: a slip doesn't change what a column is. */
function isMostly(cells: readonly Cell[], passes: (cell: Cell) => boolean): boolean {
  return cells.length > 0 && cells.filter(passes).length * 5 >= cells.length * 4;
}

/** Enough where the heading says it: short tables have a footer and gaps. */
function isHalf(cells: readonly Cell[], passes: (cell: Cell) => boolean): boolean {
  return cells.length > 0 && cells.filter(passes).length * 2 >= cells.length;
}
