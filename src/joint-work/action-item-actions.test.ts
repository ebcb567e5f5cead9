import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayIn } from '../calendar/calendar-date.ts';
import { aJointStage, type JointStage } from '../testing/joint-stage.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { ActionItemContent, ActionItemId } from './action-item.ts';
import {
  addAction,
  changeAction,
  dropAction,
  findAction,
  finishAction,
  listActions,
  reopenAction,
} from './action-item-actions.ts';
import { actionList, listAsked } from './joint-list.ts';
import { planMeeting } from './meeting-actions.ts';

let database: TestDatabase;
let stage: JointStage;
const today = dayIn('America/Chicago', new Date());
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  stage = await aJointStage(database.databases);
});

const content: ActionItemContent = {
  what: 'Put the crisis line’s number on the dispatch screen',
  ownerSide: 'partner',
  ownerName: 'Lee Liaison',
  dueOn: addDays(today, 14),
};

async function added(wanted: Partial<ActionItemContent> = {}): Promise<ActionItemId> {
  const outcome = await stage.on('agency', (tx, act) =>
    addAction(tx, act, { ...content, ...wanted }, undefined),
  );
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

const seen = (id: ActionItemId) => stage.on('partner', (tx, act) => findAction(tx, act.partnership, id));

describe('an action', () => {
  it('added by one side is done by the other, opened again, and dropped with a reason', async () => {
    const id = await added();
    expect(await stage.on('partner', (tx, act) => finishAction(tx, act, id, { revision: 1 }))).toMatchObject({
      ok: true,
    });
    expect((await seen(id))?.state.is).toBe('done');
    const again = await stage.on('agency', (tx, act) => finishAction(tx, act, id, { revision: 2 }));
    expect(again).toMatchObject({ refusal: { code: 'action-elsewhere', state: 'done' } });
    await stage.on('agency', (tx, act) => reopenAction(tx, act, id, { revision: 2 }));
    await stage.on('agency', (tx, act) =>
      dropAction(tx, act, id, { revision: 3, reason: 'Done by the county' }),
    );
    expect(await seen(id)).toMatchObject({
      ...content,
      state: { is: 'dropped', reason: 'Done by the county' },
      revision: 4,
    });
  });

  it('names the meeting it was decided at, and none of another partnership', async () => {
    const plan = { title: 'Spring meeting', day: today, startsAt: '09:00', endsAt: '10:00' };
    const meeting = await stage.on('agency', (tx, act) =>
      planMeeting(tx, act, { ...plan, place: 'Station 1', link: '', agenda: '' }, today),
    );
    const id = meeting.ok ? meeting.value : '';
    const outcome = await stage.on('partner', (tx, act) => addAction(tx, act, content, id));
    expect(outcome.ok && (await seen(outcome.value))?.meeting).toEqual({
      id,
      title: 'Spring meeting',
      day: today,
    });
    const other = await aJointStage(database.databases);
    expect(await other.on('agency', (tx, act) => addAction(tx, act, content, id))).toEqual({
      ok: false,
      refusal: { code: 'meeting-not-found' },
    });
  });

  it('changed by two at once keeps the first, and hands the second what it says now', async () => {
    const id = await added();
    const change = (side: 'agency' | 'partner', what: string) =>
      stage.on(side, (tx, act) => changeAction(tx, act, id, { revision: 1, content: { ...content, what } }));
    expect(await change('agency', 'Print the number on cards')).toMatchObject({ ok: true });
    expect(await change('partner', 'Send the number by mail')).toMatchObject({
      refusal: { code: 'action-changed', now: { what: 'Print the number on cards' } },
    });
  });

  it('is late from the day after it was due', async () => {
    await added({ what: 'Due yesterday', dueOn: addDays(today, -1) });
    await added({ what: 'Due today', dueOn: today });
    const list = await stage.on('partner', (tx, act) =>
      listActions(tx, act.partnership, listAsked({ shown: 'overdue' }, actionList), today),
    );
    expect(list.actions.map(({ what }) => what)).toEqual(['Due yesterday']);
    const open = await stage.on('agency', (tx, act) =>
      listActions(tx, act.partnership, listAsked({}, actionList), today),
    );
    expect(open.actions.map(({ what }) => what)).toEqual(['Due yesterday', 'Due today']);
    expect(open.total).toBe(2);
  });
});
