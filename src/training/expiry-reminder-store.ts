import { sql } from 'kysely';
import type { Transaction } from '../database/acting.ts';

/** How many agencies are asked about at once: the rest comes with the next look. */
const agenciesAtOnce = 500;

/**
 * Asks for this month's look at what ends soon, once for every agency whose pledge is under way, in the name of its
 * coordinator. The transaction acts for the program. Answers for how many.
 */
export async function insertReminderJobs(
  tx: Transaction,
  kind: string,
  month: { readonly begin: Date },
): Promise<number> {
  const asked = await sql`
    insert into job (agency_id, kind, subject_id, asked, asked_by)
    select p.agency_id, ${kind}, p.agency_id, jsonb_build_object('timeZone', a.time_zone), c.person_id
    from pledge p
    join agency a on a.id = p.agency_id
    join agency_membership c on c.agency_id = p.agency_id and c.role = 'coordinator' and c.ended_at is null
    where p.state = 'active' and not exists (
      select from job j where j.agency_id = p.agency_id and j.subject_id = p.agency_id
        and j.kind = ${kind} and j.asked_at >= ${month.begin})
    limit ${agenciesAtOnce}
    on conflict do nothing`.execute(tx);
  return Number(asked.numAffectedRows ?? 0);
}
