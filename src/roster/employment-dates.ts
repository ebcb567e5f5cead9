import { addMonths, type CalendarDate, parseCalendarDate } from '../calendar/calendar-date.ts';
import type { ColumnMapping } from '../columns/column-proposal.ts';
import { mappedCell, mappedText } from '../columns/mapped-cell.ts';
import { isSentinelDate, readDateText } from '../spreadsheet/date-text.ts';
import type { SheetRow } from '../spreadsheet/sheet.ts';
import type { RosterField } from './roster-columns.ts';

type DateField = 'hiredOn' | 'rehiredOn' | 'separatedOn';

/** What somebody should look at; the row was kept. */
export type DateNote =
  | { readonly code: 'date-unreadable'; readonly field: DateField; readonly text: string }
  | { readonly code: 'hired-far-in-future'; readonly date: CalendarDate }
  | { readonly code: 'separated-before-hired'; readonly date: CalendarDate };

export interface EmploymentDates {
  readonly hiredOn: CalendarDate | undefined;
  /** Absent too for somebody who was hired again afterwards. */
  readonly separatedOn: CalendarDate | undefined;
  readonly notes: readonly DateNote[];
}

/** When a row's person came and left. Fill-in dates such as 1/1/1950 say nothing, unreadable ones are noted. */
export function readEmploymentDates(
  row: SheetRow,
  mapping: ColumnMapping<RosterField>,
  today: CalendarDate,
): EmploymentDates {
  const notes: DateNote[] = [];
  const hired = plausibleHire(dayInRow(row, mapping, 'hiredOn', today, notes), today, notes);
  const rehired = plausibleHire(dayInRow(row, mapping, 'rehiredOn', today, notes), today, notes);
  const separated = dayInRow(row, mapping, 'separatedOn', today, notes);
  const hasReturned = rehired !== undefined && separated !== undefined && rehired > separated;
  const hiredOn = hired ?? rehired;
  const separatedOn = hasReturned ? undefined : separated;
  if (hiredOn && separatedOn && separatedOn < hiredOn)
    notes.push({ code: 'separated-before-hired', date: separatedOn });
  return { hiredOn, separatedOn, notes };
}

/** Retirements are filed years before: `1/4/29` may lie ahead. In months. */
const retirementsAhead = 60;

function dayInRow(
  row: SheetRow,
  mapping: ColumnMapping<RosterField>,
  field: DateField,
  today: CalendarDate,
  notes: DateNote[],
): CalendarDate | undefined {
  const cell = mappedCell(row, mapping, field);
  const text = mappedText(row, mapping, field);
  if (text === '' || (cell.kind !== 'date' && saysNoDate(text))) return undefined;
  const date = cell.kind === 'date' ? cell.date : readDay(text, field, today);
  if (date === undefined) notes.push({ code: 'date-unreadable', field, text });
  return date === undefined || isSentinelDate(date) ? undefined : date;
}

function readDay(text: string, field: DateField, today: CalendarDate): CalendarDate | undefined {
  const latest = field === 'separatedOn' ? addMonths(today, retirementsAhead) : today;
  return parseCalendarDate(text) ?? readDateText(text, latest)?.date;
}

/** Two-digit years that another program put in the wrong century make hires far ahead: such a date says nothing. */
function plausibleHire(
  date: CalendarDate | undefined,
  today: CalendarDate,
  notes: DateNote[],
): CalendarDate | undefined {
  if (date === undefined || date <= today || date <= addMonths(today, 12)) return date;
  notes.push({ code: 'hired-far-in-future', date });
  return undefined;
}

function saysNoDate(text: string): boolean {
  return (
    /^[\s0/.:-]*$/.test(text) ||
    /^(n\/?a|none|null|unknown|unk|tbd|present|current|active|nat|never)$/i.test(text)
  );
}
