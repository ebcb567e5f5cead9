import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { grantAgencyRole } from '../identity/membership-actions.ts';
import { listOutbox } from '../mail/mail-store.ts';
import { endPartnershipByPartner } from '../partnership/partner-answer-actions.ts';
import { aJointStage, type JointStage } from '../testing/joint-stage.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { addAction } from './action-item-actions.ts';
import { listAsked, meetingList } from './joint-list.ts';
import { addTraining } from './joint-training-actions.ts';
import type { MeetingId, MeetingPlan } from './meeting.ts';
import {
  cancelMeeting,
  changeMeeting,
  findMeeting,
  holdMeeting,
  listChanges,
  listMeetings,
  planMeeting,
  restoreMeeting,
} from './meeting-actions.ts';

let database: TestDatabase;
let stage: JointStage;
const today = dayIn('America/Chicago', new Date());
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  stage = await aJointStage(database.databases);
  await asOwner(database.ownerUrl, 'delete from mail_message');
});

const plan: MeetingPlan = {
  title: 'Quarterly meeting',
  day: addDays(today, 7),
  startsAt: '09:00',
  endsAt: '10:30',
  place: 'Station 1',
  link: '',
  agenda: 'Hard calls',
};

async function planned(wanted: Partial<MeetingPlan> = {}): Promise<MeetingId> {
  const outcome = await stage.on('agency', (tx, act) => planMeeting(tx, act, { ...plan, ...wanted }, today));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  await asOwner(database.ownerUrl, 'delete from mail_message');
  return outcome.value;
}

const seenBy = (side: 'agency' | 'partner', id: MeetingId) =>
  stage.on(side, (tx, act) => findMeeting(tx, act.partnership, id));

async function mails() {
  const all = await actingAs(database.databases.app, { as: 'system' }, (tx) => listOutbox(tx, 100));
  return all.map(({ recipient, kind, text, attachment }) => ({ recipient, kind, text, attachment }));
}

/** Addresses, in one order. */
const both = () => [stage.agency.coordinator.email, stage.partnership.representative.email].toSorted();

async function mailsTo(email: string) {
  return (await mails()).filter(({ recipient }) => recipient === email);
}

const record = {
  minutes: 'We go through hard calls each month.',
  attendees: [
    { side: 'agency', name: 'Casey Coordinator', role: 'sergeant' },
    { side: 'partner', name: 'Lee Liaison', role: '' },
  ] as const,
};

describe('a meeting', () => {
  it('planned by one side stands with the other; both are told by email where to find it', async () => {
    const outcome = await stage.on('partner', (tx, act) => planMeeting(tx, act, plan, today));
    expect(outcome.ok).toBe(true);
    const id = outcome.ok ? outcome.value : ('' as MeetingId);
    expect(await seenBy('agency', id)).toMatchObject({
      ...plan,
      state: { is: 'planned' },
      plannedBy: 'partner',
    });
    expect((await mails()).map(({ recipient }) => recipient).toSorted()).toEqual(both());
    const [mail] = await mailsTo(stage.agency.coordinator.email);
    expect(mail).toMatchObject({ kind: 'meeting-planned' });
    const [own] = await mailsTo(stage.partnership.representative.email);
    expect(own?.text).toContain('Morgan Speaker planned a meeting:');
    expect(own?.text).toContain(`/partner/${stage.partnership.partner}/partnerships/`);
    expect(mail?.text).toContain(
      `/workspace/${stage.agency.agency.slug}/partnerships/${stage.partnership.id}/meetings/${id}`,
    );
    expect(mail?.text).toMatch(/9:00 AM to 10:30 AM, Central Time/);
  });

  it('of the past is entered without a mail', async () => {
    await stage.on('agency', (tx, act) => planMeeting(tx, act, { ...plan, day: addDays(today, -3) }, today));
    expect(await mails()).toEqual([]);
  });

  it('that is moved is told to both sides, a new agenda is not', async () => {
    const id = await planned();
    const change = (revision: number, to: Partial<MeetingPlan>) =>
      stage.on('agency', (tx, act) =>
        changeMeeting(tx, act, id, { revision, content: { ...plan, minutes: '', attendees: [], ...to } }),
      );
    expect(await change(1, { agenda: 'Training' })).toMatchObject({ ok: true });
    expect(await mails()).toEqual([]);
    expect(await change(2, { agenda: 'Training', place: 'The clinic' })).toMatchObject({ ok: true });
    const told = await mails();
    expect(told.map(({ recipient }) => recipient).toSorted()).toEqual(both());
    expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['meeting-moved']));
    expect(told[0]?.attachment?.text).toContain('SEQUENCE:2');
    const changes = await stage.on('partner', (tx, act) => listChanges(tx, act.partnership, id));
    expect(changes.map(({ act, fields, personName }) => [act, fields, personName])).toEqual([
      ['meeting-moved', ['place'], 'Casey Coordinator'],
      ['meeting-changed', ['agenda'], 'Casey Coordinator'],
      ['meeting-planned', [], 'Casey Coordinator'],
    ]);
  });

  it('saved by two at once keeps the first, and hands the second what it says now', async () => {
    const id = await planned();
    const change = (side: 'agency' | 'partner', place: string) =>
      stage.on(side, (tx, act) =>
        changeMeeting(tx, act, id, { revision: 1, content: { ...plan, minutes: '', attendees: [], place } }),
      );
    expect(await change('partner', 'The clinic')).toMatchObject({ ok: true });
    expect(await change('agency', 'The library')).toMatchObject({
      ok: false,
      refusal: { code: 'meeting-changed', now: { place: 'The clinic', revision: 2 } },
    });
    expect((await seenBy('agency', id))?.place).toBe('The clinic');
  });

  it('is held from its day on, with who came, and can be changed later by the other side', async () => {
    const id = await planned();
    const hold = (day: CalendarDate, revision: number) =>
      stage.on('agency', (tx, act) =>
        holdMeeting(tx, act, id, { revision, content: { ...plan, day, ...record }, today }),
      );
    expect(await hold(addDays(today, 1), 1)).toEqual({
      ok: false,
      refusal: { code: 'meeting-ahead', day: addDays(today, 1) },
    });
    expect(await hold(today, 1)).toMatchObject({ ok: true });
    expect(await seenBy('partner', id)).toMatchObject({ state: { is: 'held' }, ...record });
    const minutes = 'We go through hard calls each month, and teach together.';
    const later = await stage.on('partner', (tx, act) =>
      changeMeeting(tx, act, id, { revision: 2, content: { ...plan, day: today, ...record, minutes } }),
    );
    expect(later).toMatchObject({ ok: true });
    expect((await seenBy('agency', id))?.minutes).toBe(minutes);
    const content = { ...plan, day: addDays(today, 2), ...record };
    expect(
      await stage.on('partner', (tx, act) => changeMeeting(tx, act, id, { revision: 3, content })),
    ).toEqual({ ok: false, refusal: { code: 'meeting-ahead', day: addDays(today, 2) } });
  });

  it('cancelled with a reason can be put back as it was; both are told, and a held one is not cancelled', async () => {
    const id = await planned();
    const cancelled = await stage.on('partner', (tx, act) =>
      cancelMeeting(tx, act, id, { revision: 1, reason: 'Ice on the roads' }),
    );
    expect(cancelled).toMatchObject({ ok: true });
    expect((await mails())[0]).toMatchObject({ kind: 'meeting-cancelled' });
    expect((await mails())[0]?.text).toContain('Ice on the roads');
    const entries = (await mails()).map(({ attachment }) => attachment?.text ?? '');
    expect(entries).toHaveLength(2);
    for (const entry of entries) {
      expect(entry).toContain('METHOD:CANCEL');
      expect(entry).toContain(`UID:${id}@`);
      expect(entry).toContain('SEQUENCE:1');
    }
    expect(await stage.on('agency', (tx, act) => restoreMeeting(tx, act, id, 2))).toMatchObject({ ok: true });
    expect(await seenBy('partner', id)).toMatchObject({ ...plan, state: { is: 'planned' }, revision: 3 });
    const restored = (await mails()).filter(({ kind }) => kind === 'meeting-restored');
    expect(restored.map(({ recipient }) => recipient).toSorted()).toEqual(both());
    expect(restored[0]?.attachment?.text).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:2/);
    const past = await planned({ day: today });
    await stage.on('agency', (tx, act) =>
      holdMeeting(tx, act, past, { revision: 1, content: { ...plan, day: today, ...record }, today }),
    );
    const refused = await stage.on('agency', (tx, act) =>
      cancelMeeting(tx, act, past, { revision: 2, reason: 'Nobody liked it' }),
    );
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'meeting-elsewhere', state: 'held' } });
  });

  it('is found by what was written about it, and listed by standing', async () => {
    await planned({ title: 'Spring meeting' });
    await planned({ title: 'Summer meeting', agenda: 'The 50% question' });
    const list = (query: Record<string, string>) =>
      stage.on('partner', (tx, act) => listMeetings(tx, act.partnership, listAsked(query, meetingList)));
    const titles = async (query: Record<string, string>) =>
      (await list(query)).meetings.map(({ title }) => title);
    expect(await titles({ sort: 'title', direction: 'ascending' })).toEqual([
      'Spring meeting',
      'Summer meeting',
    ]);
    expect(await titles({ search: '50%' })).toEqual(['Summer meeting']);
    expect(await titles({ search: 'station_1' })).toEqual([]);
    expect(await titles({ shown: 'held' })).toEqual([]);
    expect(await list({ page: '2' })).toEqual({ meetings: [], total: 0 });
  });

  it('can be planned by neither side before the partner confirmed and after the partnership ended', async () => {
    const waiting = await aJointStage(database.databases, { until: 'accepted' });
    const refusal = { ok: false, refusal: { code: 'partnership-not-shared' } };
    for (const side of ['agency', 'partner'] as const)
      expect(await waiting.on(side, (tx, act) => planMeeting(tx, act, plan, today))).toEqual(refusal);
    const { partnership } = stage;
    const { revision } = await partnership.now();
    await partnership.as((tx) =>
      endPartnershipByPartner(tx, partnership.act(), partnership.id, { revision, reason: 'We close.' }),
    );
    for (const side of ['agency', 'partner'] as const)
      expect(await stage.on(side, (tx, act) => planMeeting(tx, act, plan, today))).toEqual(refusal);
  });

  it('is planned, held or changed for the partner by nobody who works at the agency', async () => {
    const id = await planned({ day: today });
    await actingAs(database.databases.app, { as: 'system' }, (tx) =>
      grantAgencyRole(tx, {
        agency: stage.agency.agency.id,
        person: stage.partnership.representative.id,
        role: 'staff',
      }),
    );
    const refusal = { ok: false, refusal: { code: 'own-agency' } };
    const content = { ...plan, day: today, ...record };
    expect(await stage.on('partner', (tx, act) => planMeeting(tx, act, plan, today))).toEqual(refusal);
    expect(
      await stage.on('partner', (tx, act) => holdMeeting(tx, act, id, { revision: 1, content, today })),
    ).toEqual(refusal);
    const training = {
      course: 'CIT',
      heldOn: today,
      taughtBySide: 'both',
      taughtBy: '',
      attended: 9,
    } as const;
    const listed = { session: undefined, today };
    expect(await stage.on('partner', (tx, act) => addTraining(tx, act, training, listed))).toEqual(refusal);
    const action = { what: 'Print cards', ownerSide: 'agency', ownerName: '', dueOn: today } as const;
    expect(await stage.on('partner', (tx, act) => addAction(tx, act, action, undefined))).toEqual(refusal);
  });
});
