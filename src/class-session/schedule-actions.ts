import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { findPartnership } from '../partnership/partnership-actions.ts';
import { listAttendance } from './attendance-store.ts';
import { lockScheduled, recordClass } from './class-audit-actions.ts';
import { insertSession, updateSession, updateState } from './class-change-store.ts';
import { type ClassPlan, type ClassRefusal, type ClassSessionId, freeSeats } from './class-session.ts';
import { lockSession } from './class-session-store.ts';
import { updateMovedUp } from './seat-store.ts';

export {
  countToComplete,
  findSession,
  type ListedPhase,
  listLastHours,
  listSessions,
  listSessionsOf,
} from './class-session-store.ts';

/** Puts a class on the calendar. Classes of the past may be entered too, to take their attendance. */
export async function scheduleClass(
  tx: Transaction,
  agency: AgencyId,
  plan: ClassPlan,
  by: PersonId,
): Promise<Outcome<ClassSessionId, ClassRefusal>> {
  if (!(await isPartnerOf(tx, agency, plan))) return refused({ code: 'partnership-not-found' });
  const id = await insertSession(tx, agency, plan, by);
  await recordClass(tx, agency, 'class-scheduled', id, { days: plan.days.length, seats: plan.seats });
  return done(id);
}

/** Changes a class. Seats that people have, and days that attendance was taken of, can't be taken away. */
export async function changeClass(
  tx: Transaction,
  agency: AgencyId,
  id: string,
  plan: ClassPlan,
  today: CalendarDate,
): Promise<Outcome<ClassSessionId, ClassRefusal>> {
  const found = await lockScheduled(tx, agency, id);
  if (!found.ok) return found;
  const session = found.value;
  if (!(await isPartnerOf(tx, agency, plan))) return refused({ code: 'partnership-not-found' });
  if (plan.seats < session.taken && plan.seats < session.seats)
    return refused({ code: 'seats-taken', taken: session.taken });
  const days = new Set(plan.days.map(({ day }) => day));
  const lost = (await listAttendance(tx, agency, session.id)).find(({ day }) => !days.has(day));
  if (lost) return refused({ code: 'day-attended', day: lost.day });
  await updateSession(tx, agency, session.id, plan);
  // Nobody comes into a class that is over because it is said now to have had more seats.
  const isHeld = plan.days.every(({ day }) => day < today);
  if (!isHeld) await updateMovedUp(tx, agency, session.id, freeSeats(plan.seats, session.taken));
  await recordClass(tx, agency, 'class-changed', session.id);
  return done(session.id);
}

export async function cancelClass(
  tx: Transaction,
  agency: AgencyId,
  id: string,
  reason: string,
  by: PersonId,
): Promise<Outcome<ClassSessionId, ClassRefusal>> {
  const found = await lockScheduled(tx, agency, id);
  if (!found.ok) return found;
  await updateState(tx, agency, found.value.id, { to: 'cancelled', by, reason });
  await recordClass(tx, agency, 'class-cancelled', found.value.id);
  return done(found.value.id);
}

/** Takes a cancellation back: the class is as it was, with everybody who had a seat or waited. */
export async function reinstateClass(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<Outcome<ClassSessionId, ClassRefusal>> {
  const session = await lockSession(tx, agency, id);
  if (!session) return refused({ code: 'session-not-found' });
  if (session.state.is === 'completed') return refused({ code: 'session-closed', state: 'completed' });
  if (session.state.is === 'scheduled') return done(session.id);
  await updateState(tx, agency, session.id, { to: 'scheduled' });
  await recordClass(tx, agency, 'class-reinstated', session.id);
  return done(session.id);
}

async function isPartnerOf(tx: Transaction, agency: AgencyId, { partnership }: ClassPlan): Promise<boolean> {
  return partnership === undefined || (await findPartnership(tx, { agency }, partnership)) !== undefined;
}
