import type { CalendarDate } from '../calendar/calendar-date.ts';

/** For which rows of a file somebody took the dates that were proposed in place of those written with a typo. */
export type TakenDates =
  | { readonly of: 'named-rows'; readonly rows: readonly number[] }
  | { readonly of: 'all-but'; readonly rows: readonly number[] };

export const noneTaken: TakenDates = { of: 'named-rows', rows: [] };
export const allTaken: TakenDates = { of: 'all-but', rows: [] };

/** A date of a file that can't be read as it is written, and the day it evidently means. */
export interface ProposedDate {
  /** As the spreadsheet shows it, 1-based. */
  readonly row: number;
  /** The field of the column it stands in. */
  readonly field: string;
  /** Whom the row is about, as filed. */
  readonly person: string;
  readonly text: string;
  readonly proposal: CalendarDate;
}

/** What reading a row needs to know of dates, and whom it tells what it proposes. */
export interface DateProposals {
  isTaken(row: number): boolean;
  propose(date: ProposedDate): void;
}

/** Answers quickly for many rows. */
export function takenRows({ of, rows }: TakenDates): (row: number) => boolean {
  const named = new Set(rows);
  return of === 'all-but' ? (row) => !named.has(row) : (row) => named.has(row);
}

/** What is taken once the dates of one more row are taken, or left as they are written. */
export function withRow({ of, rows }: TakenDates, row: number, take: boolean): TakenDates {
  const others = rows.filter((named) => named !== row);
  const isNamed = (of === 'named-rows') === take;
  return { of, rows: isNamed ? [...others, row].sort((one, other) => one - other) : others };
}
