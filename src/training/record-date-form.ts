import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type FormFields, sentText } from '../http/form.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { typedDate } from '../uswds/typed-date.ts';
import type { Days, UnreadableDate } from './record-dates.ts';
import type { DateField } from './training-dates.ts';

/** No course that counts is older. */
const earliest = '1960-01-01';

/** A day for each date that can't be read. Refused with the fields that have none: a course that was taken is over. */
export function typedDays(
  unreadable: readonly UnreadableDate[],
  fields: FormFields,
  today: CalendarDate,
): Outcome<Days, { readonly code: 'days-missing'; readonly fields: readonly DateField[] }> {
  const typed = unreadable.map(({ field }) => {
    const day = typedDate(sentText(fields, field));
    const isPossible = day !== undefined && day >= earliest && (field === 'expiresOn' || day <= today);
    return { field, day: isPossible ? day : undefined };
  });
  const missing = typed.filter(({ day }) => day === undefined).map(({ field }) => field);
  if (missing.length > 0) return refused({ code: 'days-missing', fields: missing });
  return done(Object.fromEntries(typed.map(({ field, day }) => [field, day])));
}
