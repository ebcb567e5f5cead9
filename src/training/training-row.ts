import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { ColumnMapping } from '../columns/column-proposal.ts';
import { mappedCell, mappedText } from '../columns/mapped-cell.ts';
import type { DoubtfulDates } from '../file-import/taken-dates.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { type NameOrder, nameOrder } from '../person-name/name-order.ts';
import { filedName, type PersonName } from '../person-name/person-name.ts';
import { type NonPersonRow, nonPersonRow } from '../roster/non-person-row.ts';
import { tidyStaffNumber } from '../roster/staff-number.ts';
import type { SheetRow } from '../spreadsheet/sheet.ts';
import { type NameRefusal, nameInRow } from './name-in-row.ts';
import { aheadFact, notesOn } from './recorded-ahead.ts';
import {
  type DateContext,
  type DateField,
  type DateNote,
  dateOrders,
  readTrainingDay,
} from './training-dates.ts';
import type { TrainingField } from './training-headings.ts';
import type { TrainingRecord } from './training-record.ts';

/** What holds for every row of a file whose own cells don't say it: given once by the person who imports it. */
export interface WholeFileFacts {
  readonly title?: string | undefined;
  readonly code?: string | undefined;
  readonly hours?: number | undefined;
  readonly provider?: string | undefined;
  readonly result?: string | undefined;
  readonly completedOn?: CalendarDate | undefined;
}

export interface TrainingRowContext extends DateContext {
  readonly wholeFile?: WholeFileFacts | undefined;
  /** What was said about dates that can't be read, and whom to tell of them. */
  readonly dates?: DoubtfulDates | undefined;
  /** How the column of full names writes those without a comma. */
  readonly nameOrder?: NameOrder | undefined;
  /** Full names read so far: most people have several records. */
  readonly namesRead?: Map<string, PersonName | NameRefusal> | undefined;
}

/** How a file's columns write names and days, told from its first rows: for the context of its rows. */
export function trainingHabits(
  sample: readonly SheetRow[],
  mapping: ColumnMapping<TrainingField>,
): Pick<TrainingRowContext, 'nameOrder' | 'dateOrders' | 'namesRead'> {
  return {
    nameOrder:
      mapping.fullName === undefined
        ? undefined
        : nameOrder(sample.map((row) => mappedText(row, mapping, 'fullName'))),
    dateOrders: dateOrders(sample, mapping),
    namesRead: new Map(),
  };
}

/** As many as the largest agencies have people; more would only hold memory. */
const mostNames = 50_000;

/** A name from one column is read once, however many records its person has. */
function nameOf(
  text: (field: TrainingField) => string,
  mapping: ColumnMapping<TrainingField>,
  { nameOrder: order, namesRead }: TrainingRowContext,
): PersonName | NameRefusal {
  const isSplit = mapping.familyName !== undefined || mapping.givenName !== undefined;
  if (!namesRead || isSplit) return nameInRow(text, order);
  const full = text('fullName');
  const known = namesRead.get(full);
  if (known) return known;
  if (namesRead.size >= mostNames) namesRead.clear();
  const name = nameInRow(text, order);
  namesRead.set(full, name);
  return name;
}

/** One row of a training export, read. */
export interface TrainingRow {
  /** As the spreadsheet shows it, 1-based. */
  readonly row: number;
  readonly name: PersonName;
  /** '' when the row gives none. */
  readonly employeeNumber: string;
  readonly record: TrainingRecord;
  readonly notes: readonly RowNote[];
}

/** A cell that couldn't be used as it stands: the record is kept, and someone can correct it. */
export type RowNote =
  | DateNote
  | { readonly code: 'hours-unreadable'; readonly text: string }
  /** The completion lay ahead when the record was written down: see `isRecordedAhead`. */
  | { readonly code: 'completed-ahead'; readonly completedOn: CalendarDate };

export interface RowRefusal {
  readonly code: NonPersonRow | 'nameless' | 'redacted' | 'vacant-position' | 'course-missing';
  readonly row: number;
}

/** Reads one row of a training export. Totals, footers and rows without a person or a course are refused. */
export function interpretTrainingRow(
  row: SheetRow,
  mapping: ColumnMapping<TrainingField>,
  context: TrainingRowContext,
): Outcome<TrainingRow, RowRefusal> {
  const { wholeFile = {} } = context;
  const text = (field: TrainingField) => mappedText(row, mapping, field);
  const nonPerson = nonPersonRow(row, mapping);
  if (nonPerson && !isDatedCourse(row, mapping, context))
    return refused({ code: nonPerson, row: row.number });
  if (isLabelledLine(row)) return refused({ code: 'footer', row: row.number });
  const name = nameOf(text, mapping, context);
  if (typeof name === 'string') return refused({ code: name, row: row.number });
  const title = text('courseTitle') || wholeFile.title || '';
  const code = text('courseCode') || wholeFile.code || '';
  if (title === '' && code === '') return refused({ code: 'course-missing', row: row.number });
  const notes: RowNote[] = [];
  const dateOf = (field: DateField) =>
    readDay(row, mapping, field, context, notes, { name, about: title || code });
  const record: TrainingRecord = {
    title,
    code,
    hours: readHours(row, mapping, notes) ?? wholeFile.hours,
    provider: text('provider') || wholeFile.provider || '',
    result: text('result') || wholeFile.result || '',
    startedOn: dateOf('startedOn'),
    completedOn: dateOf('completedOn') ?? wholeFile.completedOn,
    expiresOn: dateOf('expiresOn'),
  };
  const told = notesOn(context.today, record, notes);
  return done({
    row: row.number,
    name,
    employeeNumber: tidyStaffNumber(text('employeeNumber')),
    record: { ...record, ...aheadFact(told) },
    notes: told,
  });
}

/** “Instructor: R. Doe”: a line of the printed sheet, in one cell, or with what it names in the next. */
function isLabelledLine({ cells }: SheetRow): boolean {
  const [label, ...more] = cells.filter(({ kind }) => kind !== 'blank').map(({ text }) => text.trim());
  if (label === undefined || more.length > 1) return false;
  return /^\p{L}[\p{L} .'’/-]{1,40}:/u.test(label) && (more.length === 0 || label.endsWith(':'));
}

/** A row with a course and a day is a record, even when its first cell reads like a footer: “Report Writing”. */
function isDatedCourse(row: SheetRow, mapping: ColumnMapping<TrainingField>, context: DateContext): boolean {
  if (mappedText(row, mapping, 'courseTitle') === '') return false;
  const cell = mappedCell(row, mapping, 'completedOn');
  return cell.kind !== 'blank' && readTrainingDay(cell, 'completedOn', context).date !== undefined;
}

/** `40`, `40.0`, `7,5`, `40 hrs`, `40:00`; anything else that isn't blank is noted. */
function readHours(
  row: SheetRow,
  mapping: ColumnMapping<TrainingField>,
  notes: RowNote[],
): number | undefined {
  const text = mappedText(row, mapping, 'hours');
  if (saysNothing(text)) return undefined;
  const clock = /^(\d{1,3}):(\d{2})(?::\d{2})?$/.exec(text);
  if (clock) return Number(clock[1]) + Number(clock[2]) / 60;
  const plain = /^(\d{1,4}(?:[.,]\d+)?) ?(?:h|hrs?|hours?|credits?|credit hours?)?\.?$/i.exec(text)?.[1];
  if (plain !== undefined) return Number(plain.replace(',', '.'));
  notes.push({ code: 'hours-unreadable', text });
  return undefined;
}

function readDay(
  row: SheetRow,
  mapping: ColumnMapping<TrainingField>,
  field: DateField,
  context: TrainingRowContext,
  notes: RowNote[],
  { name, about }: { readonly name: PersonName; readonly about: string },
): CalendarDate | undefined {
  const cell = mappedCell(row, mapping, field);
  if (cell.kind === 'blank') return undefined;
  const { date, note } = readTrainingDay(cell, field, context);
  if (!note) return date;
  const { dates } = context;
  if (note.code !== 'date-unreadable' || !dates) {
    notes.push(note);
    return date;
  }
  const { text, proposal } = note;
  const number = tidyStaffNumber(mappedText(row, mapping, 'employeeNumber'));
  const said = dates.dayFor({
    row: row.number,
    field,
    person: filedName(name),
    number,
    about,
    text,
    proposal,
  });
  notes.push(said ? { code: 'date-taken', field, text, date: said } : note);
  return said;
}

function saysNothing(text: string): boolean {
  return (
    /^[\s0/.:-]*$/.test(text) || /^(n\/?a|none|null|unknown|unk|tbd|not applicable|pending)$/i.test(text)
  );
}
