import type { CalendarDate } from '../calendar/calendar-date.ts';
import { categoryOf } from '../campaign-rules/training-category.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { coverageAsOf, rulesOf } from '../training/coverage-actions.ts';
import { recognizerOf } from '../training/judging-actions.ts';
import { deleteAttendanceOf } from './attendance-store.ts';
import { type CandidateQuery, listCandidates } from './candidate-store.ts';
import { lockScheduled, recordClass } from './class-audit-actions.ts';
import {
  type ClassRefusal,
  type ClassSession,
  freeSeats,
  giveSeats,
  isOver,
  providerOf,
  rosterDay,
  type SeatState,
} from './class-session.ts';
import { listOnRoster, listSeats, updateMovedUp, updateWithdrawn, upsertSeats } from './seat-store.ts';

export { listSeats } from './seat-store.ts';

/** One page of whom the class could be for: those who need its course for the pledge first. */
export async function candidatesFor(
  tx: Transaction,
  agency: AgencyId,
  session: ClassSession,
  page: Pick<CandidateQuery, 'search' | 'today' | 'limit' | 'offset'>,
) {
  const rules = await rulesOf(tx, agency);
  const coverage = await coverageAsOf(tx, agency, rules, page.today);
  const { course: title, hours } = session;
  const { program } = (await recognizerOf(tx, agency))({ title, hours, provider: providerOf(session) });
  return listCandidates(tx, agency, session.id, {
    ...page,
    onStaffOn: rosterDay(session, page.today),
    advanced: rules.advanced.programs,
    base: rules.trained.basePrograms,
    category: program === 'none' ? undefined : categoryOf(rules, program),
    baseForAll: rules.trained.baseNeededBy === 'everyone',
    countsNonSworn: rules.trained.of === 'sworn-and-selected-non-sworn',
    isAdvancedShort: (coverage?.advancedMissing ?? 0) > 0,
  });
}

/**
 * Enrolls people in the order of their names; when the seats are taken, the rest wait. In a class that is over, and is
 * entered after the fact, nobody waits: whoever is chosen was there, however many seats were planned.
 */
export async function enrollStaff(
  tx: Transaction,
  agency: AgencyId,
  id: string,
  staff: readonly string[],
  today: CalendarDate,
): Promise<Outcome<{ readonly enrolled: number; readonly waiting: number }, ClassRefusal>> {
  const found = await lockScheduled(tx, agency, id);
  if (!found.ok) return found;
  const session = found.value;
  const over = isOver(session, today);
  const instead: readonly SeatState[] = over ? ['withdrawn', 'waiting'] : ['withdrawn'];
  const seats = (await listSeats(tx, agency, session.id)).filter(({ state }) => !instead.includes(state));
  const seated = new Set(seats.map(({ member }) => member.id));
  const onRoster = await listOnRoster(tx, agency, staff, rosterDay(session, today));
  const asked = onRoster.filter((one) => !seated.has(one));
  if (asked.length === 0) return refused({ code: 'nobody-chosen' });
  // Who waits goes before who comes new.
  const free = session.waiting > 0 ? 0 : freeSeats(session.seats, session.taken);
  const given = giveSeats(asked, over ? asked.length : free);
  const enrolled = await upsertSeats(tx, agency, session.id, given.enrolled, 'enrolled', instead);
  const waiting = await upsertSeats(tx, agency, session.id, given.waiting, 'waiting', ['withdrawn']);
  await recordClass(tx, agency, 'class-enrolled', session.id, { enrolled, waiting });
  return done({ enrolled, waiting });
}

/** Adds people who came without a seat, from the first day on; also those who waited for one. */
export async function addWalkIns(
  tx: Transaction,
  agency: AgencyId,
  id: string,
  staff: readonly string[],
  today: CalendarDate,
): Promise<Outcome<number, ClassRefusal>> {
  const found = await lockScheduled(tx, agency, id);
  if (!found.ok) return found;
  const session = found.value;
  if (session.startsOn > today) return refused({ code: 'session-not-begun', startsOn: session.startsOn });
  const asked = await listOnRoster(tx, agency, staff, session.startsOn);
  const added = await upsertSeats(tx, agency, session.id, asked, 'walk-in', ['withdrawn', 'waiting']);
  if (added === 0) return refused({ code: 'nobody-chosen' });
  await recordClass(tx, agency, 'class-walk-ins', session.id, { added });
  return done(added);
}

/** Gives a seat back; who has waited longest moves up, as long as the class isn't over. */
export async function withdrawStaff(
  tx: Transaction,
  agency: AgencyId,
  id: string,
  staff: string,
  today: CalendarDate,
): Promise<Outcome<{ readonly movedUp: number }, ClassRefusal>> {
  const found = await lockScheduled(tx, agency, id);
  if (!found.ok) return found;
  const { id: session, seats } = found.value;
  if (!(await updateWithdrawn(tx, agency, session, staff))) return refused({ code: 'seat-not-found' });
  await deleteAttendanceOf(tx, agency, session, staff);
  const taken = (await listSeats(tx, agency, session)).filter(({ state }) => state !== 'waiting').length;
  const free = isOver(found.value, today) ? 0 : freeSeats(seats, taken);
  const movedUp = await updateMovedUp(tx, agency, session, free);
  await recordClass(tx, agency, 'class-withdrawn', session, { staff, movedUp });
  return done({ movedUp });
}
