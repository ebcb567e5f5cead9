import { sql } from 'kysely';
import type { Transaction } from '../database/acting.ts';

/** How many are asked for at once: the rest comes with the next look. */
const remindersAtOnce = 500;

/**
 * Asks for the reminder whose time has come, once for every policy in force, review day and step, in the name of the
 * coordinator or, without one, of the executive. `daysAhead` are the steps; a step that was missed is not made up for
 * once a later one is due. The transaction acts for the program. Answers for how many.
 */
export async function insertReviewReminderJobs(
  tx: Transaction,
  kind: string,
  asked: { readonly now: Date; readonly daysAhead: readonly number[] },
): Promise<number> {
  const steps = JSON.stringify(asked.daysAhead);
  const posted = await sql`
    insert into job (agency_id, kind, subject_id, asked, asked_by)
    select p.agency_id, ${kind}, p.id, jsonb_build_object('reviewOn', p.review_on, 'days', due.step), leader.person_id
    from agency_policy p
    join agency a on a.id = p.agency_id
    cross join lateral (select p.review_on - (${asked.now}::timestamptz at time zone a.time_zone)::date as days) left_over
    cross join lateral (
      select min(step::int) as step from jsonb_array_elements_text(${steps}::jsonb) step
      where left_over.days between 0 and step::int) due
    cross join lateral (
      select m.person_id from agency_membership m
      where m.agency_id = p.agency_id and m.ended_at is null and m.role in ('coordinator', 'executive')
      order by m.role = 'coordinator' desc limit 1) leader
    where p.state = 'adopted' and due.step is not null and not exists (
      select from job j where j.agency_id = p.agency_id and j.subject_id = p.id and j.kind = ${kind}
        and j.asked->>'reviewOn' = p.review_on::text and (j.asked->>'days')::int <= due.step)
    limit ${remindersAtOnce}
    on conflict do nothing`.execute(tx);
  return Number(posted.numAffectedRows ?? 0);
}
