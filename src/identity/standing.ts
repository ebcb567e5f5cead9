import { sql } from 'kysely';
import type { Logger } from 'pino';
import { actingAs, type PersonId } from '../database/acting.ts';
import type { Databases } from '../database/database.ts';
import type { Auth } from './auth.ts';
import { listPlaces } from './places-store.ts';
import { sessionLimits, sessionWorth } from './session-rules.ts';
import { deleteSession, touchSession } from './session-store.ts';
import type { Viewer } from './viewer.ts';

/** What a request's cookies prove. */
export type Standing =
  | { readonly is: 'nobody' }
  /** The mailbox is proven, the code of the second step is outstanding: nothing but that step is open. */
  | {
      readonly is: 'second-step';
      readonly session: string;
      readonly person: PersonId;
      readonly email: string;
    }
  | { readonly is: 'viewer'; readonly viewer: Viewer };

const nobody: Standing = { is: 'nobody' };

export interface StandingDeps {
  readonly auth: Auth;
  readonly db: Databases;
  readonly log: Logger;
}

/**
 * Who sends these headers. Reads the session on the identity connection on every request, so that a revoked one is
 * out at once. Measures time by the clock and not by the program's `now`: sessions are real.
 */
export async function standingOf(deps: StandingDeps, headers: Headers): Promise<Standing> {
  if (!headers.has('cookie')) return nobody;
  const found = await findSession(deps, headers);
  if (!found) return nobody;
  const { session, user } = found;
  const person = user.id as PersonId;
  const times = {
    createdAt: session.createdAt,
    lastUsedAt: session.updatedAt,
    secondFactorAt: session.secondFactorAt ?? undefined,
  };
  const now = new Date();
  const worth = sessionWorth(times, user.twoFactorEnabled === true, now);
  if (worth === 'ended') {
    await deleteSession(deps.db.identity, person, session.id);
    return nobody;
  }
  if (worth === 'second-step') return { is: worth, session: session.id, person, email: user.email };
  if (now.getTime() - session.updatedAt.getTime() >= sessionLimits.touchEvery) {
    await touchSession(deps.db.identity, session.id);
  }
  const places = await actingAs(deps.db.app, { as: 'person', person }, listPlaces);
  return {
    is: 'viewer',
    viewer: { person, name: user.name, email: user.email, session: session.id, ...places },
  };
}

/**
 * The session of these headers. better-auth puts an answer of its own in the place of what went wrong; a question to
 * the database tells whether it is away, which the site answers in another way than a fault. Where it is not, a single
 * connection may have broken, and the session is read once more.
 */
async function findSession({ auth, db }: StandingDeps, headers: Headers) {
  try {
    return await auth.api.getSession({ headers });
  } catch {
    await sql`select 1`.execute(db.identity);
  }
  try {
    return await auth.api.getSession({ headers });
  } catch (cause) {
    throw new Error('The session could not be read.', { cause });
  }
}
