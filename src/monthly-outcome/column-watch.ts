import { foldHeading } from '../columns/heading.ts';
import { type SensitiveKind, sensitiveByName } from '../columns/sensitive-column.ts';
import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import { callWords } from './call-word.ts';
import { readFlag } from './flag-cell.ts';
import {
  isAboutSomebody,
  isForeignScript,
  isOfCalls,
  isOfThings,
  type PersonTrace,
  personTrace,
  traceOfHeading,
} from './person-trace.ts';

/** A column for which a file is turned away. The heading is told, never what stands under it. */
export interface PersonColumn {
  /** 0-based. */
  readonly column: number;
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

  constructor(headings: readonly string[], known: KnownColumns) {
    this.#headings = headings;
    this.#known = known;
    for (const [column, heading] of headings.entries()) this.#columnAt(column, heading);
  }

  get found(): readonly PersonColumn[] {
    return [...this.#found]
      .map(([column, trace]) => ({ column, heading: this.#headings[column] ?? '', trace }))
      .toSorted((a, b) => a.column - b.column);
  }

  add(rows: readonly SheetRow[]): void {
    for (const { cells } of rows)
      for (let column = 0; column < cells.length; column++) {
        const cell = cells[column];
        if (cell && cell.kind !== 'blank' && cell.kind !== 'error') this.#look(column, cell);
      }
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

  #look(column: number, cell: Cell): void {
    const watched = this.#columnAt(column);
    if (this.#found.has(column)) return;
    const trace = traceOfCell(watched, cell);
    if (trace) this.#found.set(column, trace);
  }
}

/** What is known of columns before they are looked at (0-based). */
export interface KnownColumns {
  /** They hold the days of calls: a day of the past century elsewhere is a birth date. */
  readonly dates: readonly number[];
  /** They hold totals: large numbers there are no numbers of people. */
  readonly totals: readonly number[];
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

function traceOfCell(watched: Watched, cell: Cell): PersonTrace | undefined {
  const flag = readFlag(cell);
  if (flag !== 'unclear') return undefined;
  if (!watched.isOfCalls && !watched.isTotal && nineDigits.test(cell.text)) return 'ssn';
  if (cell.kind === 'number') return watched.isTotal ? undefined : traceOfNumber(watched, cell.text);
  if (cell.kind === 'date') return traceOfDate(watched, cell.date);
  if (watched.unlessFlags) return watched.unlessFlags;
  const { text } = cell;
  if (watched.seen.has(text)) return undefined;
  if (isForeignScript(text)) return 'may-be-names';
  const trace = /\p{L}/u.test(text) ? personTrace(text) : (personTrace(text) ?? traceOfDate(watched, text));
  if (trace !== undefined && trace !== 'may-be-names') return trace;
  if (!isWords(text)) return undefined;
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

function traceOfDate({ isDate }: Watched, text: string): PersonTrace | undefined {
  if (isDate) return undefined;
  return /^19\d\d-|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.]19\d\d(?!\d)/.test(text) ? 'birth-date' : undefined;
}
