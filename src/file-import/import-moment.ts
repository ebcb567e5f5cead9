import { dayIn, longDate } from '../calendar/calendar-date.ts';

/** A moment as the clocks of the agency show it: `March 5, 2026, 12:04 PM`. */
export function momentWords(timeZone: string, moment: Date): string {
  const time = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' });
  // Newer data of the language part the hour and "PM" with a narrow no-break space.
  return `${longDate(dayIn(timeZone, moment))}, ${time.format(moment).replace(/\s/g, ' ')}`;
}
