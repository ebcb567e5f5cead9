import type { CalendarDate } from '../calendar/calendar-date.ts';
import { isSentinelDate } from '../spreadsheet/date-text.ts';
import type { DateOrder } from './date-order.ts';

/** What dates of a column can be meant. */
export interface DateBounds {
  readonly today: CalendarDate;
  /** Nothing before this day is meant; 1940 when missing, since nobody hired or taught earlier still serves. */
  readonly earliest?: CalendarDate | undefined;
  /** Nothing after this day is meant, and no two-digit year reaches past it; today when missing. */
  readonly latest?: CalendarDate | undefined;
  /** Whether days or months come first in the column, as `dateOrderOf` tells; months when missing. */
  readonly order?: DateOrder | undefined;
}

/** Nobody hired or taught earlier still serves. */
export const earliestMeant = '1940-01-01' as CalendarDate;

/** Whether a day can be meant. */
export function isWithin(
  date: CalendarDate,
  { today, earliest = earliestMeant, latest = today }: DateBounds,
): boolean {
  return date >= earliest && date <= latest && !isSentinelDate(date);
}
