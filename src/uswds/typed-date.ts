import { type CalendarDate, calendarDate, parseCalendarDate } from '../calendar/calendar-date.ts';

const american = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** The day a date field sent: `2026-03-05` from a date input, `3/5/2026` as people in the US type it. */
export function typedDate(text: string): CalendarDate | undefined {
  const trimmed = text.trim();
  const parts = american.exec(trimmed);
  if (!parts) return parseCalendarDate(trimmed);
  return calendarDate(Number(parts[3]), Number(parts[1]), Number(parts[2]));
}
