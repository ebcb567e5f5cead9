import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { ColumnMapping } from '../columns/column-proposal.ts';
import { mappedText } from '../columns/mapped-cell.ts';
import { saysNothing } from '../columns/says-nothing.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { foldWords } from '../person-name/name-folding.ts';
import { isSameSpelling } from '../person-name/name-likeness.ts';
import { type NameOrder, nameOrder } from '../person-name/name-order.ts';
import {
  filedName,
  type NameAbsence,
  nameAbsence,
  type PersonName,
  parseFullName,
  personName,
} from '../person-name/person-name.ts';
import { nameAsWritten } from '../person-name/written-name.ts';
import { withoutInvisibleSigns } from '../spreadsheet/invisible-signs.ts';
import type { SheetRow } from '../spreadsheet/sheet.ts';
import { civilianTitle } from './civilian-title.ts';
import { type DateContext, type DateNote, dateOrders, readEmploymentDates } from './employment-dates.ts';
import { type EmploymentStatus, readEmploymentStatus } from './employment-status.ts';
import { isFreeText } from './free-text-fields.ts';
import { type NonPersonRow, nonPersonRow } from './non-person-row.ts';
import { readRank } from './rank.ts';
import type { RosterField } from './roster-columns.ts';
import { isKindUnreadable, type KindContext, type KindDecision, staffKind } from './staff-kind.ts';
import { tidyStaffNumber } from './staff-number.ts';
import { titleWords } from './title-words.ts';

export interface RosterContext extends KindContext, DateContext {
  /** How the column of full names writes those without a comma. */
  readonly nameOrder?: NameOrder | undefined;
  /** Whether the column of statuses holds some: if not one can be read, it is a column of something else. */
  readonly knowsStatuses?: boolean | undefined;
}

/** How a roster's columns write names and days, told from its first rows: for the context of its rows. */
export function columnHabits(
  sample: readonly SheetRow[],
  mapping: ColumnMapping<RosterField>,
): Pick<RosterContext, 'nameOrder' | 'dateOrders' | 'knowsStatuses'> {
  return {
    nameOrder:
      mapping.fullName === undefined
        ? undefined
        : nameOrder(sample.map((row) => mappedText(row, mapping, 'fullName'))),
    dateOrders: dateOrders(sample, mapping),
    knowsStatuses: sample.some(
      (row) => readEmploymentStatus(mappedText(row, mapping, 'employmentStatus')) !== undefined,
    ),
  };
}

/** One row of a roster, read. Texts the file doesn't give are ''. */
export interface RosterRow {
  /** As the spreadsheet shows it, 1-based. */
  readonly row: number;
  readonly name: PersonName;
  /** The name as written, where `name` doesn't give back all of it (see `nameAsWritten`). */
  readonly nameWritten: string;
  readonly employeeNumber: string;
  readonly badge: string;
  readonly kind: KindDecision;
  /** Normalized, and as written. */
  readonly rank: string;
  readonly title: string;
  readonly unit: string;
  readonly shift: string;
  /** Lower case. */
  readonly email: string;
  readonly hiredOn: CalendarDate | undefined;
  readonly separatedOn: CalendarDate | undefined;
  readonly status: EmploymentStatus | undefined;
  readonly notes: readonly RowNote[];
}

/** What somebody should look at; the row was kept. */
export type RowNote =
  | DateNote
  /** The column that says who is sworn couldn't be read; category, rank, title or the file's default decided. */
  | { readonly code: 'kind-unreadable'; readonly text: string }
  /** Whether the person has left couldn't be read; the dates decide. */
  | { readonly code: 'status-unreadable'; readonly text: string };

export type RowRefusal =
  | { readonly code: NonPersonRow; readonly row: number }
  | { readonly code: 'nameless' | 'redacted' | 'vacant-position'; readonly row: number };

const absences: Readonly<Record<NameAbsence, 'nameless' | 'redacted' | 'vacant-position'>> = {
  blank: 'nameless',
  redacted: 'redacted',
  vacant: 'vacant-position',
};

/** Reads one row of a roster. Totals, footers, repeated headings and rows that name nobody are refused. */
export function interpretRosterRow(
  row: SheetRow,
  mapping: ColumnMapping<RosterField>,
  context: RosterContext,
): Outcome<RosterRow, RowRefusal> {
  const nonPerson = nonPersonRow(row, mapping);
  if (nonPerson) return refused({ code: nonPerson, row: row.number });
  const text = (field: RosterField) => {
    const written = mappedText(row, mapping, field);
    return isFreeText(field) && saysNothing(written) ? '' : written;
  };
  const name = nameOf(text, context.nameOrder);
  if (!name) return refused({ code: absences[absenceOf(text)], row: row.number });
  const rank = text('rank') || text('jobTitle') || titleBeside(name, text('fullName')) || text('rankWritten');
  const kind = kindOf(rank, text, context);
  const status = statusOf(text);
  const employeeNumber = tidyStaffNumber(text('employeeNumber'));
  const { notes, ...dates } = readEmploymentDates(row, mapping, context, () => ({
    person: filedName(name),
    number: employeeNumber,
  }));
  return done({
    row: row.number,
    name,
    nameWritten: nameWrittenBeside(name, text, context.nameOrder),
    employeeNumber,
    badge: tidyStaffNumber(text('badge')),
    kind,
    rank: readRank(rank).shown,
    title: originalRank(rank, text('rankWritten')),
    unit: text('unit'),
    shift: text('shift'),
    email: emailOf(text('email')),
    status,
    ...dates,
    notes: withTextNotes(notes, { kind, status }, text, context),
  });
}

/** Adds what words couldn't be read. Who stays undecided carries the text as the doubt. */
function withTextNotes(
  notes: readonly DateNote[],
  { kind, status }: Pick<RosterRow, 'kind' | 'status'>,
  text: (field: RosterField) => string,
  { knowsStatuses = true }: RosterContext,
): readonly RowNote[] {
  const [sworn, employed] = [text('kind'), text('employmentStatus')];
  const isKindDoubtful = kind.kind !== 'undecided' && isKindUnreadable(sworn);
  const isStatusDoubtful = knowsStatuses && status === undefined && /[\p{L}\d]/u.test(employed);
  if (!isKindDoubtful && !isStatusDoubtful) return notes;
  return [
    ...notes,
    ...(isKindDoubtful ? [{ code: 'kind-unreadable' as const, text: sworn }] : []),
    ...(isStatusDoubtful ? [{ code: 'status-unreadable' as const, text: employed }] : []),
  ];
}

/**
 * `retired` or `resigned 2019` in a column of last days says that the person has left, though not when; so does `Sworn -
 * Inactive` in the column that says who is sworn.
 */
function statusOf(text: (field: RosterField) => string): EmploymentStatus | undefined {
  const stated = readEmploymentStatus(text('employmentStatus'));
  if (stated !== undefined) return stated;
  const [leaving, sworn] = [text('separatedOn'), text('kind')];
  if (leaving === '' && sworn === '') return undefined;
  const elsewhere = [leaving, ...sworn.split(/[^\p{L}\s]+/u)].map((part) => part.trim());
  const saysLeft = (part: string) => /^\p{L}{4}/u.test(part) && readEmploymentStatus(part) === 'separated';
  return elsewhere.some(saysLeft) ? 'separated' : undefined;
}

/** As our own export has it beside the rank, unless somebody changed the rank there. */
function originalRank(rank: string, written: string): string {
  return written !== '' && readRank(written).shown === readRank(rank).shown ? written : rank;
}

/** The rank decides; a job title beside it tells what the rank leaves open. */
function kindOf(rank: string, text: (field: RosterField) => string, context: RosterContext): KindDecision {
  const facts = { kind: text('kind'), category: text('category'), rank, unit: text('unit') };
  const decided = staffKind(facts, context);
  const jobTitle = text('jobTitle');
  if (jobTitle === '' || jobTitle === rank || decided.kind === 'sworn') return decided;
  if (decided.kind === 'non-sworn' && decided.category !== 'professional-staff') return decided;
  const byTitle = staffKind({ ...facts, rank: jobTitle }, context);
  return decided.kind === 'undecided' || byTitle.kind === 'non-sworn' ? byTitle : decided;
}

/** Separate columns outweigh a full name; either alone will do. */
function nameOf(text: (field: RosterField) => string, order: NameOrder | undefined): PersonName | undefined {
  const [family, given] = [text('familyName'), text('givenName')];
  const full = text('fullName');
  if (full !== '' && (family === '' || given === '')) return parseFullName(full, order) ?? fromParts(text);
  return fromParts(text) ?? parseFullName(full, order);
}

/** The cells that the name is read from, where something in them was left out. Our own export has the text itself. */
function nameWrittenBeside(
  name: PersonName,
  text: (field: RosterField) => string,
  order: NameOrder | undefined,
): string {
  const exported = text('nameWritten');
  const again = exported === '' ? undefined : parseFullName(exported, order);
  if (again && isSameSpelling(again, name)) return nameAsWritten(exported, name);
  const fullName = text('fullName');
  const parts = fullName === '' ? name : fromParts(text);
  const isFromParts = parts !== undefined && isSameSpelling(parts, name);
  if (!isFromParts) return nameAsWritten(fullName, name);
  const written = writtenParts(text);
  if (isSameSpelling(written, name)) return '';
  const { family, given, middle, suffix } = written;
  const first = [given, middle].filter(Boolean).join(' ');
  return nameAsWritten([family, first, suffix].filter(Boolean).join(', '), name);
}

function fromParts(text: (field: RosterField) => string): PersonName | undefined {
  const parts = writtenParts(text);
  if ([parts.family, parts.given].some(namesNobody)) return undefined;
  return personName(parts);
}

function writtenParts(text: (field: RosterField) => string): PersonName {
  return {
    family: text('familyName'),
    given: text('givenName'),
    middle: text('middleName'),
    suffix: text('suffix'),
  };
}

function namesNobody(part: string): boolean {
  const absence = nameAbsence(part);
  return absence === 'redacted' || absence === 'vacant';
}

function absenceOf(text: (field: RosterField) => string): NameAbsence {
  const absences = [text('fullName'), text('familyName'), text('givenName')].map(nameAbsence);
  return absences.find((absence) => absence === 'redacted' || absence === 'vacant') ?? 'blank';
}

/** `Sgt. Jane Doe` in a file without a column for ranks: the words around the name, when they are a title. */
function titleBeside(name: PersonName, fullName: string): string {
  const named = new Set([name.family, name.given, name.middle, name.suffix].flatMap(foldWords));
  const beside = fullName
    .split(/[\s,;()]+/)
    .filter((word) => !foldWords(word).every((part) => named.has(part)));
  const title = beside.join(' ');
  return readRank(title).rank || civilianTitle(titleWords(title)) ? title : '';
}

function emailOf(text: string): string {
  const email = withoutInvisibleSigns(text)
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? email : '';
}
