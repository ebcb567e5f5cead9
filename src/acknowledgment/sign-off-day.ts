import type { CalendarDate } from '../calendar/calendar-date.ts';

/** Why nobody can have signed this version on the day that a line gives. */
export const dayDoubts = ['signed-before-version', 'signed-in-future'] as const;

export type SignOffDayDoubt = (typeof dayDoubts)[number];

/** What somebody says once for all lines of a list whose day is in doubt for the same reason. */
export type SettledDay = { readonly is: 'left-out' } | { readonly is: 'day'; readonly day: CalendarDate };

export type SettledDays = Readonly<Partial<Record<SignOffDayDoubt, SettledDay>>>;

/** The bounds of the days on which the version can have been signed. */
export interface SigningDays {
  /** Before this day nobody had the version. */
  readonly firstDay: CalendarDate | undefined;
  readonly today: CalendarDate;
}

export function doubtOfDay(day: CalendarDate, { firstDay, today }: SigningDays): SignOffDayDoubt | undefined {
  if (day > today) return 'signed-in-future';
  return firstDay !== undefined && day < firstDay ? 'signed-before-version' : undefined;
}

/** The day said for all lines with this doubt, where the version can have been signed on it. */
export function dayForAll(
  days: SettledDays | undefined,
  doubt: SignOffDayDoubt,
  bounds: SigningDays,
): CalendarDate | undefined {
  const settled = days?.[doubt];
  return settled?.is === 'day' && !doubtOfDay(settled.day, bounds) ? settled.day : undefined;
}

/** The doubts whose lines somebody leaves out. */
export function doubtsLeftOut(days: SettledDays | undefined): readonly SignOffDayDoubt[] {
  return dayDoubts.filter((doubt) => days?.[doubt]?.is === 'left-out');
}

/** What is said once all lines with one doubt are settled, or in doubt again. */
export function withSettled(
  days: SettledDays | undefined,
  doubt: SignOffDayDoubt,
  settled: SettledDay | undefined,
): SettledDays {
  const { [doubt]: _before, ...others } = days ?? {};
  return settled ? { ...others, [doubt]: settled } : others;
}
