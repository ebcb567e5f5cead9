import { recordAudit } from '../audit/audit.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ClassRefusal, ClassSession, ClassSessionId } from './class-session.ts';
import { lockSession } from './class-session-store.ts';

/** The session, locked, if it is still scheduled: what is completed or cancelled isn't changed. */
export async function lockScheduled(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<Outcome<ClassSession, ClassRefusal>> {
  const session = await lockSession(tx, agency, id);
  if (!session) return refused({ code: 'session-not-found' });
  if (session.state.is !== 'scheduled') return refused({ code: 'session-closed', state: session.state.is });
  return done(session);
}

/** Leaves the trace of what was done to a session. */
export function recordClass(
  tx: Transaction,
  agency: AgencyId,
  action: string,
  id: ClassSessionId,
  details: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  return recordAudit(tx, { agency }, { action, subject: { kind: 'class-session', id }, details });
}
