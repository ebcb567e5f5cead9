import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import type { HalfYear } from './half-year.ts';

/** A partnership as its agency looks at all of them. */
export interface AgencyWork {
  readonly partnership: PartnershipId;
  readonly partner: string;
}

/** Partnerships whose agreement waits for the agency's answer, the oldest first. Acts for the agency. */
export async function listAgreementsToAnswer(
  tx: Transaction,
  agency: AgencyId,
): Promise<readonly AgencyWork[]> {
  const rows = await partnershipsOf(tx, agency)
    .where('p.waiting_for', '=', 'agency')
    .orderBy('p.proposed_at')
    .orderBy('p.id')
    .execute();
  return rows.map(workOf);
}

export interface OverdueActions extends AgencyWork {
  readonly count: number;
}

/** Where actions that the agency sees to are late on `today`, and how many, the latest of all first. Acts for the agency. */
export async function listOverdueOfAgency(
  tx: Transaction,
  agency: AgencyId,
  today: CalendarDate,
): Promise<readonly OverdueActions[]> {
  const rows = await partnershipsOf(tx, agency)
    .innerJoin('joint_action as j', (join) =>
      join.onRef('j.agency_id', '=', 'p.agency_id').onRef('j.partnership_id', '=', 'p.id'),
    )
    .select(sql<number>`count(*)::int`.as('late'))
    .where('p.state', '=', 'active')
    .where('j.owner_side', '=', 'agency')
    .where('j.state', '=', 'open')
    .where('j.due_on', '<', today)
    .groupBy(['p.id', 'o.name'])
    .orderBy(sql`min(j.due_on)`)
    .orderBy('p.id')
    .execute();
  return rows.map((row) => ({ ...workOf(row), count: row.late }));
}

export interface UnansweredWork extends AgencyWork {
  readonly confirmedAt: Date;
}

/** Partnerships that work together, and for whose half-year the agency has said nothing yet. Acts for the agency. */
export async function listUnansweredByAgency(
  tx: Transaction,
  agency: AgencyId,
  half: HalfYear,
): Promise<readonly UnansweredWork[]> {
  const rows = await partnershipsOf(tx, agency)
    .select('p.confirmed_at')
    .where('p.state', '=', 'active')
    .where(sql<boolean>`not has_checked_in(p.agency_id, p.id, ${half.startsOn}::date, 'agency')`)
    .orderBy('p.confirmed_at')
    .orderBy('p.id')
    .execute();
  return rows.flatMap((row) =>
    row.confirmed_at === null ? [] : [{ ...workOf(row), confirmedAt: row.confirmed_at }],
  );
}

function partnershipsOf(tx: Transaction, agency: AgencyId) {
  return tx
    .selectFrom('partnership as p')
    .innerJoin('partner_organization as o', 'o.id', 'p.partner_id')
    .select(['p.id', 'o.name'])
    .where('p.agency_id', '=', agency);
}

function workOf({ id, name }: { readonly id: string; readonly name: string }): AgencyWork {
  return { partnership: id as PartnershipId, partner: name };
}
