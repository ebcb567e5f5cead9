import { expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { byUrgency } from './waiting-thing.ts';

it('what waits is listed by its day, then by agency', () => {
  const thing = (agency: string, dueOn?: string) =>
    ({ kind: 'action', agency, href: '/', dueOn: dueOn as CalendarDate | undefined }) as const;
  const things = [thing('Oak'), thing('Ash', '2026-05-01'), thing('Elm'), thing('Zinc', '2026-04-30')];
  expect(byUrgency(things).map(({ agency }) => agency)).toEqual(['Zinc', 'Ash', 'Elm', 'Oak']);
});
