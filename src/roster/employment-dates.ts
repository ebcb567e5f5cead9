import { addMonths, type CalendarDate, parseCalendarDate } from '../calendar/calendar-date.ts';
import type { ColumnMapping } from '../columns/column-proposal.ts';
import { type DateAnswer, readDateCell } from '../columns/date-answer.ts';
import type { DateBounds } from '../columns/date-bounds.ts';
import { type DateOrder, dateOrderOf } from '../columns/date-order.ts';
import { mappedCell, mappedText } from '../columns/mapped-cell.ts';
import type { DoubtfulDate, DoubtfulDates } from '../file-import/taken-dates.ts';
import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import { readEmploymentStatus } from './employment-status.ts';
import type { RosterField } from './roster-columns.ts';

const dateFields = ['hiredOn', 'rehiredOn', 'separatedOn'] as const;

type DateField = (typeof dateFields)[number];

/** What somebody should look at; the row was kept. */
export type DateNote =
  /** Left out. `proposal` is the day the text evidently means, where one is evident. */
  | {
      readonly code: 'date-unreadable';
      readonly field: DateField;
      readonly text: string;
      readonly proposal?: CalendarDate;
    }
  /** Left as it is written in the file, and taken for `date` once somebody had agreed. */
  | {
      readonly code: 'date-taken';
      readonly field: DateField;
      readonly text: string;
      readonly date: CalendarDate;
    }
  /** Taken for `date`, though the century, the order or a bare day number allows another reading. */
  | {
      readonly code: 'date-guessed';
      readonly field: DateField;
      readonly text: string;
      readonly date: CalendarDate;
    }
  | { readonly code: 'hired-far-in-future'; readonly date: CalendarDate }
  | { readonly code: 'separated-before-hired'; readonly date: CalendarDate };

/** Whether days or months come first in each of a roster's columns of dates; months where nothing is said. */
export type DateOrders = Readonly<Partial<Record<DateField, DateOrder>>>;

export interface DateContext {
  readonly today: CalendarDate;
  readonly dateOrders?: DateOrders | undefined;
  /** What was said about dates that can't be read, and whom to tell of them; nothing without it. */
  readonly dates?: DoubtfulDates | undefined;
}

export interface EmploymentDates {
  readonly hiredOn: CalendarDate | undefined;
  /** Absent too for somebody who was hired again afterwards. */
  readonly separatedOn: CalendarDate | undefined;
  readonly notes: readonly DateNote[];
}

/** How each column writes its days, told from the first rows of a roster. */
export function dateOrders(sample: readonly SheetRow[], mapping: ColumnMapping<RosterField>): DateOrders {
  const told = dateFields.map((field) => [
    field,
    dateOrderOf(sample.map((row) => mappedCell(row, mapping, field))),
  ]);
  return Object.fromEntries(told.filter(([, order]) => order !== undefined));
}

/** When a row's person came and left. Fill-in dates such as 1/1/1950 say nothing, unreadable ones are noted. */
export function readEmploymentDates(
  row: SheetRow,
  mapping: ColumnMapping<RosterField>,
  context: DateContext,
  whose: () => Pick<DoubtfulDate, 'person' | 'number'>,
): EmploymentDates {
  const notes: DateNote[] = [];
  const dayOf = (field: DateField) => {
    const cell = mappedCell(row, mapping, field);
    const told: DateNote[] = [];
    const day = readDay(cell, field, context, told);
    if (told.length === 0) return day;
    const said = saidDay(told, { ...whose(), row: row.number, field, text: cell.text.trim() }, context);
    notes.push(...(said ? [said] : told));
    return said?.date ?? day;
  };
  const [hired, rehired, leaving] = [dayOf('hiredOn'), dayOf('rehiredOn'), dayOf('separatedOn')];
  const separated = leaving ?? dayInStatus(mappedText(row, mapping, 'employmentStatus'), context, notes);
  const hasReturned = rehired !== undefined && separated !== undefined && rehired > separated;
  const hiredOn = hired ?? rehired;
  const separatedOn = hasReturned ? undefined : separated;
  if (hiredOn && separatedOn && separatedOn < hiredOn)
    notes.push({ code: 'separated-before-hired', date: separatedOn });
  return { hiredOn, separatedOn, notes };
}

/** What somebody said in place of a date that can't be read, or that lies too far ahead. */
function saidDay(
  told: readonly DateNote[],
  date: Pick<DoubtfulDate, 'person' | 'number' | 'row' | 'text'> & { readonly field: DateField },
  { dates }: DateContext,
): Extract<DateNote, { readonly code: 'date-taken' }> | undefined {
  const note = told.find(({ code }) => code === 'date-unreadable' || code === 'hired-far-in-future');
  if (!note) return undefined;
  const proposal = note.code === 'date-unreadable' ? note.proposal : undefined;
  const day = dates?.dayFor({ ...date, about: '', proposal });
  return day && { code: 'date-taken', field: date.field, text: date.text, date: day };
}

/** Where a day may begin in a text: at a number or a month. */
const dayBegins = /\b(?:\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d)/i;

/** The day in a status such as `Retired 06/30/25`; undefined where the status says nobody left, or not when. */
function dayInStatus(text: string, context: DateContext, notes: DateNote[]): CalendarDate | undefined {
  const start = text.search(dayBegins);
  if (start < 0 || readEmploymentStatus(text) !== 'separated') return undefined;
  const day = text.slice(start).replace(/[\s).,;\]]+$/, '');
  const told: DateNote[] = [];
  const date = readDay({ kind: 'text', text: day }, 'separatedOn', context, told);
  // A number that is no day leaves the status as it stands: it isn't a date that somebody has to correct.
  if (date !== undefined) notes.push(...told);
  return date;
}

/** Hires are entered up to a year ahead, retirements filed years ahead: `1/4/29` may lie ahead. In months. */
const hiresAhead = 12;
const retirementsAhead = 60;
const lastDay = '2998-12-31' as CalendarDate;

function readDay(
  cell: Cell,
  field: DateField,
  { today, dateOrders: orders }: DateContext,
  notes: DateNote[],
): CalendarDate | undefined {
  if (cell.kind === 'blank') return undefined;
  const bounds = { today, order: orders?.[field] };
  const answer = readMeantDay(asDate(cell), field, bounds);
  if (answer.kind === 'date') return answer.date;
  if (answer.kind === 'missing') return undefined;
  const { text, why, proposal } = answer;
  if (why === 'too-late') return farAhead(cell, field, bounds, notes);
  if (proposal !== undefined && (why === 'century' || why === 'day-number' || why === 'either-order')) {
    notes.push({ code: 'date-guessed', field, text, date: proposal });
    return proposal;
  }
  notes.push({ code: 'date-unreadable', field, text, ...(proposal !== undefined && { proposal }) });
  return undefined;
}

/** A retirement may be filed decades ahead; a hire so far ahead is a year that some program put into the wrong century. */
function farAhead(
  cell: Cell,
  field: DateField,
  bounds: DateBounds,
  notes: DateNote[],
): CalendarDate | undefined {
  const answer = readDateCell(asDate(cell), { ...bounds, latest: lastDay });
  if (answer.kind !== 'date') return undefined;
  if (field === 'separatedOn') return answer.date;
  notes.push({ code: 'hired-far-in-future', date: answer.date });
  return undefined;
}

/** Nearly every hire lies behind; only a year written in full may put one ahead, two digits never do. */
function readMeantDay(cell: Cell, field: DateField, bounds: DateBounds): DateAnswer {
  if (field === 'separatedOn')
    return readDateCell(cell, { ...bounds, latest: addMonths(bounds.today, retirementsAhead) });
  const answer = readDateCell(cell, bounds);
  if (answer.kind !== 'doubtful' || (cell.kind !== 'date' && !/\d{4}/.test(cell.text))) return answer;
  return readDateCell(cell, { ...bounds, latest: addMonths(bounds.today, hiresAhead) });
}

/** A date as databases write it needs no reading. */
function asDate(cell: Cell): Cell {
  const date = cell.kind === 'text' ? parseCalendarDate(cell.text) : undefined;
  return date === undefined ? cell : { kind: 'date', text: cell.text, date };
}
