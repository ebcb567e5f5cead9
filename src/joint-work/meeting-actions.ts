import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import type { Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { JointAct } from './joint-act.ts';
import { sideName } from './joint-place.ts';
import { mailBothSides, mayAct, recordJointStep } from './joint-step-actions.ts';
import {
  canBeHeld,
  changedMeetingFields,
  isMoved,
  type Meeting,
  type MeetingContent,
  type MeetingId,
  type MeetingPlan,
  type MeetingRefusal,
  type MeetingState,
  type MeetingStateName,
} from './meeting.ts';
import { meetingInvitation } from './meeting-calendar-content.ts';
import { type MeetingNews, meetingMail } from './meeting-mail-content.ts';
import { insertMeeting, lockMeeting, updateMeeting } from './meeting-store.ts';

export { listChanges } from './joint-change-store.ts';
export { findMeeting, listCalendar, listMeetings } from './meeting-store.ts';

/** Puts a meeting on the calendar of both sides and mails them. Meetings of the past may be entered too. */
export async function planMeeting(
  tx: Transaction,
  act: JointAct,
  plan: MeetingPlan,
  today: CalendarDate,
): Promise<Outcome<MeetingId, MeetingRefusal>> {
  const open = await mayAct(tx, act);
  if (!open.ok) return open;
  const id = await insertMeeting(tx, act.partnership, plan, { side: act.side, at: act.now });
  await recordJointStep(tx, act, { act: 'meeting-planned', kind: 'joint-meeting', id });
  if (plan.day >= today) await tell(tx, act, asPlanned(act, id, plan), 'planned');
  return done(id);
}

/** Changes plan or record; what was held stays held, and can't lie ahead. Both sides hear of it when people would go wrong who know only how it was. */
export async function changeMeeting(
  tx: Transaction,
  act: JointAct,
  id: string,
  change: { readonly revision: number; readonly content: MeetingContent },
): Promise<Outcome<MeetingId, MeetingRefusal>> {
  const found = await lockIn(tx, act, id, ['planned', 'held'], change.revision);
  if (!found.ok) return found;
  const before = found.value;
  const { day } = change.content;
  if (before.state.is === 'held' && day > dayIn(act.partnership.agency.timeZone, act.now))
    return refused({ code: 'meeting-ahead', day });
  const fields = changedMeetingFields(before, change.content);
  if (fields.length === 0) return done(before.id);
  const after = await save(tx, act, before, { content: change.content, state: before.state });
  const moved = before.state.is === 'planned' && isMoved(fields);
  const what = moved ? 'meeting-moved' : 'meeting-changed';
  await recordJointStep(tx, act, { act: what, kind: 'joint-meeting', id: before.id, fields });
  if (moved) await tell(tx, act, after, 'moved');
  return done(before.id);
}

/** Says what came of a planned meeting, and who was there. */
export async function holdMeeting(
  tx: Transaction,
  act: JointAct,
  id: string,
  held: { readonly revision: number; readonly content: MeetingContent; readonly today: CalendarDate },
): Promise<Outcome<MeetingId, MeetingRefusal>> {
  const found = await lockIn(tx, act, id, ['planned'], held.revision);
  if (!found.ok) return found;
  const before = found.value;
  const { day } = held.content;
  if (!canBeHeld({ ...before, day }, held.today)) return refused({ code: 'meeting-ahead', day });
  await save(tx, act, before, { content: held.content, state: { is: 'held' } });
  const fields = changedMeetingFields(before, held.content);
  await recordJointStep(tx, act, { act: 'meeting-held', kind: 'joint-meeting', id: before.id, fields });
  return done(before.id);
}

export async function cancelMeeting(
  tx: Transaction,
  act: JointAct,
  id: string,
  cancelled: { readonly revision: number; readonly reason: string },
): Promise<Outcome<MeetingId, MeetingRefusal>> {
  const found = await lockIn(tx, act, id, ['planned'], cancelled.revision);
  if (!found.ok) return found;
  const before = found.value;
  const { reason } = cancelled;
  const after = await save(tx, act, before, { content: before, state: { is: 'cancelled', reason } });
  await recordJointStep(tx, act, { act: 'meeting-cancelled', kind: 'joint-meeting', id: before.id });
  await tell(tx, act, after, 'cancelled');
  return done(before.id);
}

/** Undoes a cancellation: the meeting is planned again as it was. */
export async function restoreMeeting(
  tx: Transaction,
  act: JointAct,
  id: string,
  revision: number,
): Promise<Outcome<MeetingId, MeetingRefusal>> {
  const found = await lockIn(tx, act, id, ['cancelled'], revision);
  if (!found.ok) return found;
  const before = found.value;
  const after = await save(tx, act, before, { content: before, state: { is: 'planned' } });
  await recordJointStep(tx, act, { act: 'meeting-restored', kind: 'joint-meeting', id: before.id });
  await tell(tx, act, after, 'restored');
  return done(before.id);
}

/** Takes back that it was held, for one that was marked so by mistake; what was written stays. */
export async function reopenMeeting(
  tx: Transaction,
  act: JointAct,
  id: string,
  revision: number,
): Promise<Outcome<MeetingId, MeetingRefusal>> {
  const found = await lockIn(tx, act, id, ['held'], revision);
  if (!found.ok) return found;
  const before = found.value;
  await save(tx, act, before, { content: before, state: { is: 'planned' } });
  await recordJointStep(tx, act, { act: 'meeting-reopened', kind: 'joint-meeting', id: before.id });
  return done(before.id);
}

/** Answers the meeting as it stands from now on. */
async function save(
  tx: Transaction,
  { partnership, now }: JointAct,
  before: Meeting,
  { content, state }: { readonly content: MeetingContent; readonly state: MeetingState },
): Promise<Meeting> {
  await updateMeeting(tx, partnership, before, { content, state, at: now });
  return { ...before, ...content, state, changedAt: now, revision: before.revision + 1 };
}

function asPlanned({ side, now }: JointAct, id: MeetingId, plan: MeetingPlan): Meeting {
  const planned = { state: { is: 'planned' }, plannedBy: side, plannedAt: now, changedAt: now } as const;
  return { ...plan, ...planned, id, minutes: '', attendees: [], revision: 1 };
}

async function lockIn(
  tx: Transaction,
  act: JointAct,
  id: string,
  states: readonly MeetingStateName[],
  revision: number,
): Promise<Outcome<Meeting, MeetingRefusal>> {
  const open = await mayAct(tx, act);
  if (!open.ok) return open;
  const meeting = await lockMeeting(tx, act.partnership, id);
  if (!meeting) return refused({ code: 'meeting-not-found' });
  const state = meeting.state.is;
  if (!states.includes(state)) return refused({ code: 'meeting-elsewhere', state });
  return meeting.revision === revision ? done(meeting) : refused({ code: 'meeting-changed', now: meeting });
}

/**
 * Mails both sides what became of a meeting, with its entry for calendars: whose calendar holds the meeting hears of
 * every change to it, also of one that a colleague made.
 */
function tell(tx: Transaction, act: JointAct, meeting: Meeting, news: MeetingNews): Promise<void> {
  const { partnership, side, campaign, siteUrl } = act;
  return mailBothSides(
    tx,
    act,
    (reader, base) => (to) =>
      meetingMail(news, {
        meeting,
        from: reader === side ? act.personName : sideName(partnership, side),
        timeZone: partnership.agency.timeZone,
        url: `${siteUrl}${base}/meetings/${meeting.id}`,
        entry: meetingInvitation(meeting, { partnership, base, siteUrl, to }),
        campaign,
      }),
  );
}
