import { foldHeading } from '../columns/heading.ts';
import { type SensitiveKind, sensitiveByName } from '../columns/sensitive-column.ts';
import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import { callWords } from './call-word.ts';
import { readFlag } from './flag-cell.ts';
import { isKnownHeading } from './known-heading.ts';
import { traceOfLine } from './person-line.ts';
import {
  isAboutSomebody,
  isForeignScript,
  isOfCalls,
  isOfThings,
  type PersonTrace,
  personTrace,
  traceOfHeading,
} from './person-trace.ts';
import { asRead, yearsOfDays } from './plain-cell.ts';

/** A column, or a line outside of the table, for which a file is turned away. Never what stands there is told. */
export interface PersonColumn {
  /** 0-based. */
  readonly column: number;
  /** The row of the line, as a spreadsheet shows it; missing for a column. */
  readonly row?: number;
  /** Empty where it may name somebody itself. */
  readonly heading: string;
  readonly trace: PersonTrace;
}

/** More different texts than categories have. */
const mostCategories = 200;
/** One strange word may be a place; two are a list. */
const mostStrangeWords = 1;
/** A heading about somebody over numbers larger than any count: numbers of people. */
const mostOnOneCall = 100;

const traceOfKind: Readonly<Record<SensitiveKind, PersonTrace>> = {
  ssn: 'ssn',
  'birth-date': 'birth-date',
  'home-address': 'address',
  'personal-phone': 'phone',
  'personal-email': 'email',
  salary: 'details-of-people',
  'criminal-id': 'person-number',
  'drivers-license': 'person-number',
  'bank-account': 'person-number',
  demographics: 'details-of-people',
  'emergency-contact': 'details-of-people',
  health: 'details-of-people',
};

/**
 * Looks at every cell of every column as rows pass by, keeping at most a few hundred texts of each for as long as it looks.
 * What is found once is enough: nobody reads on after that.
 */
export class ColumnWatch {
  readonly #columns: Watched[] = [];
  readonly #found = new Map<number, PersonTrace>();
  readonly #headings: readonly string[];
  readonly #known: KnownColumns;
  readonly #lines: PersonColumn[] = [];
  readonly #seenLines = new Set<string>();

  constructor(headings: readonly string[], known: KnownColumns) {
    this.#headings = headings;
    this.#known = known;
    for (const [column, heading] of headings.entries()) this.#columnAt(column, heading);
  }

  get found(): readonly PersonColumn[] {
    const columns = [...this.#found].map(([column, trace]) => {
      const heading = this.#headings[column] ?? '';
      return { column, heading: isKnownHeading(heading) ? heading : '', trace };
    });
    return [...this.#lines, ...columns.toSorted((a, b) => a.column - b.column)];
  }

  /** Looks at lines above the headings. */
  addLines(rows: readonly SheetRow[]): void {
    for (const row of rows) this.#line(row, lineOf(row));
  }

  /** One line is told: the sender looks at the others too. */
  #line({ number: row }: SheetRow, text: string): void {
    const trace = this.#lines.length === 0 ? traceOfLine(text, this.#known.year) : undefined;
    if (trace) this.#lines.push({ column: 0, row, heading: '', trace });
  }

  add(rows: readonly SheetRow[]): void {
    for (const row of rows) {
      const { cells } = row;
      const year = this.#yearOf(row);
      for (let column = 0; column < cells.length; column++) {
        const cell = cells[column];
        if (cell && cell.kind !== 'blank' && cell.kind !== 'error') this.#look(column, cell, year);
      }
    }
  }

  /** The year that the row is of, or this year. Words where a day is due make it a line under the table. */
  #yearOf(row: SheetRow): number {
    const said = this.#known.dates.map((column) => row.cells[column]?.text ?? '').join(' ');
    if (/\p{L}{2}/u.test(said) && !this.#seenLines.has(said)) {
      if (this.#seenLines.size < mostCategories) this.#seenLines.add(said);
      const text = /\bby:?\s*$/i.test(said) ? lineOf(row) : said;
      this.#line(row, text);
    }
    const [year] = /(?<!\d)20\d\d(?!\d)/.exec(said) ?? [];
    return year === undefined ? this.#known.year : Number(year);
  }

  /**
   * To be called when all rows of a list of calls have passed: one strange word among ordinary ones may be a place, but alone in a column of
   * something else it may be the name of whoever every row is about.
   */
  end(): void {
    for (const [column, { strange, seen, isOfThings }] of this.#columns.entries())
      if (!this.#found.has(column) && !isOfThings && strange > 0 && seen.size === strange)
        this.#found.set(column, 'may-be-names');
  }

  #columnAt(column: number, heading = ''): Watched {
    const known = this.#columns[column];
    if (known) return known;
    const watched = watchedColumn(heading, {
      isDate: this.#known.dates.includes(column),
      isTotal: this.#known.totals.includes(column),
    });
    this.#columns[column] = watched;
    if (watched.byName) this.#found.set(column, watched.byName);
    return watched;
  }

  #look(column: number, cell: Cell, year: number): void {
    const watched = this.#columnAt(column);
    if (this.#found.has(column)) return;
    const trace = traceOfCell(watched, cell, year);
    if (trace) this.#found.set(column, trace);
  }
}

function lineOf({ cells }: SheetRow): string {
  return cells.map(({ text }) => text).join(' ');
}

/** What is known of columns before they are looked at (0-based). */
export interface KnownColumns {
  /** They hold the days of calls: a day of the past century elsewhere is a birth date. */
  readonly dates: readonly number[];
  /** They hold totals: large numbers there are no numbers of people. */
  readonly totals: readonly number[];
  /** This year. */
  readonly year: number;
}

interface Watched {
  readonly isDate: boolean;
  readonly isTotal: boolean;
  readonly isAboutSomebody: boolean;
  readonly isOfCalls: boolean;
  readonly isOfThings: boolean;
  /** Told by the heading alone. */
  readonly byName: PersonTrace | undefined;
  /** Told by the heading if anything but yes, no or a small count stands under it. */
  readonly unlessFlags: PersonTrace | undefined;
  readonly seen: Set<string>;
  strange: number;
}

function watchedColumn(heading: string, known: Pick<Watched, 'isDate' | 'isTotal'>): Watched {
  const folded = foldHeading(heading);
  const kind = sensitiveByName(heading);
  const sure = kind === 'ssn' || kind === 'birth-date' ? traceOfKind[kind] : undefined;
  const byHeading = traceOfHeading(folded);
  const isName = personTrace(heading);
  return {
    ...known,
    isAboutSomebody: isAboutSomebody(folded),
    isOfCalls: isOfCalls(folded),
    isOfThings: isOfThings(folded),
    byName:
      sure ?? (byHeading === 'narrative' ? undefined : byHeading) ?? (isName === 'name' ? 'name' : undefined),
    unlessFlags: byHeading ?? (kind && traceOfKind[kind]) ?? (isAboutSomebody(folded) ? 'name' : undefined),
    seen: new Set(),
    strange: 0,
  };
}

function traceOfCell(watched: Watched, cell: Cell, year: number): PersonTrace | undefined {
  const flag = readFlag(cell);
  if (flag !== 'unclear') return undefined;
  const text = cell.kind === 'text' ? asRead(cell.text) : cell.text;
  if (!watched.isOfCalls && !watched.isTotal && nineDigits.test(text)) return 'ssn';
  if (cell.kind === 'number') return watched.isTotal ? undefined : traceOfNumber(watched, cell.text);
  if (cell.kind === 'date') return traceOfDate(watched, cell.date, year);
  if (watched.unlessFlags) return watched.unlessFlags;
  if (watched.seen.has(text)) return undefined;
  if (isForeignScript(text)) return 'may-be-names';
  const trace = personTrace(text) ?? traceOfDate(watched, text, year) ?? accountTrace(watched, text);
  if (trace !== undefined && trace !== 'may-be-names') return trace;
  if (trace === undefined && !isWords(text)) return undefined;
  watched.seen.add(text);
  if (watched.seen.size > mostCategories) return 'narrative';
  if (trace === 'may-be-names') watched.strange += 1;
  return watched.strange > mostStrangeWords ? 'may-be-names' : undefined;
}

/** A call number such as `24-00123`, a day or a time is no category: there may be as many as rows. */
function isWords(text: string): boolean {
  if (!/\p{L}{3}/u.test(text) || /\d{3}/.test(text)) return false;
  return !/\d/.test(text) || callWords(text).unknown.length > 0;
}

/** A Social Security number without its dashes. */
const nineDigits = /^\s*\d{9}\s*$/;

/** Under such headings a number may be how many there were. */
const countable: ReadonlySet<PersonTrace> = new Set(['name', 'narrative', 'details-of-people']);

function traceOfNumber({ isAboutSomebody, unlessFlags }: Watched, text: string): PersonTrace | undefined {
  if (/^[2-9]\d{9}$/.test(text)) return 'phone';
  if (isAboutSomebody && Number(text) > mostOnOneCall) return 'person-number';
  return unlessFlags !== undefined && !countable.has(unlessFlags) ? unlessFlags : undefined;
}

/** What else a row tells a day of, such as when a call was cleared, was not years before the call. */
const yearsBefore = 3;

function traceOfDate({ isDate, isOfCalls }: Watched, text: string, year: number): PersonTrace | undefined {
  // Calls are numbered by their days, and with digits that only look like one.
  if (isDate || !/\d/.test(text) || (isOfCalls && !/^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d/.test(text)))
    return undefined;
  return yearsOfDays(text, year).some((found) => found <= year - yearsBefore) ? 'birth-date' : undefined;
}

/** `jsmith72`: a word that is none of calls, with the digits of a year. Units and calls are numbered alike. */
function accountTrace({ isOfThings, isOfCalls }: Watched, text: string): PersonTrace | undefined {
  const [, word] = /^\s*(\p{L}{4,})[._-]?\d{2,4}\s*$/u.exec(text) ?? [];
  if (word === undefined || isOfThings || isOfCalls) return undefined;
  return callWords(word).unknown.length > 0 ? 'may-be-names' : undefined;
}
