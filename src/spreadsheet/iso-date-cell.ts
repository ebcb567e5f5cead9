import { parseCalendarDate } from '../calendar/calendar-date.ts';
import { blankCell, cellFromText } from './cell.ts';
import type { Cell } from './sheet.ts';

/** The cell of a date that a workbook keeps as ISO text, with or without a time of day. */
export function isoDateCell(value: string): Cell {
  if (value === '') return blankCell;
  const date = parseCalendarDate(value.slice(0, 10));
  return date ? { kind: 'date', text: date, date } : cellFromText(value);
}
