import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayIn } from '../calendar/calendar-date.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import { grantAgencyRole } from '../identity/membership-actions.ts';
import { endPartnershipByPartner } from '../partnership/partner-answer-actions.ts';
import type { Side } from '../partnership/partnership.ts';
import { aCampaignMember } from '../testing/an-agency.ts';
import { aJointStage, type JointStage } from '../testing/joint-stage.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { addAction } from './action-item-actions.ts';
import type { CheckInAnswer } from './check-in.ts';
import { answerCheckIn } from './check-in-actions.ts';
import { listJointWork } from './joint-facts-store.ts';
import { addTraining } from './joint-training-actions.ts';
import { planMeeting } from './meeting-actions.ts';

let database: TestDatabase;
let stage: JointStage;
let other: JointStage;
const today = dayIn('America/Chicago', new Date());

const answer: CheckInAnswer = {
  ratings: { respect: 4, reach: 3, handover: 5, meetings: 2, 'people-helped': 4 },
  goingWell: 'Calls end well.',
  wouldHelp: '',
  isLiaisonInPlace: true,
};

async function fill(on: JointStage, side: Side): Promise<void> {
  const plan = { title: 'Meeting', day: today, startsAt: '09:00', endsAt: '10:00' };
  const training = { course: 'CIT', heldOn: today, taughtBySide: 'both', taughtBy: '', attended: 9 } as const;
  const action = { what: 'Print cards', ownerSide: 'agency', ownerName: '', dueOn: today } as const;
  await on.on(side, async (tx, act) => {
    await planMeeting(tx, act, { ...plan, place: 'Here', link: '', agenda: '' }, today);
    await addTraining(tx, act, training, { session: undefined, today });
    await addAction(tx, act, action, undefined);
    await answerCheckIn(tx, act, { revision: 0, answer, today });
  });
}

const tables = ['joint_meeting', 'joint_action', 'joint_training', 'joint_check_in', 'joint_change'] as const;

/** How many rows of a partnership each table shows to whoever acts. */
async function rowsOf(tx: Transaction, of: JointStage): Promise<readonly number[]> {
  const counts: number[] = [];
  for (const table of tables) {
    const rows = await tx
      .selectFrom(table)
      .select('partnership_id')
      .where('partnership_id', '=', of.partnership.id)
      .execute();
    counts.push(rows.length);
  }
  return counts;
}

beforeAll(async () => {
  database = await createTestDatabase();
  stage = await aJointStage(database.databases);
  other = await aJointStage(database.databases);
  await fill(stage, 'agency');
  await fill(other, 'partner');
});
afterAll(() => database.drop());

describe('the database itself', () => {
  it('shows joint work to its two sides alone, and an answer to the side that gave it', async () => {
    expect(await stage.agency.as((tx) => rowsOf(tx, stage))).toEqual([1, 1, 1, 1, 4]);
    expect(await stage.partnership.as((tx) => rowsOf(tx, stage))).toEqual([1, 1, 1, 0, 4]);
    const none = [0, 0, 0, 0, 0];
    expect(await other.agency.as((tx) => rowsOf(tx, stage))).toEqual(none);
    expect(await other.partnership.as((tx) => rowsOf(tx, stage))).toEqual(none);
    const app = database.databases.app;
    expect(await actingAs(app, { as: 'public' }, (tx) => rowsOf(tx, stage))).toEqual(none);
    const reviewer = await aCampaignMember(database.databases, 'reviewer');
    const campaign = { as: 'campaign', person: reviewer.id } as const;
    expect(await actingAs(app, campaign, (tx) => rowsOf(tx, stage))).toEqual(none);
  });

  it('tells the days of joint work to its sides and the campaign, and to nobody else', async () => {
    const agency = stage.agency.agency.id;
    const size = async (tx: Transaction) => (await listJointWork(tx, agency)).size;
    expect(await stage.agency.as(size)).toBe(1);
    expect(await stage.partnership.as(size)).toBe(1);
    expect(await other.agency.as(size)).toBe(0);
    expect(await other.partnership.as(size)).toBe(0);
    expect(await actingAs(database.databases.app, { as: 'public' }, size)).toBe(0);
  });

  it('lets no side write the other side’s answer, nor over it', async () => {
    const forged = (side: 'agency' | 'partner', tx: Transaction) =>
      tx
        .insertInto('joint_check_in')
        .values({
          agency_id: stage.agency.agency.id,
          partnership_id: stage.partnership.id,
          half_starts_on: '2020-01-01',
          side,
          ratings: '{}',
          liaison_in_place: true,
          liaison_name: '',
          answered_by: (side === 'agency' ? stage.partnership.representative : stage.agency.coordinator).id,
          answered_name: '',
          answered_at: new Date(),
        })
        .execute();
    await expect(stage.agency.as((tx) => forged('partner', tx))).rejects.toThrow(/row-level security/);
    await expect(stage.partnership.as((tx) => forged('agency', tx))).rejects.toThrow(/row-level security/);
    const changed = await stage.partnership.as((tx) =>
      tx
        .updateTable('joint_check_in')
        .set({ liaison_in_place: false })
        .where('partnership_id', '=', stage.partnership.id)
        .executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
  });

  it('lets nobody write into another partnership, or in another’s name', async () => {
    const meeting = {
      agency_id: stage.agency.agency.id,
      partnership_id: stage.partnership.id,
      state: 'planned',
      title: 'Forged',
      day: today,
      starts_at: '09:00',
      ends_at: '10:00',
      place: 'Here',
      planned_by_side: 'partner',
      planned_at: new Date(),
      changed_at: new Date(),
    };
    const forge = (tx: Transaction) => tx.insertInto('joint_meeting').values(meeting).execute();
    await expect(other.partnership.as(forge)).rejects.toThrow(/row-level security/);
    await expect(other.agency.as(forge)).rejects.toThrow(/row-level security/);
    const change = {
      agency_id: stage.agency.agency.id,
      partnership_id: stage.partnership.id,
      subject_id: stage.partnership.id,
      at: new Date(),
      side: 'agency',
      person_id: stage.agency.coordinator.id,
      person_name: 'Casey Coordinator',
      act: 'meeting-cancelled',
    };
    const blame = (tx: Transaction) => tx.insertInto('joint_change').values(change).execute();
    await expect(stage.partnership.as(blame)).rejects.toThrow(/row-level security/);
  });

  it('takes nothing for the partner from somebody who works at the agency', async () => {
    const mixed = await aJointStage(database.databases);
    const { agency, partnership } = mixed;
    const person = partnership.representative.id;
    await fill(mixed, 'partner');
    await actingAs(database.databases.app, { as: 'system' }, (tx) =>
      grantAgencyRole(tx, { agency: agency.agency.id, person, role: 'training-officer' }),
    );
    expect((await partnership.as((tx) => rowsOf(tx, mixed)))[3]).toBe(0);
    const of = { agency_id: agency.agency.id, partnership_id: partnership.id };
    const now = new Date();
    const checkIn = (tx: Transaction) =>
      tx
        .insertInto('joint_check_in')
        .values({
          ...of,
          half_starts_on: '2020-01-01',
          side: 'partner',
          ratings: '{}',
          liaison_in_place: true,
          liaison_name: '',
          answered_by: person,
          answered_name: '',
          answered_at: now,
        })
        .execute();
    const hold = (tx: Transaction) =>
      tx
        .updateTable('joint_meeting')
        .set({ state: 'held' })
        .where('partnership_id', '=', of.partnership_id)
        .execute();
    const change = (tx: Transaction) =>
      tx
        .insertInto('joint_change')
        .values({
          ...of,
          subject_id: partnership.id,
          at: now,
          side: 'partner',
          person_id: person,
          person_name: 'Morgan Speaker',
          act: 'meeting-held',
        })
        .execute();
    const acts: readonly ((tx: Transaction) => Promise<unknown>)[] = [checkIn, hold, change];
    for (const act of acts) await expect(partnership.as(act)).rejects.toThrow(/row-level security/);
  });

  it('changes nothing that was written down about who did what', async () => {
    const erase = stage.agency.as((tx) => tx.updateTable('joint_change').set({ act: 'nothing' }).execute());
    await expect(erase).rejects.toThrow(/permission denied/);
  });

  it('closes joint work to a partner whose partnership has ended, and keeps it for the agency', async () => {
    const ended = await aJointStage(database.databases);
    await fill(ended, 'agency');
    const { partnership } = ended;
    const { revision } = await partnership.now();
    await partnership.as((tx) =>
      endPartnershipByPartner(tx, partnership.act(), partnership.id, { revision, reason: 'We close.' }),
    );
    expect(await partnership.as((tx) => rowsOf(tx, ended))).toEqual([0, 0, 0, 0, 0]);
    expect(await partnership.as(async (tx) => (await listJointWork(tx, ended.agency.agency.id)).size)).toBe(
      0,
    );
    expect(await ended.agency.as((tx) => rowsOf(tx, ended))).toEqual([1, 1, 1, 1, 4]);
  });

  it('opens the other side’s answer once the half-year is over', async () => {
    const past = await aJointStage(database.databases);
    const then = addDays(today, -200);
    await past.on('agency', (tx, act) => answerCheckIn(tx, act, { revision: 0, answer, today: then }));
    expect((await past.partnership.as((tx) => rowsOf(tx, past)))[3]).toBe(1);
  });
});

describe('an answer about a half-year', () => {
  const startsOn = `${today.slice(0, 4)}-${today.slice(5, 7) < '07' ? '01' : '07'}-01`;
  const asked = (tx: Transaction) =>
    sql<{ has: boolean }>`select has_checked_in(${stage.agency.agency.id}, ${stage.partnership.id},
      ${startsOn}::date, 'agency') as has`.execute(tx);

  it('is known to be there to the two sides alone', async () => {
    const acting = {
      as: 'agency',
      person: other.agency.coordinator.id,
      agency: other.agency.agency.id,
    } as const;
    for (const who of [acting, { as: 'public' } as const]) {
      const { rows } = await actingAs(database.databases.app, who, asked);
      expect(rows).toEqual([{ has: false }]);
    }
    const own = {
      as: 'agency',
      person: stage.agency.coordinator.id,
      agency: stage.agency.agency.id,
    } as const;
    expect((await actingAs(database.databases.app, own, asked)).rows).toEqual([{ has: true }]);
  });

  it('cannot be moved to another half-year', async () => {
    const own = {
      as: 'agency',
      person: stage.agency.coordinator.id,
      agency: stage.agency.agency.id,
    } as const;
    const moved = actingAs(database.databases.app, own, (tx) =>
      sql`update joint_check_in set half_starts_on = half_starts_on - interval '6 months'
        where side = 'agency'`.execute(tx),
    );
    await expect(moved).rejects.toThrow('permission denied');
  });
});
