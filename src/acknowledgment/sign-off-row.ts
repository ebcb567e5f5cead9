import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { ColumnMapping } from '../columns/column-proposal.ts';
import { readDateCell } from '../columns/date-answer.ts';
import type { DateOrder } from '../columns/date-order.ts';
import { mappedCell, mappedText } from '../columns/mapped-cell.ts';
import type { DoubtfulDates } from '../file-import/taken-dates.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { foldText } from '../person-name/name-folding.ts';
import type { NameOrder } from '../person-name/name-order.ts';
import { filedName, type PersonName } from '../person-name/person-name.ts';
import type { PolicyDetails } from '../policy/policy.ts';
import { type NonPersonRow, nonPersonRow } from '../roster/non-person-row.ts';
import { tidyStaffNumber } from '../roster/staff-number.ts';
import type { SheetRow } from '../spreadsheet/sheet.ts';
import { type NameRefusal, nameInRow } from '../training/name-in-row.ts';
import type { SignOffField } from './sign-off-columns.ts';
import { dayForAll, doubtOfDay, type SignOffDayDoubt } from './sign-off-day.ts';
import type { SignOffFacts } from './sign-off-import.ts';

/** One line of a sign-off list, read. */
export interface SignOffRow {
  readonly name: PersonName;
  /** '' when the line gives none. */
  readonly employeeNumber: string;
  readonly signedOn: CalendarDate;
  /** Why the day can't be right; undefined where it can, or where somebody said it is. */
  readonly dayDoubt: SignOffDayDoubt | undefined;
  /** The day that the line gives, where another one was said for all lines with its doubt. */
  readonly instead?: { readonly of: CalendarDate; readonly doubt: SignOffDayDoubt } | undefined;
  /** As the list writes it; '' when it doesn't. */
  readonly version: string;
}

/** Why a line is not used. */
export type SignOffRefusal =
  | NonPersonRow
  | NameRefusal
  | 'not-signed'
  | 'day-unreadable'
  | 'other-version'
  /** Matched, but not on staff today, or not in scope. */
  | 'not-asked'
  /** Somebody said so. */
  | 'not-on-roster'
  | 'nothing-in-effect';

export interface SignOffContext {
  readonly today: CalendarDate;
  readonly policy: Pick<PolicyDetails, 'title' | 'number'>;
  /** Before this day nobody had the version. */
  readonly firstDay: CalendarDate | undefined;
  readonly wholeFile: SignOffFacts;
  readonly dates: DoubtfulDates;
  readonly nameOrder: NameOrder | undefined;
  readonly dateOrder: DateOrder | undefined;
}

/** Policies on this subject are younger than this. */
const earliest = '2000-01-01' as CalendarDate;
const anyDay = { first: '1900-01-01' as CalendarDate, last: '2999-12-30' as CalendarDate };

/** Reads one line. A line without a day is of somebody who has not signed. */
export function interpretSignOffRow(
  row: SheetRow,
  mapping: ColumnMapping<SignOffField>,
  context: SignOffContext,
): Outcome<SignOffRow, { readonly code: SignOffRefusal }> {
  const text = (field: SignOffField) => mappedText(row, mapping, field);
  const nonPerson = nonPersonRow(row, mapping);
  if (nonPerson) return refused({ code: nonPerson });
  const name = nameInRow(text, context.nameOrder);
  if (typeof name === 'string') return refused({ code: name });
  const version = text('version');
  if (!isThisVersion(version, context.policy)) return refused({ code: 'other-version' });
  const signed = daySigned(row, mapping, context, name);
  if ('code' in signed) return refused(signed);
  const employeeNumber = tidyStaffNumber(text('employeeNumber'));
  return done({ name, employeeNumber, version, ...signed });
}

type DaySigned = Pick<SignOffRow, 'signedOn' | 'dayDoubt' | 'instead'>;

function daySigned(
  row: SheetRow,
  mapping: ColumnMapping<SignOffField>,
  context: SignOffContext,
  name: PersonName,
): DaySigned | { readonly code: 'not-signed' | 'day-unreadable' } {
  const { today, policy, wholeFile, dates, dateOrder: order } = context;
  const ofWholeFile = (otherwise: 'not-signed' | 'day-unreadable') =>
    wholeFile.signedOn ? told(wholeFile.signedOn, longDate(wholeFile.signedOn)) : { code: otherwise };
  /** The day as it stands, or what somebody said for it. */
  const told = (signedOn: CalendarDate, text: string, proposal?: CalendarDate): DaySigned => {
    const dayDoubt = doubtOfDay(signedOn, context);
    if (!dayDoubt) return { signedOn, dayDoubt };
    const said = saidFor(text, proposal);
    if (said) return { signedOn: said, dayDoubt: undefined };
    const forAll = dayForAll(wholeFile.days, dayDoubt, context);
    return forAll
      ? { signedOn: forAll, dayDoubt: undefined, instead: { of: signedOn, doubt: dayDoubt } }
      : { signedOn, dayDoubt };
  };
  const saidFor = (text: string, proposal: CalendarDate | undefined) =>
    dates.dayFor({
      row: row.number,
      field: 'signedOn',
      person: filedName(name),
      number: tidyStaffNumber(mappedText(row, mapping, 'employeeNumber')),
      about: policy.number || policy.title,
      text,
      proposal: proposal !== undefined && !doubtOfDay(proposal, context) ? proposal : undefined,
    });
  // Where a column tells the days, a line without one was not signed, whatever holds for the others.
  if (mapping.signedOn === undefined) return ofWholeFile('not-signed');
  const cell = mappedCell(row, mapping, 'signedOn');
  const answer = readDateCell(cell, { today, earliest, latest: today, order });
  if (answer.kind === 'date') return told(answer.date, cell.text.trim() || longDate(answer.date));
  if (answer.kind === 'missing') return { code: 'not-signed' };
  if (/^(no|n|false|pending|not signed|unsigned|overdue|incomplete)$/i.test(answer.text.trim()))
    return { code: 'not-signed' };
  if (/^(yes|y|x|✓|✔|true|signed|acknowledged|complete|completed)$/i.test(answer.text.trim()))
    return ofWholeFile('day-unreadable');
  const { text, proposal } = answer;
  // A day out of reach can be read all the same, and is shown as it is written.
  const written =
    answer.why === 'too-early' || answer.why === 'too-late'
      ? readDateCell(cell, { today, earliest: anyDay.first, latest: anyDay.last, order })
      : answer;
  if (written.kind === 'date') return told(written.date, text, proposal);
  const said = saidFor(text, proposal);
  return said ? { signedOn: said, dayDoubt: undefined } : { code: 'day-unreadable' };
}

/** Whether what a list says of the version can mean this policy: its number, or its title, among other words. */
export function isThisVersion(
  written: string,
  { title, number }: Pick<PolicyDetails, 'title' | 'number'>,
): boolean {
  const said = wordsOf(written);
  if (said === '') return true;
  const names = [number, title].map(wordsOf).filter((name) => name !== '');
  return names.some((name) => ` ${said} `.includes(` ${name} `) || name === said);
}

function wordsOf(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
