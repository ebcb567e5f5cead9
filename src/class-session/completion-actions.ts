import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { removeRecord } from '../training/person-training-actions.ts';
import { attestRecord } from '../training/record-entry-actions.ts';
import { listAttendance } from './attendance-store.ts';
import { lockScheduled, recordClass } from './class-audit-actions.ts';
import { updateState } from './class-change-store.ts';
import type { ClassRefusal, ClassSession } from './class-session.ts';
import { lockSession } from './class-session-store.ts';
import { obstacleToCompletion, type PersonResult, recordOf, resultsOf } from './completion.ts';
import { listSeats, updateOutcome } from './seat-store.ts';

export interface ClassCompleted {
  readonly completed: number;
  readonly incomplete: number;
}

/**
 * Writes a training record for everybody who attended all hours, and closes the session. Done twice at once, the
 * second finds it closed: nobody gets two records.
 */
export async function completeClass(
  tx: Transaction,
  agency: AgencyId,
  id: string,
  by: PersonId,
  today: CalendarDate,
): Promise<Outcome<ClassCompleted, ClassRefusal>> {
  const found = await lockScheduled(tx, agency, id);
  if (!found.ok) return found;
  const session = found.value;
  const seats = await listSeats(tx, agency, session.id);
  const results = resultsOf(session, seats, await listAttendance(tx, agency, session.id));
  const obstacle = obstacleToCompletion(session, results, today);
  if (obstacle) return refused(obstacle);
  for (const result of results) await settle(tx, agency, session, result, by, today);
  await updateState(tx, agency, session.id, { to: 'completed', by });
  const completed = results.filter(({ result }) => result.is === 'complete').length;
  const counts = { completed, incomplete: results.length - completed };
  await recordClass(tx, agency, 'class-completed', session.id, counts);
  return done(counts);
}

async function settle(
  tx: Transaction,
  agency: AgencyId,
  session: ClassSession,
  { seat, result }: PersonResult,
  by: PersonId,
  today: CalendarDate,
): Promise<void> {
  const staff = seat.member.id;
  if (result.is !== 'complete')
    return updateOutcome(tx, agency, session.id, staff, { outcome: 'incomplete', recordId: null });
  const origin = { from: 'class-session', id: session.id } as const;
  const attested = await attestRecord(tx, agency, staff, recordOf(session), by, origin, today);
  // A seat has a person of the roster, and nobody is ever deleted from it.
  if (!attested.ok) throw new Error(`A seat of the session ${session.id} names nobody.`);
  const { record, was } = attested.value;
  // A record that was there before isn't the session's: opening it again doesn't take that one away.
  const outcome =
    was === 'here-already'
      ? ({ outcome: 'recorded-before', recordId: null } as const)
      : ({ outcome: 'recorded', recordId: record } as const);
  return updateOutcome(tx, agency, session.id, staff, outcome);
}

/** Opens a completed session again: the records it wrote are removed, and come back when it is completed anew. */
export async function reopenClass(
  tx: Transaction,
  agency: AgencyId,
  id: string,
  reason: string,
  by: PersonId,
): Promise<Outcome<{ readonly removed: number }, ClassRefusal>> {
  const session = await lockSession(tx, agency, id);
  if (!session) return refused({ code: 'session-not-found' });
  if (session.state.is !== 'completed') return refused({ code: 'session-not-completed' });
  let removed = 0;
  for (const { member, recordId, outcome } of await listSeats(tx, agency, session.id)) {
    if (recordId) {
      // One that somebody removed by hand in the meantime is gone already.
      const removal = await removeRecord(tx, agency, member.id, recordId, reason, by);
      if (removal.ok) removed += 1;
    }
    if (outcome) await updateOutcome(tx, agency, session.id, member.id, { outcome: null, recordId: null });
  }
  await updateState(tx, agency, session.id, { to: 'scheduled', reason });
  await recordClass(tx, agency, 'class-reopened', session.id, { removed });
  return done({ removed });
}
