import { sql } from 'kysely';
import type { Transaction } from '../database/acting.ts';
import type { JointGroup } from './joint-agreement.ts';

/** One act about a group, from the trail of the agency that leads it. */
export interface GroupEvent {
  readonly at: Date;
  readonly action: string;
  /** Who answered: an agency or a partner. Undefined for what the lead did itself. */
  readonly party: string | undefined;
  readonly version: number | undefined;
  /** Who did it for the lead, where the reader may know the name. */
  readonly personName: string | undefined;
}

/** What happened in a group lately, newest first, as its lead or the campaign sees it. */
export async function listGroupEvents(
  tx: Transaction,
  { id, lead }: JointGroup,
  limit: number,
): Promise<readonly GroupEvent[]> {
  const rows = await tx
    .selectFrom('audit_event as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .leftJoin('joint_member as m', (join) =>
      join.on('m.group_id', '=', id).on(sql<boolean>`m.id::text = e.details ->> 'member'`),
    )
    .leftJoin('joint_partner as q', (join) =>
      join.on('q.group_id', '=', id).on(sql<boolean>`q.partner_id::text = e.details ->> 'partner'`),
    )
    .select(['e.at', 'e.action', 'e.details', 'm.name as member', 'q.name as partner', 'p.name as person'])
    .where('e.agency_id', '=', lead.agency)
    .where('e.subject_kind', '=', 'joint-group')
    .where('e.subject_id', '=', id)
    .where('e.action', 'like', 'joint-%')
    .orderBy('e.at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    at: dayIn(row.details) ?? row.at,
    action: row.action,
    party: row.member ?? row.partner ?? undefined,
    version: versionIn(row.details),
    personName: row.person ?? undefined,
  }));
}

/** When its doer says it was: the trail itself knows when it was written. */
function dayIn(details: unknown): Date | undefined {
  if (typeof details !== 'object' || details === null || !('on' in details)) return undefined;
  return typeof details.on === 'string' ? new Date(details.on) : undefined;
}

function versionIn(details: unknown): number | undefined {
  if (typeof details !== 'object' || details === null || !('version' in details)) return undefined;
  return typeof details.version === 'number' ? details.version : undefined;
}
