import { asOwner } from './test-database.ts';

/** Moves the day of a test's own database by so many days, for what only happens on the day it is written; 0 is today again. */
export async function moveDatabaseDay(ownerUrl: string, days: number): Promise<void> {
  const whole = Math.trunc(days);
  await asOwner(
    ownerUrl,
    `create or replace function database_day() returns date language sql stable
     return (now() at time zone 'UTC')::date + (${whole})`,
  );
}
