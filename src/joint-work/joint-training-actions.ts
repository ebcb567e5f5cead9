import type { CalendarDate } from '../calendar/calendar-date.ts';
import { listAttendance } from '../class-session/attendance-actions.ts';
import { type ClassSession, type ClassSessionId, takesPart } from '../class-session/class-session.ts';
import { listSeats } from '../class-session/enrollment-actions.ts';
import { findSession, listSessions } from '../class-session/schedule-actions.ts';
import type { Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Partnership } from '../partnership/partnership.ts';
import type { JointAct } from './joint-act.ts';
import { mayAct, recordJointStep } from './joint-step-actions.ts';
import {
  changedTrainingFields,
  type JointTraining,
  type JointTrainingContent,
  type JointTrainingId,
  type JointTrainingRefusal,
} from './joint-training.ts';
import {
  insertTraining,
  isClassListed,
  listClassesListed,
  lockTraining,
  updateTraining,
} from './joint-training-store.ts';

export { findTraining, listTrainings } from './joint-training-store.ts';

/** Lists a training that took place, maybe as a class of the agency's calendar. */
export async function addTraining(
  tx: Transaction,
  act: JointAct,
  content: JointTrainingContent,
  from: { readonly session: ClassSessionId | undefined; readonly today: CalendarDate },
): Promise<Outcome<JointTrainingId, JointTrainingRefusal>> {
  const { partnership, side, now } = act;
  const open = await mayAct(tx, act);
  if (!open.ok) return open;
  if (content.heldOn > from.today) return refused({ code: 'training-ahead' });
  const { session } = from;
  if (session !== undefined) {
    const held = side === 'agency' ? await heldClass(tx, partnership, session, from.today) : undefined;
    if (!held) return refused({ code: 'class-not-held' });
  }
  const id = await insertTraining(tx, partnership, content, { session, at: now });
  if (!id) return refused({ code: 'class-listed' });
  await recordJointStep(tx, act, { act: 'training-added', kind: 'joint-training', id });
  return done(id);
}

export async function changeTraining(
  tx: Transaction,
  act: JointAct,
  id: string,
  change: {
    readonly revision: number;
    readonly content: JointTrainingContent;
    readonly today: CalendarDate;
  },
): Promise<Outcome<JointTrainingId, JointTrainingRefusal>> {
  if (change.content.heldOn > change.today) return refused({ code: 'training-ahead' });
  const found = await lockListed(tx, act, id, false, change.revision);
  if (!found.ok) return found;
  const before = found.value;
  const fields = changedTrainingFields(before, change.content);
  if (fields.length === 0) return done(before.id);
  await updateTraining(tx, act.partnership, before, { content: change.content, removedAt: undefined });
  await recordJointStep(tx, act, { act: 'training-changed', kind: 'joint-training', id: before.id, fields });
  return done(before.id);
}

/** Takes a training off the list, to be listed again if that was a mistake. */
export async function removeTraining(
  tx: Transaction,
  act: JointAct,
  id: string,
  revision: number,
): Promise<Outcome<JointTrainingId, JointTrainingRefusal>> {
  const found = await lockListed(tx, act, id, false, revision);
  if (!found.ok) return found;
  await updateTraining(tx, act.partnership, found.value, { content: found.value, removedAt: act.now });
  await recordJointStep(tx, act, { act: 'training-removed', kind: 'joint-training', id: found.value.id });
  return done(found.value.id);
}

export async function restoreTraining(
  tx: Transaction,
  act: JointAct,
  id: string,
  revision: number,
): Promise<Outcome<JointTrainingId, JointTrainingRefusal>> {
  const found = await lockListed(tx, act, id, true, revision);
  if (!found.ok) return found;
  const { session } = found.value;
  if (session !== undefined && (await isClassListed(tx, act.partnership, session)))
    return refused({ code: 'class-listed' });
  await updateTraining(tx, act.partnership, found.value, { content: found.value, removedAt: undefined });
  await recordJointStep(tx, act, { act: 'training-restored', kind: 'joint-training', id: found.value.id });
  return done(found.value.id);
}

/** The agency's classes that can be listed: held, and not on the list yet; the latest first. */
export async function classesToList(
  tx: Transaction,
  partnership: Partnership,
  today: CalendarDate,
): Promise<readonly ClassSession[]> {
  const past = { phase: 'past', search: '', today, limit: 50, offset: 0 } as const;
  const { sessions } = await listSessions(tx, partnership.agency.id, past);
  const listed = await listClassesListed(tx, partnership);
  return sessions.filter(({ id }) => !listed.includes(id));
}

/** A class as a training: its course, last day and teachers, and how many people were there. */
export async function trainingOfClass(
  tx: Transaction,
  partnership: Partnership,
  id: ClassSessionId,
  today: CalendarDate,
): Promise<JointTrainingContent | undefined> {
  const session = await heldClass(tx, partnership, id, today);
  if (!session) return undefined;
  const { agency } = partnership;
  const seats = (await listSeats(tx, agency.id, id)).filter(({ state }) => takesPart(state));
  const attendance = await listAttendance(tx, agency.id, id);
  const present = new Set(
    attendance.filter(({ attended }) => attended.is !== 'absent').map(({ staff }) => staff),
  );
  return {
    course: session.course,
    heldOn: session.endsOn,
    taughtBySide: session.partnership === partnership.id ? 'partner' : 'agency',
    taughtBy: session.instructors.join(', '),
    attended: seats.filter(({ member }) => present.has(member.id)).length,
  };
}

async function heldClass(
  tx: Transaction,
  { agency }: Partnership,
  id: ClassSessionId,
  today: CalendarDate,
): Promise<ClassSession | undefined> {
  const session = await findSession(tx, agency.id, id);
  return session && session.state.is !== 'cancelled' && session.endsOn <= today ? session : undefined;
}

async function lockListed(
  tx: Transaction,
  act: JointAct,
  id: string,
  isRemoved: boolean,
  revision: number,
): Promise<Outcome<JointTraining, JointTrainingRefusal>> {
  const open = await mayAct(tx, act);
  if (!open.ok) return open;
  const training = await lockTraining(tx, act.partnership, id);
  if (!training) return refused({ code: 'training-not-found' });
  const isShown = training.isRemoved === isRemoved && training.revision === revision;
  return isShown ? done(training) : refused({ code: 'training-changed', now: training });
}
