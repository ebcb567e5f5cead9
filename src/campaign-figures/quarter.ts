import { addDays, addMonths, type CalendarDate, calendarDate } from '../calendar/calendar-date.ts';

/** Three months of a year, as grants are reported: the first begins with January. */
export interface Quarter {
  readonly year: number;
  readonly number: 1 | 2 | 3 | 4;
}

const numbers = [1, 2, 3, 4] as const;

/** `2026-Q4` as it stands in addresses; undefined for anything else. */
export function parseQuarter(text: string): Quarter | undefined {
  const [, year, typed] = /^(20\d\d)-Q([1-4])$/.exec(text) ?? [];
  const number = numbers.find((known) => String(known) === typed);
  return year && number ? { year: Number(year), number } : undefined;
}

export function quarterCode({ year, number }: Quarter): string {
  return `${year}-Q${number}`;
}

export function quarterOf(day: CalendarDate): Quarter {
  const [year = '', month = ''] = day.split('-');
  const number = numbers[Math.floor((Number(month) - 1) / 3)] ?? 1;
  return { year: Number(year), number };
}

export function firstDay({ year, number }: Quarter): CalendarDate {
  const day = calendarDate(year, (number - 1) * 3 + 1, 1);
  if (!day) throw new Error('Every quarter has a first day.');
  return day;
}

export function lastDay(quarter: Quarter): CalendarDate {
  return addDays(addMonths(firstDay(quarter), 3), -1);
}

/** The quarter of `day` and those before it, the newest first. */
export function quartersUntil(day: CalendarDate, count: number): readonly Quarter[] {
  const begin = firstDay(quarterOf(day));
  return Array.from({ length: count }, (_, back) => quarterOf(addMonths(begin, -3 * back)));
}
