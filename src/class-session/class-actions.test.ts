import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { aClass, aClassPlan, aDay, aStaffMember } from '../testing/a-class.ts';
import { type AgencyStage, createAgencyStage } from '../testing/agency-stage.ts';
import type { AgencyForTests } from '../testing/an-agency.ts';
import { coverageAsOf, rulesOf } from '../training/coverage-actions.ts';
import { removeRecord, trainingOf } from '../training/person-training-actions.ts';
import { attestRecord } from '../training/record-entry-actions.ts';
import type { Attended } from './attendance.ts';
import { takeAttendance } from './attendance-actions.ts';
import type { ClassSession, ClassSessionId } from './class-session.ts';
import { recordOf } from './completion.ts';
import { completeClass, reopenClass } from './completion-actions.ts';
import { addWalkIns, candidatesFor, enrollStaff, listSeats, withdrawStaff } from './enrollment-actions.ts';
import {
  cancelClass,
  changeClass,
  countToComplete,
  findSession,
  listSessions,
  reinstateClass,
  scheduleClass,
} from './schedule-actions.ts';

const before = '2026-06-01' as CalendarDate;
const after = '2026-06-15' as CalendarDate;

let stage: AgencyStage;
let agency: AgencyForTests;
beforeAll(async () => {
  stage = await createAgencyStage();
});
afterAll(() => stage.drop());
beforeEach(async () => {
  agency = await stage.given();
});

const id = () => agency.agency.id;
const by = () => agency.coordinator.id;
const enroll = (session: string, staff: readonly string[]) =>
  agency.as((tx) => enrollStaff(tx, id(), session, staff, before));
const seatsOf = async (session: ClassSessionId) =>
  (await agency.as((tx) => listSeats(tx, id(), session))).map(({ member, state }) => [
    member.name.given,
    state,
  ]);
const mark = (
  session: string,
  said: Readonly<Record<string, Attended>>,
  restPresent = false,
  day = '2026-06-10',
) =>
  agency.as((tx) =>
    takeAttendance(
      tx,
      id(),
      session,
      { day: day as CalendarDate, said: new Map(Object.entries(said)), restPresent },
      by(),
      after,
    ),
  );
const complete = (session: string) => agency.as((tx) => completeClass(tx, id(), session, by(), after));
const trained = async () =>
  (await agency.as(async (tx) => coverageAsOf(tx, id(), await rulesOf(tx, id()), after)))?.base;
const people = () =>
  Promise.all([
    aStaffMember(agency, 'Ash, Ada'),
    aStaffMember(agency, 'Birch, Ben'),
    aStaffMember(agency, 'Cedar, Cal'),
  ]);

describe('seats', () => {
  it('go to the first by name, and the others wait', async () => {
    const [ada, ben, cal] = await people();
    const session = await aClass(agency);
    const given = await enroll(session, [cal, ben, ada]);
    expect(given).toEqual({ ok: true, value: { enrolled: 2, waiting: 1 } });
    expect(await seatsOf(session)).toEqual([
      ['Ada', 'enrolled'],
      ['Ben', 'enrolled'],
      ['Cal', 'waiting'],
    ]);
  });

  it('that are given back go to who has waited longest', async () => {
    const [ada, ben, cal] = await people();
    const dee = await aStaffMember(agency, 'Dogwood, Dee');
    const session = await aClass(agency);
    await enroll(session, [ada, ben]);
    await enroll(session, [dee]);
    await enroll(session, [cal]);
    const withdrawn = await agency.as((tx) => withdrawStaff(tx, id(), session, ada, before));
    expect(withdrawn).toEqual({ ok: true, value: { movedUp: 1 } });
    expect(await seatsOf(session)).toEqual([
      ['Ben', 'enrolled'],
      ['Dee', 'enrolled'],
      ['Cal', 'waiting'],
    ]);
    // Who withdrew and comes back waits behind the others.
    await enroll(session, [ada]);
    expect((await seatsOf(session)).at(-1)).toEqual(['Ada', 'waiting']);
  });

  it('more of them let those who wait move up, and fewer than are taken are refused', async () => {
    const session = await aClass(agency);
    await enroll(session, await people());
    const change = (seats: number) =>
      agency.as((tx) => changeClass(tx, id(), session, aClassPlan({ seats }), before));
    expect(await change(1)).toEqual({ ok: false, refusal: { code: 'seats-taken', taken: 2 } });
    expect((await change(3)).ok).toBe(true);
    expect((await seatsOf(session)).map(([, state]) => state)).toEqual(['enrolled', 'enrolled', 'enrolled']);
  });

  it('of a class that is over go to everybody who was there, however many were planned', async () => {
    const [ada, ben, cal] = await people();
    const left = await aStaffMember(agency, 'Dogwood, Dee', { separatedOn: '2026-06-12' as CalendarDate });
    const session = await aClass(agency);
    await enroll(session, [ada, ben, cal]);
    const entered = await agency.as((tx) => enrollStaff(tx, id(), session, [cal, left], after));
    expect(entered).toEqual({ ok: true, value: { enrolled: 2, waiting: 0 } });
    expect((await seatsOf(session)).map(([, state]) => state)).toEqual(Array(4).fill('enrolled'));
    await mark(session, {}, true);
    expect(await complete(session)).toEqual({ ok: true, value: { completed: 4, incomplete: 0 } });
  });

  it('given back after the class was held go to nobody who waited', async () => {
    const [ada, ben, cal] = await people();
    const session = await aClass(agency);
    await enroll(session, [ada, ben, cal]);
    const withdrawn = await agency.as((tx) => withdrawStaff(tx, id(), session, ada, after));
    expect(withdrawn).toEqual({ ok: true, value: { movedUp: 0 } });
    await agency.as((tx) => changeClass(tx, id(), session, aClassPlan({ seats: 9 }), after));
    expect((await seatsOf(session)).at(-1)).toEqual(['Cal', 'waiting']);
  });

  it('the last one is given once when two officers give it at the same time', async () => {
    const [ada, ben] = await people();
    const session = await aClass(agency, { seats: 1 });
    const given = await Promise.all([enroll(session, [ada]), enroll(session, [ben])]);
    expect(given.map((outcome) => outcome.ok && outcome.value.enrolled).sort()).toEqual([0, 1]);
    expect((await seatsOf(session)).map(([, state]) => state)).toEqual(['enrolled', 'waiting']);
  });

  it('are for people of the own roster only, and each has one', async () => {
    const first = agency;
    const stranger = await aStaffMember(first, 'Ash, Ada');
    agency = await stage.given();
    const session = await aClass(agency);
    expect(await enroll(session, [stranger])).toEqual({ ok: false, refusal: { code: 'nobody-chosen' } });
    const ben = await aStaffMember(agency, 'Birch, Ben');
    expect((await enroll(session, [ben, ben])).ok).toBe(true);
    expect(await enroll(session, [ben])).toEqual({ ok: false, refusal: { code: 'nobody-chosen' } });
  });
});

describe('who is proposed for a class', () => {
  it('is who needs it first, then whose certificate ends soon, then everybody else', async () => {
    const [ada, ben] = await people();
    const record = (completedOn: string) => ({
      title: 'Mental Health First Aid',
      hours: 8,
      result: 'Completed',
      completedOn: completedOn as CalendarDate,
    });
    const attest = (staff: StaffId, completedOn: string) => {
      const origin = { from: 'class-session', id: crypto.randomUUID() } as const;
      return agency.as((tx) => attestRecord(tx, id(), staff, record(completedOn), by(), origin));
    };
    await attest(ada, '2025-06-01');
    await attest(ben, '2023-08-01');
    const session = await aClass(agency);
    const found = await agency.as(async (tx) => {
      const plan = (await findSession(tx, id(), session)) ?? missing<ClassSession>();
      return candidatesFor(tx, id(), plan, { search: '', today: before, limit: 50, offset: 0 });
    });
    expect(found.candidates.map(({ member, reason }) => [member.name.given, reason])).toEqual([
      ['Cal', { is: 'untrained' }],
      ['Ben', { is: 'ends-soon', lastDay: '2026-08-01' }],
      ['Ada', { is: 'none' }],
    ]);
  });
});

describe('completing a class', () => {
  const held = async (changes = {}) => {
    const [ada, ben, cal] = await people();
    const session = await aClass(agency, { seats: 3, ...changes });
    await enroll(session, [ada, ben, cal]);
    return { session, ada, ben, cal };
  };

  it('writes a record for everybody who attended all hours, and coverage follows', async () => {
    const { session, ada, ben } = await held();
    await mark(session, { [ben]: { is: 'partial', hours: 4 } }, true);
    expect(await complete(session)).toEqual({ ok: true, value: { completed: 2, incomplete: 1 } });
    expect(await trained()).toBe(2);
    const { classes } = await agency.as((tx) => trainingOf(tx, id(), ada, after));
    expect(classes[0]).toMatchObject({
      qualifying: { verdict: 'counts', program: 'mhfa' },
      rows: [{ provider: 'Elm County Mental Health Center', origin: { from: 'class-session', id: session } }],
    });
    expect((await agency.as((tx) => trainingOf(tx, id(), ben, after))).classes).toEqual([]);
    expect((await stage.audited('class-session')).at(-1)).toBe('class-completed');
  });

  it('waits until the last day, for somebody to come and for everybody’s attendance', async () => {
    const empty = await aClass(agency);
    expect(await complete(empty)).toEqual({ ok: false, refusal: { code: 'nobody-came' } });
    const { session, ada } = await held();
    const early = await agency.as((tx) => completeClass(tx, id(), session, by(), before));
    expect(early).toEqual({ ok: false, refusal: { code: 'session-not-over', endsOn: '2026-06-10' } });
    await mark(session, { [ada]: { is: 'present' } });
    expect(await complete(session)).toEqual({
      ok: false,
      refusal: { code: 'attendance-missing', people: 2 },
    });
  });

  it('by two officers at once writes each record once', async () => {
    const { session, ada } = await held();
    await mark(session, {}, true);
    const both = await Promise.all([complete(session), complete(session)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: 'session-closed', state: 'completed' },
    });
    expect((await agency.as((tx) => trainingOf(tx, id(), ada, after))).classes).toHaveLength(1);
  });

  it('can be corrected: opened again its records are removed, completed anew they come back', async () => {
    const { session, ada, ben } = await held();
    await mark(session, {}, true);
    await complete(session);
    expect(await trained()).toBe(3);
    const reopened = await agency.as((tx) => reopenClass(tx, id(), session, 'Ben left at noon.', by()));
    expect(reopened).toEqual({ ok: true, value: { removed: 3 } });
    expect(await trained()).toBe(0);
    await mark(session, { [ben]: { is: 'partial', hours: 4 } });
    expect(await complete(session)).toEqual({ ok: true, value: { completed: 2, incomplete: 1 } });
    expect(await trained()).toBe(2);
    const own = await agency.as((tx) => trainingOf(tx, id(), ada, after));
    expect([own.classes.length, own.removed.length]).toEqual([1, 0]);
    expect((await agency.as((tx) => trainingOf(tx, id(), ben, after))).removed[0]?.removal?.reason).toBe(
      'Ben left at noon.',
    );
  });

  it('leaves a record that was there before, also when it is opened again', async () => {
    const { session, ada } = await held();
    const plan = (await agency.as((tx) => findSession(tx, id(), session))) ?? missing<ClassSession>();
    const other = { from: 'certificate', id: crypto.randomUUID() } as const;
    await agency.as((tx) => attestRecord(tx, id(), ada, recordOf(plan), by(), other));
    await mark(session, {}, true);
    await complete(session);
    expect(await trained()).toBe(3);
    await agency.as((tx) => reopenClass(tx, id(), session, 'Wrong day.', by()));
    expect(await trained()).toBe(1);
  });

  it('opened again, a record that was removed by hand in the meantime is no obstacle', async () => {
    const { session, ada } = await held();
    await mark(session, {}, true);
    await complete(session);
    const record = (await agency.as((tx) => trainingOf(tx, id(), ada, after))).classes[0]?.rows[0]?.id ?? '';
    await agency.as((tx) => removeRecord(tx, id(), ada, record, 'By mistake.', by()));
    const reopened = await agency.as((tx) => reopenClass(tx, id(), session, 'Once more.', by()));
    expect(reopened).toEqual({ ok: true, value: { removed: 2 } });
  });

  it('people who came without a seat count like the others', async () => {
    const session = await aClass(agency, { seats: 1 });
    const [ada, ben] = await people();
    await enroll(session, [ada, ben]);
    const early = await agency.as((tx) => addWalkIns(tx, id(), session, [ben], before));
    expect(early).toMatchObject({ refusal: { code: 'session-not-begun' } });
    expect(await agency.as((tx) => addWalkIns(tx, id(), session, [ben], after))).toEqual({
      ok: true,
      value: 1,
    });
    await mark(session, {}, true);
    expect(await complete(session)).toEqual({ ok: true, value: { completed: 2, incomplete: 0 } });
  });
});

describe('attendance', () => {
  it('marks the rest present without touching what was said before', async () => {
    const [ada, ben] = await people();
    const session = await aClass(agency, { days: [aDay('2026-06-10'), aDay('2026-06-11')], hours: 16 });
    await enroll(session, [ada, ben]);
    await mark(session, { [ada]: { is: 'absent' } });
    await mark(session, {}, true);
    await mark(session, {}, true, '2026-06-11');
    expect(await complete(session)).toEqual({ ok: true, value: { completed: 1, incomplete: 1 } });
  });

  it('is taken on the days of the class only, and not ahead of time', async () => {
    const session = await aClass(agency, { days: [aDay('2026-06-10'), aDay('2026-07-01')] });
    expect(await mark(session, {}, true, '2026-06-12')).toMatchObject({ refusal: { code: 'day-not-held' } });
    expect(await mark(session, {}, true, '2026-07-01')).toMatchObject({ refusal: { code: 'day-ahead' } });
  });

  it('keeps the day it was taken on', async () => {
    const [ada] = await people();
    const session = await aClass(agency);
    await enroll(session, [ada]);
    await mark(session, {}, true);
    const moved = aClassPlan({ days: [aDay('2026-06-12')] });
    expect(await agency.as((tx) => changeClass(tx, id(), session, moved, after))).toMatchObject({
      refusal: { code: 'day-attended', day: '2026-06-10' },
    });
  });
});

describe('a class', () => {
  it('that was cancelled is listed as such and takes nobody any more', async () => {
    const [ada] = await people();
    const session = await aClass(agency);
    expect((await agency.as((tx) => cancelClass(tx, id(), session, 'The room is flooded.', by()))).ok).toBe(
      true,
    );
    expect(await enroll(session, [ada])).toEqual({
      ok: false,
      refusal: { code: 'session-closed', state: 'cancelled' },
    });
    const list = (phase: 'coming' | 'cancelled') =>
      agency.as((tx) =>
        listSessions(tx, id(), { phase, search: 'first aid', today: before, limit: 9, offset: 0 }),
      );
    expect((await list('coming')).total).toBe(0);
    expect((await list('cancelled')).sessions[0]?.state).toMatchObject({ reason: 'The room is flooded.' });
  });

  it('that was cancelled by mistake comes back with its people', async () => {
    const [ada] = await people();
    const session = await aClass(agency);
    await enroll(session, [ada]);
    await agency.as((tx) => cancelClass(tx, id(), session, 'Wrong one.', by()));
    const reinstate = () => agency.as((tx) => reinstateClass(tx, id(), session));
    expect(await reinstate()).toEqual({ ok: true, value: session });
    expect(await reinstate()).toEqual({ ok: true, value: session });
    expect(await seatsOf(session)).toEqual([['Ada', 'enrolled']]);
    await mark(session, {}, true);
    await complete(session);
    expect(await reinstate()).toMatchObject({ refusal: { code: 'session-closed', state: 'completed' } });
  });

  it('that is over is missed until it is completed or cancelled', async () => {
    const [ada] = await people();
    const session = await aClass(agency);
    const missed = () => agency.as((tx) => countToComplete(tx, id(), after));
    expect(await agency.as((tx) => countToComplete(tx, id(), before))).toBe(0);
    expect(await missed()).toBe(1);
    await enroll(session, [ada]);
    await mark(session, {}, true);
    await complete(session);
    expect(await missed()).toBe(0);
  });

  it('can’t be opened again before it is completed', async () => {
    const session = await aClass(agency);
    const reopened = await agency.as((tx) => reopenClass(tx, id(), session, 'Why not.', by()));
    expect(reopened).toEqual({ ok: false, refusal: { code: 'session-not-completed' } });
  });

  it('is taught by a partner of the agency or by none of them', async () => {
    const plan = aClassPlan({ partnership: crypto.randomUUID() as PartnershipId });
    const scheduled = await agency.as((tx) => scheduleClass(tx, id(), plan, by()));
    expect(scheduled).toEqual({ ok: false, refusal: { code: 'partnership-not-found' } });
  });

  it('is neither seen nor changed by another agency or the campaign', async () => {
    const first = agency;
    const session = await aClass(first);
    agency = await stage.given();
    expect(await agency.as((tx) => findSession(tx, first.agency.id, session))).toBeUndefined();
    expect(await agency.as((tx) => cancelClass(tx, first.agency.id, session, 'Spite.', by()))).toMatchObject({
      refusal: { code: 'session-not-found' },
    });
    expect(
      await stage.asCampaign(agency.coordinator, (tx) => findSession(tx, first.agency.id, session)),
    ).toBeUndefined();
  });
});

function missing<Value>(): Value {
  throw new Error('Something that the test needs is missing.');
}
