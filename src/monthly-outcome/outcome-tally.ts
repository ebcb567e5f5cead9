import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import { isFormulaText, readFlag, readTotal } from './flag-cell.ts';
import { measureNamed } from './measure-heading.ts';
import { type Month, monthOf } from './month.ts';
import { type MonthReading, monthOfColumns, readMonth } from './month-text.ts';
import { type CountedCell, mostCounted } from './outcome-counts.ts';
import type { OutcomeLayout, WhenColumns } from './outcome-layout.ts';
import { callsMeasure, type OutcomeMeasure, outcomeMeasures } from './outcome-measure.ts';

/** Why a row, or a cell of totals, was left out. */
export type SkipReason =
  | 'no-date'
  | 'ahead'
  | 'not-a-mental-health-call'
  | 'unknown-measure'
  | 'not-a-count'
  | 'formula'
  | 'too-large';

/** How many were left out for one reason, and the first row of them as a spreadsheet shows it. */
export interface Skipped {
  readonly why: SkipReason;
  readonly times: number;
  readonly firstRow: number;
}

const blank: Cell = { kind: 'blank', text: '' };

/** Counts a file while its rows pass by. It keeps numbers by month and measure, and nothing of any row. */
export class OutcomeTally {
  readonly #layout: OutcomeLayout;
  readonly #today: CalendarDate;
  readonly #counts = new Map<Month, Map<OutcomeMeasure, number>>();
  readonly #skipped = new Map<SkipReason, Skipped>();
  readonly #unclear = new Map<number, number>();
  readonly #readings = new Map<string, MonthReading | undefined>();
  /** Totals met more than once: added up, and said so. */
  readonly #added = new Set<Month>();
  readonly #outcomes = new Map<string, readonly OutcomeMeasure[]>();
  #rows = 0;
  #firstDay: CalendarDate | undefined;
  #lastDay: CalendarDate | undefined;

  constructor(layout: OutcomeLayout, today: CalendarDate) {
    this.#layout = layout;
    this.#today = today;
  }

  get rows(): number {
    return this.#rows;
  }

  get skipped(): readonly Skipped[] {
    return [...this.#skipped.values()];
  }

  /** Cells of yes-or-no columns that were neither, by column: they count as no. */
  get unclear(): ReadonlyMap<number, number> {
    return this.#unclear;
  }

  /** The first and the last day of calls, where the file tells days. */
  get days(): { readonly first: CalendarDate; readonly last: CalendarDate } | undefined {
    return this.#firstDay && this.#lastDay ? { first: this.#firstDay, last: this.#lastDay } : undefined;
  }

  get addedMonths(): readonly Month[] {
    return [...this.#added].toSorted();
  }

  /** By month. In a list of calls a measure that was met at all was looked for in every month: the others have zero. */
  get cells(): readonly CountedCell[] {
    const seen = new Set([...this.#counts.values()].flatMap((of) => [...of.keys()]));
    const met = outcomeMeasures.map(({ measure }) => measure).filter((measure) => seen.has(measure));
    return [...this.#counts.keys()].toSorted().flatMap((month) => {
      const of = this.#counts.get(month);
      return met.flatMap((measure): CountedCell[] => {
        const count = of?.get(measure) ?? (this.#layout.is === 'events' ? 0 : undefined);
        return count === undefined || count > mostCounted ? [] : [{ month, measure, count }];
      });
    });
  }

  add(rows: readonly SheetRow[]): void {
    for (const row of rows) {
      this.#rows += 1;
      for (const why of this.#take(row)) this.#skip(why, row.number);
    }
  }

  /** Takes one row, and answers what of it was left out and why. */
  #take(row: SheetRow): readonly SkipReason[] {
    const layout = this.#layout;
    if (layout.is === 'months-across') return this.#takeAcross(row, layout);
    const reading = this.#when(row, layout.when);
    if (!reading) return ['no-date'];
    const isAhead = reading.day ? reading.day > this.#today : reading.month > monthOf(this.#today);
    if (isAhead) return ['ahead'];
    switch (layout.is) {
      case 'events':
        return this.#takeEvent(row, reading, layout);
      case 'long': {
        const measure = measureNamed(textAt(row, layout.measure));
        return measure ? this.#takeTotal(row, layout.count, reading.month, measure) : ['unknown-measure'];
      }
      case 'wide':
        return layout.measures.flatMap(({ column, measure }) =>
          this.#takeTotal(row, column, reading.month, measure),
        );
    }
  }

  #takeAcross(
    row: SheetRow,
    { measure: column, months }: OutcomeLayout & { is: 'months-across' },
  ): readonly SkipReason[] {
    const measure = measureNamed(textAt(row, column));
    if (!measure) return ['unknown-measure'];
    const begun = months.filter(({ month }) => month <= monthOf(this.#today));
    if (begun.length === 0) return ['ahead'];
    return begun.flatMap(({ column: at, month }) => this.#takeTotal(row, at, month, measure));
  }

  #takeEvent(
    row: SheetRow,
    { month, day }: MonthReading,
    { flags, outcomes }: OutcomeLayout & { is: 'events' },
  ): readonly SkipReason[] {
    const found = new Map<OutcomeMeasure, number>();
    for (const { column, measure } of flags) {
      const flag = readFlag(row.cells[column] ?? blank);
      if (flag === 'unclear') this.#unclear.set(column, (this.#unclear.get(column) ?? 0) + 1);
      found.set(measure, flag === 'unclear' ? 0 : partOfOneCall.has(measure) ? Math.min(1, flag) : flag);
    }
    if (found.get(callsMeasure) === 0) return ['not-a-mental-health-call'];
    found.set(callsMeasure, 1);
    for (const measure of outcomes.flatMap((column) => this.#measuresIn(textAt(row, column))))
      found.set(measure, Math.max(1, found.get(measure) ?? 0));
    for (const [measure, count] of found) this.#count(month, measure, count);
    if (day && (!this.#firstDay || day < this.#firstDay)) this.#firstDay = day;
    if (day && (!this.#lastDay || day > this.#lastDay)) this.#lastDay = day;
    return [];
  }

  #measuresIn(text: string): readonly OutcomeMeasure[] {
    const known = this.#outcomes.get(text);
    if (known) return known;
    const measures = text.split(/[;,/+&]|\band\b/).flatMap((part) => measureNamed(part) ?? []);
    if (this.#outcomes.size < mostRemembered) this.#outcomes.set(text, measures);
    return measures;
  }

  #takeTotal(row: SheetRow, column: number, month: Month, measure: OutcomeMeasure): readonly SkipReason[] {
    const cell = row.cells[column] ?? blank;
    if (isFormulaText(cell)) return ['formula'];
    const total = readTotal(cell, mostCounted);
    if (total === 'unclear')
      return [cell.kind === 'number' && cell.number > mostCounted ? 'too-large' : 'not-a-count'];
    if (total === undefined) return [];
    if (this.#counts.get(month)?.has(measure)) this.#added.add(month);
    this.#count(month, measure, total);
    return [];
  }

  #count(month: Month, measure: OutcomeMeasure, count: number): void {
    const of = this.#counts.get(month) ?? new Map<OutcomeMeasure, number>();
    of.set(measure, (of.get(measure) ?? 0) + count);
    this.#counts.set(month, of);
  }

  #when(row: SheetRow, when: WhenColumns): MonthReading | undefined {
    if (when.is === 'apart') {
      const month = monthOfColumns(row.cells[when.year] ?? blank, row.cells[when.month] ?? blank);
      return month && { month, day: undefined };
    }
    const cell = row.cells[when.column] ?? blank;
    const day = cell.text.split(/[ T]/, 1)[0] ?? '';
    const key = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(day) ? day : cell.text;
    if (this.#readings.has(key)) return this.#readings.get(key);
    const reading = readMonth(cell, this.#today);
    if (this.#readings.size < mostRemembered) this.#readings.set(key, reading);
    return reading;
  }

  #skip(why: SkipReason, row: number): void {
    const known = this.#skipped.get(why);
    this.#skipped.set(why, { why, times: (known?.times ?? 0) + 1, firstRow: known?.firstRow ?? row });
  }
}

/** A call has these or has not, whatever number stands in its row. */
const partOfOneCall: ReadonlySet<OutcomeMeasure> = new Set([
  callsMeasure,
  'trained-officer',
  'provider-present',
  'repeat-encounters',
]);

/** Days and outcomes repeat: what was read once is not read again. */
const mostRemembered = 5_000;

function textAt(row: SheetRow, column: number): string {
  return (row.cells[column] ?? blank).text;
}
