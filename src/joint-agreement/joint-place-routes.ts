import type { Context } from 'hono';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import type { JointGroup, JointGroupId } from './joint-agreement.ts';
import { findGroup } from './joint-reading-actions.ts';

export function groupId(c: Context): JointGroupId {
  return pathId<JointGroupId>(c, 'group');
}

/** The group of the address, where the acting party has a place in it; to everybody else it does not exist. */
export async function groupIn(tx: Transaction, c: Context): Promise<JointGroup> {
  const group = await findGroup(tx, groupId(c));
  if (!group) throw new NotFound();
  return group;
}

/** The group that the acting agency leads. */
export async function ledGroup(c: Context<AgencyEnv>): Promise<JointGroup> {
  const { deps, acting, agency } = c.var;
  const group = await actingAs(deps.db.app, acting, (tx) => groupIn(tx, c));
  if (group.lead.agency !== agency.id) throw new NotFound();
  return group;
}

export function addressOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

export function groupBase(c: Context<AgencyEnv>): string {
  return `/workspace/${c.var.agency.slug}/groups/${groupId(c)}`;
}
