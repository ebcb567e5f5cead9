import { expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { typedDate } from '../uswds/typed-date.ts';
import { type TypedDay, typedDay } from './typed-day.ts';

const today = '2026-03-05' as CalendarDate;
const day = (date: string): TypedDay => ({ day: date as CalendarDate });

it.each<[string, string, string, TypedDay]>([
  ['a day as people type it', '2/28/2016', 'hiredOn', day('2016-02-28')],
  ['a day as browsers send it', '2016-02-28', 'completedOn', day('2016-02-28')],
  ['today', '3/5/2026', 'completedOn', day('2026-03-05')],
  ['no such day', '02/30/2016', 'hiredOn', { fault: 'no-day' }],
  ['nothing', ' ', 'hiredOn', { fault: 'no-day' }],
  ['a day before anybody who serves was born', '3/5/0202', 'hiredOn', { fault: 'too-early' }],
  ['a hire tomorrow', '3/6/2026', 'hiredOn', { fault: 'ahead' }],
  ['a class that ends tomorrow', '3/6/2026', 'completedOn', { fault: 'ahead' }],
  ['a certificate that ends later', '3/6/2030', 'expiresOn', day('2030-03-06')],
  ['a certificate that ends in the next century', '3/6/2126', 'expiresOn', { fault: 'too-far-ahead' }],
])('%s, typed for a date that can not be read', (_, text, field, answer) => {
  expect(typedDay(typedDate(text), field, today)).toEqual(answer);
});
