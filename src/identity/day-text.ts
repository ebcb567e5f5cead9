const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** "March 5, 2026", by the day in UTC: these dates are about links and sessions, which have no place. */
export function longDay(at: Date): string {
  return day.format(at);
}
