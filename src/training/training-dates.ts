import { addMonths, type CalendarDate, parseCalendarDate } from '../calendar/calendar-date.ts';
import type { ColumnMapping } from '../columns/column-proposal.ts';
import { type DateDoubt, readDateCell } from '../columns/date-answer.ts';
import { type DateOrder, dateOrderOf } from '../columns/date-order.ts';
import { mappedCell } from '../columns/mapped-cell.ts';
import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import type { TrainingField } from './training-headings.ts';

const dateFields = ['startedOn', 'completedOn', 'expiresOn'] as const;

export type DateField = (typeof dateFields)[number];

/** What somebody should look at; the record was kept. */
export type DateNote =
  /** Left out. `proposal` is the day the text evidently means, where one is evident. */
  | {
      readonly code: 'date-unreadable';
      readonly field: DateField;
      readonly text: string;
      readonly why: DateDoubt;
      readonly proposal?: CalendarDate;
    }
  /** Left as it is written in the file, and taken for `date` once somebody had agreed. */
  | {
      readonly code: 'date-taken';
      readonly field: DateField;
      readonly text: string;
      readonly date: CalendarDate;
    }
  /** Taken for `date`: the number a spreadsheet keeps for that day. */
  | {
      readonly code: 'date-guessed';
      readonly field: DateField;
      readonly text: string;
      readonly date: CalendarDate;
    };

/** Whether days or months come first in each column of dates; months where nothing is said. */
export type DateOrders = Readonly<Partial<Record<DateField, DateOrder>>>;

export interface DateContext {
  readonly today: CalendarDate;
  readonly dateOrders?: DateOrders | undefined;
}

/** How each column writes its days, told from the first rows of a file. */
export function dateOrders(sample: readonly SheetRow[], mapping: ColumnMapping<TrainingField>): DateOrders {
  const told = dateFields
    .filter((field) => mapping[field] !== undefined)
    .map((field) => [field, dateOrderOf(sample.map((row) => mappedCell(row, mapping, field)))]);
  return Object.fromEntries(told.filter(([, order]) => order !== undefined));
}

/** No course that counts is older, so an earlier date is a two-digit year read wrongly or a slip of the keyboard. */
const earliest = '1960-01-01' as CalendarDate;
/** Classes are entered ahead, certificates end years ahead. In months. */
const classesAhead = 24;
const endsAhead = 240;

/** The day in a cell, and a note where it can't be taken as it stands. Fill-in dates such as 1/1/1950 say nothing. */
export function readTrainingDay(
  cell: Cell,
  field: DateField,
  context: DateContext,
): { readonly date?: CalendarDate; readonly note?: DateNote } {
  const plain = plainDate(cell);
  if (plain !== undefined && plain >= earliest && plain <= context.today && plain !== '1970-01-01')
    return { date: plain };
  const { today, dateOrders: orders } = context;
  const latest = latestMeant(cell, field, today);
  const meant = plain === undefined ? cell : ({ kind: 'date', text: cell.text, date: plain } as const);
  const answer = readDateCell(meant, { today, earliest, latest, order: orders?.[field] });
  if (answer.kind === 'date') return { date: answer.date };
  if (answer.kind === 'missing') return {};
  const { text, why, proposal } = answer;
  if (why === 'day-number' && proposal !== undefined)
    return { date: proposal, note: { code: 'date-guessed', field, text, date: proposal } };
  const proposed = proposal !== undefined && { proposal };
  return { note: { code: 'date-unreadable', field, text, why, ...proposed } };
}

/** Two digits of a year lie ahead for an end of validity alone; a class entered ahead has its year in full. */
function latestMeant(cell: Cell, field: DateField, today: CalendarDate): CalendarDate {
  if (field === 'expiresOn') return addMonths(today, endsAhead);
  return cell.kind === 'date' || /\d{4}/.test(cell.text) ? addMonths(today, classesAhead) : today;
}

const isoShape = /^\d{4}-\d{2}-\d{2}$/;

/** A date as spreadsheets and databases write it needs no reading. */
function plainDate(cell: Cell): CalendarDate | undefined {
  if (cell.kind === 'date') return cell.date;
  return cell.kind === 'text' && isoShape.test(cell.text) ? parseCalendarDate(cell.text) : undefined;
}
