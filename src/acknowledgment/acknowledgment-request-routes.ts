import type { Context } from 'hono';
import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { typedDate } from '../uswds/typed-date.ts';

/** Where everything about acknowledgments of the agency is. */
export function basePath(c: Context<AgencyEnv>): string {
  return `/workspace/${c.var.agency.slug}/policy/acknowledgments`;
}

export function todayOf(c: Context<AgencyEnv>): CalendarDate {
  return dayIn(c.var.agency.timeZone, c.var.deps.now());
}

/** The day in the address, else today. */
export function askedDay(c: Context<AgencyEnv>) {
  const today = todayOf(c);
  const typed = (c.req.query('day') ?? '').trim().slice(0, 20);
  const day = typed === '' ? today : typedDate(typed);
  return { today, day: day ?? today, typed, isWrong: day === undefined };
}

/** The present address with its query. */
export function hrefOf(c: Context<AgencyEnv>): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}
