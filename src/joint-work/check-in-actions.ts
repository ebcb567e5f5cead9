import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Partnership, Side } from '../partnership/partnership.ts';
import { type CheckInAnswer, type CheckInPair, type CheckInRefusal, checkInPairs } from './check-in.ts';
import { insertCheckIn, listCheckIns, lockCheckIn, updateCheckIn } from './check-in-store.ts';
import { type HalfYear, halfYearOf } from './half-year.ts';
import type { JointAct } from './joint-act.ts';
import { mayAct, recordJointStep } from './joint-step-actions.ts';

/** Twelve years of answers of both sides. */
const answersAtMost = 48;

/** The answers as one side may read them, the present half-year first. */
export async function checkInsFor(
  tx: Transaction,
  partnership: Partnership,
  reader: Side,
  today: CalendarDate,
): Promise<readonly CheckInPair[]> {
  const known = await listCheckIns(tx, partnership, answersAtMost);
  const present = halfYearOf(today);
  const past = known.map(({ half }) => half).filter(({ startsOn }) => startsOn < present.startsOn);
  const halves = [present, ...past].filter(
    (half, place, all) => all.findIndex(({ startsOn }) => startsOn === half.startsOn) === place,
  );
  return checkInPairs(known, halves, reader, today);
}

/** Gives or changes a side's own answer for the half-year of `today`. */
export async function answerCheckIn(
  tx: Transaction,
  act: JointAct,
  given: {
    /** Of the answer that the form showed; 0 where there was none. */
    readonly revision: number;
    readonly answer: CheckInAnswer;
    readonly today: CalendarDate;
  },
): Promise<Outcome<'answered' | 'changed', CheckInRefusal>> {
  const { partnership, side } = act;
  const open = await mayAct(tx, act);
  if (!open.ok) return open;
  const half = halfYearOf(given.today);
  const { arrangement } = partnership;
  const contact = side === 'agency' ? arrangement.agencyContact : arrangement.partnerContact;
  const answer = { ...given.answer, liaisonName: contact.name };
  const before = await lockCheckIn(tx, partnership, half, side);
  if (before && before.revision !== given.revision) return refused({ code: 'check-in-changed', now: before });
  if (before) await updateCheckIn(tx, act, before, answer);
  else if (!(await insertCheckIn(tx, act, half, answer))) return lostTo(tx, partnership, half, side);
  const what = before ? 'check-in-changed' : 'check-in-answered';
  await recordJointStep(tx, act, { act: what, kind: 'joint-check-in', id: partnership.id });
  return done(before ? 'changed' : 'answered');
}

/** A colleague's first answer came between the look and the writing. */
async function lostTo(
  tx: Transaction,
  partnership: Partnership,
  half: HalfYear,
  side: Side,
): Promise<Outcome<never, CheckInRefusal>> {
  const now = await lockCheckIn(tx, partnership, half, side);
  if (!now) throw new Error('An answer that was in the way is not there.');
  return refused({ code: 'check-in-changed', now });
}
