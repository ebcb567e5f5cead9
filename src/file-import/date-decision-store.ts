import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { ImportId, ImportSubjectName } from './file-import.ts';
import { dateKey } from './taken-dates.ts';

/** What was said in earlier files about dates that can't be read, by `dateKey`. */
export async function findRememberedDates(
  tx: Transaction,
  agency: AgencyId,
  subject: ImportSubjectName,
): Promise<ReadonlyMap<string, CalendarDate>> {
  const rows = await tx
    .selectFrom('date_decision')
    .select(['person as knownAs', 'field', 'about', 'written as text', 'day'])
    .where('agency_id', '=', agency)
    .where('subject', '=', subject)
    .execute();
  return new Map(rows.map(({ day, ...date }) => [dateKey(date), day as CalendarDate]));
}

/**
 * Remembers what was said about the listed dates of an import that is carried out, and forgets what was taken back. A
 * text that was said to mean several days of one person's is not remembered: it has to be asked again.
 */
export async function rememberDates(
  tx: Transaction,
  agency: AgencyId,
  subject: ImportSubjectName,
  id: ImportId,
  by: PersonId,
): Promise<void> {
  await sql`
    delete from date_decision d using import_date i
    where d.agency_id = ${agency} and d.subject = ${subject} and i.agency_id = ${agency} and i.import_id = ${id}
      and (d.person, d.field, d.about, d.written) = (i.known_as, i.field, i.about, i.written)
      and i.decided <> 'remembered'`.execute(tx);
  await sql`
    insert into date_decision (agency_id, subject, person, field, about, written, day, decided_by)
    select ${agency}, ${subject}, i.known_as, i.field, i.about, i.written, min(i.day), ${by}
    from import_date i
    where i.agency_id = ${agency} and i.import_id = ${id}
    group by i.known_as, i.field, i.about, i.written
    having count(distinct i.day) = 1 and bool_or(i.decided in ('proposal', 'typed'))
    on conflict do nothing`.execute(tx);
}
