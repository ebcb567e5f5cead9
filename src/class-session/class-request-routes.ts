import type { Context } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import type { ClassSession, ClassSessionId } from './class-session.ts';
import { findSession } from './schedule-actions.ts';

/** The class named in the path; to others than its agency it does not exist. */
export async function sessionAt(c: Context<AgencyEnv>): Promise<ClassSession> {
  const { agency, acting, deps } = c.var;
  const id = pathId<ClassSessionId>(c, 'id');
  const session = await actingAs(deps.db.app, acting, (tx) => findSession(tx, agency.id, id));
  if (!session) throw new NotFound();
  return session;
}

export function mayChange(agency: AgencyPlace): boolean {
  return agency.roles.some((role) => role === 'coordinator' || role === 'training-officer');
}

/** The present address with its query. */
export function hrefOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}
