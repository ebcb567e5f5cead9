import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { PartnerId, Transaction } from '../database/acting.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import type { ActionItemId } from './action-item.ts';
import type { HalfYear } from './half-year.ts';

/** A partnership that works together now, as its organization looks at all of them. */
export interface SharedWork {
  readonly partnership: PartnershipId;
  readonly agency: { readonly name: string; readonly timeZone: string };
}

export interface OpenAction extends SharedWork {
  readonly id: ActionItemId;
  readonly what: string;
  readonly dueOn: CalendarDate;
}

/** What the organization has to see to, at all agencies, the oldest first. Acts for the partner. */
export async function listOpenActionsOf(tx: Transaction, partner: PartnerId): Promise<readonly OpenAction[]> {
  const rows = await sharedBy(tx, partner)
    .innerJoin('joint_action as j', (join) =>
      join.onRef('j.agency_id', '=', 'p.agency_id').onRef('j.partnership_id', '=', 'p.id'),
    )
    .select(['j.id as action_id', 'j.what', 'j.due_on'])
    .where('j.owner_side', '=', 'partner')
    .where('j.state', '=', 'open')
    .orderBy('j.due_on')
    .orderBy('j.id')
    .execute();
  return rows.map((row) => ({
    ...workOf(row),
    id: row.action_id as ActionItemId,
    what: row.what,
    dueOn: row.due_on as CalendarDate,
  }));
}

export interface LastCheckIn extends SharedWork {
  readonly confirmedAt: Date;
  /** The first day of the latest half-year that the organization has answered for. */
  readonly answeredFor: HalfYear['startsOn'] | undefined;
}

/** Of every partnership that works together, for when the organization last said how it is going. Acts for the partner. */
export async function listLastCheckInsOf(
  tx: Transaction,
  partner: PartnerId,
): Promise<readonly LastCheckIn[]> {
  const rows = await sharedBy(tx, partner)
    .select('p.confirmed_at')
    .select((of) =>
      of
        .selectFrom('joint_check_in as c')
        .select(sql<string>`max(c.half_starts_on)`.as('half'))
        .whereRef('c.agency_id', '=', 'p.agency_id')
        .whereRef('c.partnership_id', '=', 'p.id')
        .where('c.side', '=', 'partner')
        .as('answered_for'),
    )
    .execute();
  return rows.flatMap((row) =>
    row.confirmed_at === null
      ? []
      : [
          {
            ...workOf(row),
            confirmedAt: row.confirmed_at,
            answeredFor: (row.answered_for as CalendarDate | null) ?? undefined,
          },
        ],
  );
}

function sharedBy(tx: Transaction, partner: PartnerId) {
  return tx
    .selectFrom('partnership as p')
    .innerJoin('agency as a', 'a.id', 'p.agency_id')
    .select(['p.id as partnership_id', 'a.name as agency_name', 'a.time_zone'])
    .where('p.partner_id', '=', partner)
    .where('p.state', '=', 'active');
}

function workOf(row: { partnership_id: string; agency_name: string; time_zone: string }): SharedWork {
  return {
    partnership: row.partnership_id as PartnershipId,
    agency: { name: row.agency_name, timeZone: row.time_zone },
  };
}
