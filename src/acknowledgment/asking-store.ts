import { sql } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { Asking } from './mailing.ts';

export async function findAsking(tx: Transaction, agency: AgencyId): Promise<Asking | undefined> {
  const row = await tx
    .selectFrom('acknowledgment_asking')
    .select(['asks_by_mail', 'reminder_days'])
    .where('agency_id', '=', agency)
    .executeTakeFirst();
  return row && { asksByMail: row.asks_by_mail, reminderDays: row.reminder_days ?? undefined };
}

export async function upsertAsking(
  tx: Transaction,
  agency: AgencyId,
  asking: Asking,
  set: { readonly by: PersonId; readonly at: Date },
): Promise<void> {
  const values = {
    asks_by_mail: asking.asksByMail,
    reminder_days: asking.reminderDays ?? null,
    set_by: set.by,
    set_at: set.at,
  };
  await tx
    .insertInto('acknowledgment_asking')
    .values({ agency_id: agency, ...values })
    .onConflict((conflict) => conflict.column('agency_id').doUpdateSet(values))
    .execute();
}

/** How many agencies are looked at at once: the rest comes with the next look. */
const agenciesAtOnce = 500;

/** Asks for a look at who is to be asked, once a day for every agency that asks on its own. Acts for the program. */
export async function insertDailyJobs(
  tx: Transaction,
  kind: string,
  day: { readonly begin: Date },
): Promise<number> {
  const asked = await sql`
    insert into job (agency_id, kind, subject_id, asked, asked_by)
    select s.agency_id, ${kind}, s.agency_id, jsonb_build_object('timeZone', a.time_zone), c.person_id
    from acknowledgment_asking s
    join agency a on a.id = s.agency_id
    join agency_membership c on c.agency_id = s.agency_id and c.role = 'coordinator' and c.ended_at is null
    where (s.asks_by_mail or s.reminder_days is not null) and not exists (
      select from job j where j.agency_id = s.agency_id and j.subject_id = s.agency_id
        and j.kind = ${kind} and j.asked_at >= ${day.begin})
    limit ${agenciesAtOnce}
    on conflict do nothing`.execute(tx);
  return Number(asked.numAffectedRows ?? 0);
}
