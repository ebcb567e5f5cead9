import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recentAgencyEvents } from '../audit/audit.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { choicesBy } from '../roster/person-merge.ts';
import { mergePeople, undoMerge } from '../roster/person-merge-actions.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { someStaff } from '../testing/asked-staff.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { AcknowledgmentId, Parting } from './acknowledgment.ts';
import { acknowledgmentStanding, askedVersion, listAskedStaff, listParts } from './acknowledgment-actions.ts';
import { askedQuery } from './acknowledgment-query.ts';
import { revokeAcknowledgment } from './correction-actions.ts';
import { holdRollCall, undoRollCall } from './roll-call-actions.ts';

const today = '2026-06-10' as CalendarDate;
const noon = new Date('2026-06-10T17:00:00Z');

let database: TestDatabase;
let agency: AgencyForTests;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  agency = await anAgency(database.databases);
});

const standing = (day = today) => agency.as((tx) => acknowledgmentStanding(tx, agency.agency.id, day));
const version = async () => {
  const asked = await agency.as((tx) => askedVersion(tx, agency.agency.id, today));
  if (!asked) throw new Error('No policy is in effect.');
  return asked;
};
const tick = async (...staff: StaffId[]) => {
  const { policy } = await version();
  const given = { policy: policy.id, staff };
  return agency.as((tx) => holdRollCall(tx, agency.act(undefined, noon), given, today));
};
const list = async (query: Readonly<Record<string, string>> = {}) => {
  const { about } = await version();
  const page = { ...askedQuery.parse(query), limit: 50, offset: 0 };
  const { people } = await agency.as((tx) => listAskedStaff(tx, agency.agency.id, about, page));
  return people.map(({ name }) => name.family);
};
const parts = async (by: Parting) => {
  const { about } = await version();
  return agency.as((tx) => listParts(tx, agency.agency.id, about, by));
};

describe('who is asked', () => {
  it('is who is on staff on the day: sworn officers, and non-sworn staff in scope', async () => {
    await aPolicy(agency);
    await someStaff(agency, 'Sworn');
    await someStaff(agency, 'Dispatcher', { kind: 'non-sworn', category: 'dispatcher' });
    await someStaff(agency, 'Clerk', { kind: 'non-sworn', category: 'records' });
    await someStaff(agency, 'Tomorrow', { hiredOn: '2026-06-11' as CalendarDate });
    await someStaff(agency, 'Gone', { separatedOn: today });
    await someStaff(agency, 'Leaving', { separatedOn: '2026-06-11' as CalendarDate });
    expect(await list()).toEqual(['Dispatcher', 'Leaving', 'Sworn']);
    expect(await standing()).toEqual({ acknowledged: 0, of: 3 });
    expect(await standing('2026-06-11' as CalendarDate)).toEqual({ acknowledged: 0, of: 3 });
  });

  it('is nobody while no version is in effect', async () => {
    await someStaff(agency, 'Sworn');
    expect(await standing()).toBeUndefined();
    await aPolicy(agency, { details: { effectiveOn: '2026-06-11' as CalendarDate } });
    expect(await standing()).toBeUndefined();
    expect(await standing('2026-06-11' as CalendarDate)).toEqual({ acknowledged: 0, of: 1 });
  });
});

describe('a roll call', () => {
  it('keeps the supervisor and the day with everybody ticked, once', async () => {
    await aPolicy(agency);
    const [one, two] = [await someStaff(agency, 'One'), await someStaff(agency, 'Two', { unit: 'Traffic' })];
    const outcomes = await Promise.all([tick(one, two), tick(one, two)]);
    expect(outcomes.map((outcome) => outcome.ok && outcome.value.written).toSorted()).toEqual([0, 2]);
    expect(await standing()).toEqual({ acknowledged: 2, of: 2 });
    expect(await standing('2026-06-09' as CalendarDate)).toEqual({ acknowledged: 0, of: 2 });
    const [row] = await asOwner(
      database.ownerUrl,
      'select how, supervisor_name, acknowledged_on::text from policy_acknowledgment where staff_id = $1',
      [one],
    );
    expect(row).toEqual({
      how: 'roll-call',
      supervisor_name: agency.coordinator.name,
      acknowledged_on: today,
    });
    const events = await agency.as((tx) => recentAgencyEvents(tx, agency.agency.id, 5));
    expect(events[0]).toMatchObject({ action: 'policy-roll-call-held', details: { people: 2 } });
  });

  it('passes over people of another agency and people who are not asked', async () => {
    await aPolicy(agency);
    const other = await anAgency(database.databases);
    const foreign = await someStaff(other, 'Foreign');
    const clerk = await someStaff(agency, 'Clerk', { kind: 'non-sworn', category: 'records' });
    expect(await tick(foreign, clerk)).toMatchObject({ ok: true, value: { written: 0 } });
  });

  it('is refused without a tick, and for a version that is no longer in effect', async () => {
    const old = await aPolicy(agency);
    const one = await someStaff(agency, 'One');
    expect(await tick()).toEqual({ ok: false, refusal: { code: 'nobody-ticked' } });
    await aPolicy(agency, { details: { effectiveOn: '2026-06-01' as CalendarDate } });
    const given = { policy: old.id, staff: [one] };
    expect(await agency.as((tx) => holdRollCall(tx, agency.act(undefined, noon), given, today))).toEqual({
      ok: false,
      refusal: { code: 'version-changed' },
    });
  });

  it('is undone by who held it within the hour, and stays in the record', async () => {
    await aPolicy(agency);
    const held = await tick(await someStaff(agency, 'One'));
    if (!held.ok) throw new Error(held.refusal.code);
    const undo = (person = agency.coordinator, minutes = 5) =>
      agency.as(
        (tx) =>
          undoRollCall(tx, agency.act(person, new Date(noon.getTime() + minutes * 60_000)), held.value.id),
        person,
      );
    expect(await undo(agency.executive)).toEqual({ ok: false, refusal: { code: 'roll-call-gone' } });
    expect(await undo(agency.coordinator, 61)).toEqual({ ok: false, refusal: { code: 'roll-call-gone' } });
    expect(await undo()).toEqual({ ok: true, value: { taken: 1 } });
    expect(await undo()).toEqual({ ok: false, refusal: { code: 'roll-call-gone' } });
    expect(await standing()).toEqual({ acknowledged: 0, of: 1 });
    const rows = await asOwner(
      database.ownerUrl,
      'select revoke_reason from policy_acknowledgment where roll_call_id = $1',
      [held.value.id],
    );
    expect(rows).toEqual([{ revoke_reason: 'Taken back right after the roll call.' }]);
  });
});

describe('a new version', () => {
  it('is acknowledged anew from its effective day on; the old acknowledgments stay with the old one', async () => {
    await aPolicy(agency);
    await tick(await someStaff(agency, 'One'));
    await aPolicy(agency, { details: { effectiveOn: '2026-06-20' as CalendarDate } });
    expect(await standing()).toEqual({ acknowledged: 1, of: 1 });
    expect(await standing('2026-06-20' as CalendarDate)).toEqual({ acknowledged: 0, of: 1 });
    expect(await standing('2026-06-19' as CalendarDate)).toEqual({ acknowledged: 1, of: 1 });
  });
});

it('progress is told by unit, shift and kind of staff', async () => {
  await aPolicy(agency);
  const one = await someStaff(agency, 'One');
  await someStaff(agency, 'Two', { shift: 'Night', unit: '' });
  await someStaff(agency, 'Three', { kind: 'non-sworn', category: 'dispatcher', unit: 'Communications' });
  await tick(one);
  expect(await parts('unit')).toEqual([
    { name: 'Communications', acknowledged: 0, of: 1 },
    { name: 'Patrol', acknowledged: 1, of: 1 },
    { name: '', acknowledged: 0, of: 1 },
  ]);
  expect(await parts('shift')).toEqual([
    { name: 'Day', acknowledged: 1, of: 2 },
    { name: 'Night', acknowledged: 0, of: 1 },
  ]);
  expect(await parts('category')).toEqual([
    { name: 'dispatcher', acknowledged: 0, of: 1 },
    { name: 'sworn', acknowledged: 1, of: 2 },
  ]);
  expect(await list({ standing: 'acknowledged' })).toEqual(['One']);
  expect(await list({ shift: 'Night' })).toEqual(['Two']);
  expect(await list({ search: 'thr' })).toEqual(['Three']);
  expect(await list({ standing: 'everyone', sort: 'name', direction: 'descending' })).toEqual([
    'Two',
    'Three',
    'One',
  ]);
});

it('a single acknowledgment is taken back with a reason, and the person is asked again', async () => {
  await aPolicy(agency);
  const one = await someStaff(agency, 'One');
  await tick(one);
  const [row] = await asOwner<{ id: AcknowledgmentId }>(
    database.ownerUrl,
    'select id from policy_acknowledgment where staff_id = $1',
    [one],
  );
  if (!row) throw new Error('Nothing was recorded.');
  const revoke = () =>
    agency.as((tx) => revokeAcknowledgment(tx, agency.act(undefined, noon), row.id, 'The wrong name.'));
  expect((await revoke()).ok).toBe(true);
  expect(await revoke()).toEqual({ ok: false, refusal: { code: 'acknowledgment-revoked' } });
  expect(await list()).toEqual(['One']);
  expect(await tick(one)).toMatchObject({ value: { written: 1 } });
});

describe('two people of the roster who are one', () => {
  it('keep one acknowledgment, the earlier, and have their own back when the merge is undone', async () => {
    await aPolicy(agency);
    const one = await someStaff(agency, 'Birch');
    const other = await someStaff(agency, 'Birch-Hale');
    await tick(one);
    await tick(other);
    const asked = { kept: other, other: one, choices: choicesBy(() => 'kept'), reason: 'She married.' };
    const merged = await agency.as((tx) => mergePeople(tx, agency.agency.id, asked, agency.coordinator.id));
    if (!merged.ok) throw new Error(merged.refusal.code);
    expect(await standing()).toEqual({ acknowledged: 1, of: 1 });
    const undone = await agency.as((tx) =>
      undoMerge(tx, agency.agency.id, merged.value.merge, agency.coordinator.id),
    );
    expect(undone.ok).toBe(true);
    expect(await standing()).toEqual({ acknowledged: 2, of: 2 });
  });
});

describe('the database itself', () => {
  it('shows no agency the acknowledgments of another', async () => {
    await aPolicy(agency);
    await tick(await someStaff(agency, 'One'));
    const other = await anAgency(database.databases);
    const seen = await other.as((tx) =>
      tx.selectFrom('policy_acknowledgment').select('id').where('agency_id', '=', agency.agency.id).execute(),
    );
    expect(seen).toEqual([]);
  });

  it('lets no agency give its staff’s own word, write in another’s name, or delete', async () => {
    const policy = await aPolicy(agency);
    const one = await someStaff(agency, 'One');
    const values = {
      agency_id: agency.agency.id,
      policy_id: policy.id,
      staff_id: one,
      acknowledged_on: today,
      recorded_at: noon,
    };
    const forged = (more: {
      how: string;
      recorded_by?: string;
      typed_name?: string;
      supervisor_name?: string;
      roll_call_id?: string;
    }) =>
      agency.as((tx) =>
        tx
          .insertInto('policy_acknowledgment')
          .values({ ...values, ...more })
          .execute(),
      );
    await expect(forged({ how: 'link', typed_name: 'Dana One' })).rejects.toThrow(/row-level security/);
    const byOther = { recorded_by: agency.executive.id, supervisor_name: 'Robin', roll_call_id: one };
    await expect(forged({ how: 'roll-call', ...byOther })).rejects.toThrow(/row-level security/);
    await expect(agency.as((tx) => tx.deleteFrom('policy_acknowledgment').execute())).rejects.toThrow(
      /permission denied/,
    );
  });
});
