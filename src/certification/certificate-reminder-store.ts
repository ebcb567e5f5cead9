import { sql } from 'kysely';
import type { Transaction } from '../database/acting.ts';

/** Agencies asked about at once: the rest comes with the next look. */
const agenciesAtOnce = 500;

/**
 * Asks for this month's look at certificates that end within 90 days and, where the campaign asks for them, at yearly
 * check-ins that are due; once a month and agency, in the name of its coordinator. The transaction acts for the program.
 * Answers for how many.
 */
export async function insertCertificateReminderJobs(
  tx: Transaction,
  kind: string,
  asked: { readonly month: Date; readonly now: Date; readonly withCheckIns: boolean },
): Promise<number> {
  const inserted = await sql`
    insert into job (agency_id, kind, subject_id, asked, asked_by)
    select distinct on (c.agency_id) c.agency_id, ${kind}, c.agency_id,
      jsonb_build_object('number', c.number), m.person_id
    from certificate c
    join agency_membership m on m.agency_id = c.agency_id and m.role = 'coordinator' and m.ended_at is null
    where coalesce(certificate_standing_act(c.agency_id, c.id), '') not in ('revoked', 'lapsed', 'withdrawn')
      and (c.valid_until <= (${asked.now}::timestamptz)::date + 90
        or ${asked.withCheckIns} and c.certified_on <= (${asked.now}::timestamptz)::date - interval '11 months')
      and not exists (
        select from job j where j.agency_id = c.agency_id and j.subject_id = c.agency_id
          and j.kind = ${kind} and j.asked_at >= ${asked.month})
    order by c.agency_id, c.certified_on desc
    limit ${agenciesAtOnce}
    on conflict do nothing`.execute(tx);
  return Number(inserted.numAffectedRows ?? 0);
}
