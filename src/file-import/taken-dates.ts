import type { CalendarDate } from '../calendar/calendar-date.ts';

/** What somebody said about one date of a file: a day, or null where it is left as it is written. */
export interface SaidDay {
  readonly row: number;
  readonly field: string;
  readonly day: CalendarDate | null;
}

/** For which rows of a file somebody took the dates that were proposed, and what they said about single dates. */
export type TakenDates = { readonly said?: readonly SaidDay[] } & (
  | { readonly of: 'named-rows'; readonly rows: readonly number[] }
  | { readonly of: 'all-but'; readonly rows: readonly number[] }
);

export const noneTaken: TakenDates = { of: 'named-rows', rows: [] };
export const allTaken: TakenDates = { of: 'all-but', rows: [] };

/** A date of a file that can't be read as it is written. */
export interface DoubtfulDate {
  /** As the spreadsheet shows it, 1-based. */
  readonly row: number;
  /** The field of the column it stands in. */
  readonly field: string;
  /** Whom the row is about, as filed, and the number the row gives; '' when it gives none. */
  readonly person: string;
  readonly number: string;
  /** The course of the row; '' where the date is the person's own. */
  readonly about: string;
  readonly text: string;
  /** The day it evidently means, where one is evident. */
  readonly proposal: CalendarDate | undefined;
}

/** What is used for a doubtful date; nothing without a day. */
export type DateDecision =
  | { readonly decided: 'proposal' | 'typed' | 'remembered'; readonly day: CalendarDate }
  /** Somebody took back what was said before. */
  | { readonly decided: 'left' };

/** Tells of a doubtful date, and answers the day somebody said for it. */
export interface DoubtfulDates {
  dayFor(date: DoubtfulDate): CalendarDate | undefined;
}

/** Answers quickly for many rows. */
export function takenRows({ of, rows }: TakenDates): (row: number) => boolean {
  const named = new Set(rows);
  return of === 'all-but' ? (row) => !named.has(row) : (row) => named.has(row);
}

/** What is taken once the dates of one more row are taken, or left as they are written. */
export function withRow({ of, rows, ...more }: TakenDates, row: number, take: boolean): TakenDates {
  const others = rows.filter((named) => named !== row);
  const isNamed = (of === 'named-rows') === take;
  return { ...more, of, rows: isNamed ? [...others, row].sort((one, other) => one - other) : others };
}

/** What is said once one date of a row is given a day, or left as it is written. */
export function withDay(before: TakenDates, day: SaidDay): TakenDates {
  const others = (before.said ?? []).filter(({ row, field }) => row !== day.row || field !== day.field);
  return { ...before, said: [...others, day] };
}

/** Takes all proposals, or none; what was said about single dates stays. */
export function withAll({ said }: TakenDates, take: boolean): TakenDates {
  return { ...(take ? allTaken : noneTaken), ...(said && { said }) };
}

/** By which somebody is known from one file to the next: their number and name as the file writes them. */
export function knownAs({ number, person }: Pick<DoubtfulDate, 'number' | 'person'>): string {
  return `${number} ${person}`.trim();
}

/** By which what was said about a date is found again: the same text about the same thing of the same person. */
export function dateKey(
  date: { readonly knownAs: string } & Pick<DoubtfulDate, 'field' | 'about' | 'text'>,
): string {
  return JSON.stringify([date.knownAs, date.field, date.about, date.text]);
}

/**
 * Decides for each doubtful date. What somebody says about the one date goes before what was said for an earlier file,
 * and that before a proposal taken along with others.
 */
export function dateDecisions(
  taken: TakenDates,
  remembered: ReadonlyMap<string, CalendarDate>,
): (date: DoubtfulDate) => DateDecision | undefined {
  const isTaken = takenRows(taken);
  const said = new Map((taken.said ?? []).map(({ row, field, day }) => [`${row} ${field}`, day]));
  return (date) => {
    const typed = said.get(`${date.row} ${date.field}`);
    if (typed) return { decided: 'typed', day: typed };
    const before =
      remembered.size > 0 ? remembered.get(dateKey({ ...date, knownAs: knownAs(date) })) : undefined;
    if (typed === undefined && before) return { decided: 'remembered', day: before };
    if (date.proposal && isTaken(date.row)) return { decided: 'proposal', day: date.proposal };
    return typed === null ? { decided: 'left' } : undefined;
  };
}
