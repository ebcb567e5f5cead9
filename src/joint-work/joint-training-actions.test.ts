import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayIn } from '../calendar/calendar-date.ts';
import { takeAttendance } from '../class-session/attendance-actions.ts';
import { enrollStaff } from '../class-session/enrollment-actions.ts';
import { cancelClass } from '../class-session/schedule-actions.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { aClass, aClassPlan, aDay, aStaffMember } from '../testing/a-class.ts';
import { aJointStage, type JointStage } from '../testing/joint-stage.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { listAsked, trainingList } from './joint-list.ts';
import type { JointTrainingContent, JointTrainingId } from './joint-training.ts';
import {
  addTraining,
  changeTraining,
  classesToList,
  listTrainings,
  removeTraining,
  restoreTraining,
  trainingOfClass,
} from './joint-training-actions.ts';

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

const content: JointTrainingContent = {
  course: 'Mental Health First Aid',
  heldOn: addDays(today, -10),
  taughtBySide: 'partner',
  taughtBy: 'Lee Liaison',
  attended: 12,
};

const add = (side: 'agency' | 'partner', wanted: Partial<JointTrainingContent> = {}) =>
  stage.on(side, (tx, act) => addTraining(tx, act, { ...content, ...wanted }, { session: undefined, today }));
const list = (query: Record<string, string> = {}) =>
  stage.on('agency', async (tx, act) => {
    const { trainings } = await listTrainings(tx, act.partnership, listAsked(query, trainingList));
    return trainings.map(({ course, attended }) => [course, attended]);
  });

describe('a joint training', () => {
  it('listed by one side is read and changed by the other, taken off and listed again', async () => {
    const outcome = await add('partner');
    const id = outcome.ok ? outcome.value : ('' as JointTrainingId);
    expect(await list()).toEqual([['Mental Health First Aid', 12]]);
    const changed = { ...content, attended: 11 };
    await stage.on('agency', (tx, act) =>
      changeTraining(tx, act, id, { revision: 1, content: changed, today }),
    );
    expect(await list()).toEqual([['Mental Health First Aid', 11]]);
    const stale = await stage.on('partner', (tx, act) => removeTraining(tx, act, id, 1));
    expect(stale).toMatchObject({ refusal: { code: 'training-changed', now: { attended: 11 } } });
    await stage.on('partner', (tx, act) => removeTraining(tx, act, id, 2));
    expect([await list(), await list({ shown: 'removed' })]).toEqual([[], [['Mental Health First Aid', 11]]]);
    await stage.on('agency', (tx, act) => restoreTraining(tx, act, id, 3));
    expect(await list()).toHaveLength(1);
  });

  it('of a day to come is refused', async () => {
    expect(await add('agency', { heldOn: addDays(today, 1) })).toEqual({
      ok: false,
      refusal: { code: 'training-ahead' },
    });
  });

  it('that is a class of the calendar needs no typing, counts who was there, and is listed once', async () => {
    const { agency } = stage;
    const day = addDays(today, -5);
    const id = await aClass(agency, {
      ...aClassPlan({ course: 'Mental Health First Aid', instructors: ['Lee Liaison'], seats: 20 }),
      days: [aDay(day)],
      partnership: stage.partnership.id,
    });
    const people: StaffId[] = [];
    for (const name of ['Ada Quillfeather', 'Bo Quillfeather', 'Cy Quillfeather'])
      people.push(await aStaffMember(agency, name));
    await agency.as(async (tx) => {
      await enrollStaff(tx, agency.agency.id, id, people, day);
      const said = new Map([[people[2] ?? '', { is: 'absent' } as const]]);
      const taken = { day, said, restPresent: true };
      await takeAttendance(tx, agency.agency.id, id, taken, agency.coordinator.id, today);
    });
    const filled = await stage.on('agency', (tx, act) => trainingOfClass(tx, act.partnership, id, today));
    expect(filled).toEqual({ ...content, heldOn: day, attended: 2 });
    const listClass = (side: 'agency' | 'partner') =>
      stage.on(side, (tx, act) => addTraining(tx, act, filled ?? content, { session: id, today }));
    expect(await listClass('partner')).toMatchObject({ refusal: { code: 'class-not-held' } });
    const toList = () => stage.on('agency', (tx, act) => classesToList(tx, act.partnership, today));
    expect((await toList()).map((session) => session.id)).toEqual([id]);
    expect(await listClass('agency')).toMatchObject({ ok: true });
    expect(await toList()).toEqual([]);
    expect(await listClass('agency')).toMatchObject({ refusal: { code: 'class-listed' } });
  });

  it('is no class that was cancelled', async () => {
    const { agency } = stage;
    const day = addDays(today, -5);
    const id = await aClass(agency, { days: [aDay(day)] });
    await agency.as((tx) => cancelClass(tx, agency.agency.id, id, 'Snow', agency.coordinator.id));
    expect(
      await stage.on('agency', (tx, act) => trainingOfClass(tx, act.partnership, id, today)),
    ).toBeUndefined();
  });
});
