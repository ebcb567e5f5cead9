import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PartnerId, Transaction } from '../database/acting.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import type { JointGroup, JointGroupId } from './joint-agreement.ts';

/**
 * Answers follow each other, of whatever group: each writes into the trails of several parties, and two that took the
 * same ones in another order would wait for each other.
 */
export async function lockAnswers(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('joint answers', 0))`.execute(tx);
}

/** An agency and a partner that have both said yes, but for whom one person would speak. */
export interface LeftOutPair {
  readonly agency: AgencyId;
  readonly agencyName: string;
  readonly partner: PartnerId;
  readonly partnerName: string;
}

/**
 * The pairs of the present version that the database left out because who confirmed for the partner works for the
 * agency: the mirror of `agree_joint_partnerships`. The transaction acts as the program: no lead sees whom an agency employs.
 */
export async function listLeftOut(
  tx: Transaction,
  { id, version }: Pick<JointGroup, 'id' | 'version'>,
): Promise<readonly LeftOutPair[]> {
  const { rows } = await sql<{
    agency_id: AgencyId;
    agency_name: string;
    partner_id: PartnerId;
    partner_name: string;
  }>`
    select m.agency_id, m.name as agency_name, q.partner_id, q.name as partner_name
    from joint_member m join joint_partner q on q.group_id = m.group_id
    where m.group_id = ${id} and m.state = 'joined' and m.version = ${version}
      and q.state = 'confirmed' and q.version = ${version}
      and (q.answered_by = m.answered_by or exists (select from agency_membership a
        where a.agency_id = m.agency_id and a.person_id = q.answered_by and a.ended_at is null))
      and not exists (select from joint_partnership j where j.group_id = m.group_id and j.agency_id = m.agency_id
        and j.partner_id = q.partner_id and j.version = ${version})
    order by m.name collate "und-x-icu", q.name collate "und-x-icu"`.execute(tx);
  return rows.map((row) => ({
    agency: row.agency_id,
    agencyName: row.agency_name,
    partner: row.partner_id,
    partnerName: row.partner_name,
  }));
}

/** The group that a partnership came out of, where the acting party has a place in it; the latest of several, and until when. */
export async function findGroupOfPartnership(
  tx: Transaction,
  partnership: PartnershipId,
): Promise<(Pick<JointGroup, 'id' | 'name'> & { readonly until: CalendarDate | undefined }) | undefined> {
  const row = await tx
    .selectFrom('joint_partnership as j')
    .innerJoin('joint_group as g', 'g.id', 'j.group_id')
    .innerJoin('agency as a', 'a.id', 'j.agency_id')
    .select(['g.id', 'g.name'])
    .select(
      sql<
        string | null
      >`(select (min(v.answered_at) at time zone a.time_zone)::date::text from agreement_version v
        where v.agency_id = j.agency_id and v.partnership_id = j.partnership_id and v.state = 'agreed'
          and v.answered_at > j.agreed_at)`.as('until'),
    )
    .where('j.partnership_id', '=', partnership)
    .orderBy('j.agreed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      id: row.id as JointGroupId,
      name: row.name,
      until: (row.until as CalendarDate | null) ?? undefined,
    }
  );
}
