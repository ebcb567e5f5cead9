import type { Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import {
  type ActionItem,
  type ActionItemContent,
  type ActionItemId,
  type ActionItemRefusal,
  type ActionItemState,
  type ActionItemStateName,
  changedActionFields,
} from './action-item.ts';
import { insertAction, lockAction, updateAction } from './action-item-store.ts';
import type { JointAct } from './joint-act.ts';
import { mayAct, recordJointStep } from './joint-step-actions.ts';
import { findMeeting } from './meeting-store.ts';

export { findAction, listActions, listActionsAfter, listActionsOf } from './action-item-store.ts';

/** Puts something to do on the list of both sides, maybe as decided at a meeting. */
export async function addAction(
  tx: Transaction,
  act: JointAct,
  content: ActionItemContent,
  meetingId: string | undefined,
): Promise<Outcome<ActionItemId, ActionItemRefusal>> {
  const open = await mayAct(tx, act);
  if (!open.ok) return open;
  const meeting = meetingId === undefined ? undefined : await findMeeting(tx, act.partnership, meetingId);
  if (meetingId !== undefined && !meeting) return refused({ code: 'meeting-not-found' });
  const id = await insertAction(tx, act.partnership, content, { meeting: meeting?.id, at: act.now });
  await recordJointStep(tx, act, { act: 'action-added', kind: 'joint-action', id });
  return done(id);
}

export async function changeAction(
  tx: Transaction,
  act: JointAct,
  id: string,
  change: { readonly revision: number; readonly content: ActionItemContent },
): Promise<Outcome<ActionItemId, ActionItemRefusal>> {
  const found = await lockIn(tx, act, id, ['open', 'done', 'dropped'], change.revision);
  if (!found.ok) return found;
  const before = found.value;
  const fields = changedActionFields(before, change.content);
  if (fields.length === 0) return done(before.id);
  await updateAction(tx, act.partnership, before, { content: change.content, state: before.state });
  await recordJointStep(tx, act, { act: 'action-changed', kind: 'joint-action', id: before.id, fields });
  return done(before.id);
}

type Shown = { readonly revision: number };

export function finishAction(tx: Transaction, act: JointAct, id: string, { revision }: Shown) {
  return move(tx, act, id, { from: ['open'], revision, to: { is: 'done', at: act.now }, act: 'action-done' });
}

/** Opens again what was done or dropped. */
export function reopenAction(tx: Transaction, act: JointAct, id: string, { revision }: Shown) {
  return move(tx, act, id, {
    from: ['done', 'dropped'],
    revision,
    to: { is: 'open' },
    act: 'action-reopened',
  });
}

export function dropAction(
  tx: Transaction,
  act: JointAct,
  id: string,
  { revision, reason }: Shown & { readonly reason: string },
) {
  return move(tx, act, id, {
    from: ['open'],
    revision,
    to: { is: 'dropped', at: act.now, reason },
    act: 'action-dropped',
  });
}

async function move(
  tx: Transaction,
  act: JointAct,
  id: string,
  step: {
    readonly from: readonly ActionItemStateName[];
    readonly revision: number;
    readonly to: ActionItemState;
    readonly act: string;
  },
): Promise<Outcome<ActionItemId, ActionItemRefusal>> {
  const found = await lockIn(tx, act, id, step.from, step.revision);
  if (!found.ok) return found;
  const before = found.value;
  await updateAction(tx, act.partnership, before, { content: before, state: step.to });
  await recordJointStep(tx, act, { act: step.act, kind: 'joint-action', id: before.id });
  return done(before.id);
}

async function lockIn(
  tx: Transaction,
  act: JointAct,
  id: string,
  states: readonly ActionItemStateName[],
  revision: number,
): Promise<Outcome<ActionItem, ActionItemRefusal>> {
  const open = await mayAct(tx, act);
  if (!open.ok) return open;
  const action = await lockAction(tx, act.partnership, id);
  if (!action) return refused({ code: 'action-not-found' });
  const state = action.state.is;
  if (!states.includes(state)) return refused({ code: 'action-elsewhere', state });
  return action.revision === revision ? done(action) : refused({ code: 'action-changed', now: action });
}
