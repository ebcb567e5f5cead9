import { sql } from 'kysely';
import type { Transaction } from '../database/acting.ts';
import type { Partnership, Side } from '../partnership/partnership.ts';
import type { HalfYear } from './half-year.ts';

/** How many partnerships are asked about at once: the rest comes with the next look. */
const partnershipsAtOnce = 500;

/**
 * Asks for a look at what is due on the joint list, once a week for every partnership that has something due within a
 * week, in the name of the agency's coordinator. The transaction acts for the program. Answers for how many.
 */
export async function insertActionReminderJobs(
  tx: Transaction,
  kind: string,
  week: { readonly begin: Date; readonly until: string },
): Promise<number> {
  const asked = await sql`
    insert into job (agency_id, kind, subject_id, asked, asked_by)
    select p.agency_id, ${kind}, p.id, jsonb_build_object('partnership', p.id), c.person_id
    from partnership p
    join agency_membership c on c.agency_id = p.agency_id and c.role = 'coordinator' and c.ended_at is null
    where p.confirmed_at is not null and p.state not in ('declined', 'ended')
      and exists (select from joint_action a where a.agency_id = p.agency_id and a.partnership_id = p.id
        and a.state = 'open' and a.due_on <= ${week.until}::date)
      and not exists (select from job j where j.agency_id = p.agency_id and j.subject_id = p.id
        and j.kind = ${kind} and j.asked_at >= ${week.begin})
    limit ${partnershipsAtOnce}
    on conflict do nothing`.execute(tx);
  return Number(asked.numAffectedRows ?? 0);
}

/**
 * Asks once a half-year for the letters “How is it going?”, for every partnership that has lasted for some time and
 * lacks an answer.
 */
export async function insertCheckInJobs(
  tx: Transaction,
  kind: string,
  half: {
    /** The half-year's first day. */
    readonly startsOn: string;
    /** From when on the letters of this half-year are asked for. */
    readonly begin: Date;
    /** Confirmed by then. */
    readonly confirmedBefore: Date;
  },
): Promise<number> {
  const asked = await sql`
    insert into job (agency_id, kind, subject_id, asked, asked_by)
    select p.agency_id, ${kind}, p.id,
      jsonb_build_object('partnership', p.id, 'startsOn', ${half.startsOn}::text), c.person_id
    from partnership p
    join agency_membership c on c.agency_id = p.agency_id and c.role = 'coordinator' and c.ended_at is null
    where p.confirmed_at < ${half.confirmedBefore} and p.state not in ('declined', 'ended')
      and not (has_checked_in(p.agency_id, p.id, ${half.startsOn}::date, 'agency')
        and has_checked_in(p.agency_id, p.id, ${half.startsOn}::date, 'partner'))
      and not exists (select from job j where j.agency_id = p.agency_id and j.subject_id = p.id
        and j.kind = ${kind} and j.asked_at >= ${half.begin})
    limit ${partnershipsAtOnce}
    on conflict do nothing`.execute(tx);
  return Number(asked.numAffectedRows ?? 0);
}

/** Whether a side has answered for a half-year: known to both, though the answer is not. */
export async function hasCheckedIn(
  tx: Transaction,
  { agency, id }: Pick<Partnership, 'agency' | 'id'>,
  half: HalfYear,
  side: Side,
): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select has_checked_in(${agency.id}, ${id}, ${half.startsOn}::date, ${side}) as has`.execute(tx);
  return rows[0]?.has ?? false;
}
