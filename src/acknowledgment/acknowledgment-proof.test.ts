import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findAuditBreaks } from '../audit/audit-verification.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { ownerClient } from '../database/owner-client.ts';
import { tokenHash } from '../identity/token.ts';
import { choicesBy } from '../roster/person-merge.ts';
import { mergePeople, undoMerge } from '../roster/person-merge-actions.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { someStaff } from '../testing/asked-staff.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { AcknowledgmentId } from './acknowledgment.ts';
import { acknowledgmentStanding, askedVersion, listDeparted } from './acknowledgment-actions.ts';
import { revokeAcknowledgment } from './correction-actions.ts';
import { acknowledgeByLink } from './link-actions.ts';
import { holdRollCall } from './roll-call-actions.ts';

const today = '2026-06-10' as CalendarDate;
const noon = new Date('2026-06-10T17:00:00Z');

let database: TestDatabase;
let agency: AgencyForTests;
let one: StaffId;
let two: StaffId;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  agency = await anAgency(database.databases);
  await aPolicy(agency);
  one = await someStaff(agency, 'One');
  two = await someStaff(agency, 'Two');
});

const owner = (text: string, values: readonly unknown[] = []) =>
  asOwner(database.ownerUrl, text, [...values]);

async function rollCall(...staff: StaffId[]): Promise<void> {
  const asked = await agency.as((tx) => askedVersion(tx, agency.agency.id, today));
  if (!asked) throw new Error('No policy is in effect.');
  const given = { policy: asked.policy.id, staff };
  const held = await agency.as((tx) => holdRollCall(tx, agency.act(undefined, noon), given, today));
  if (!held.ok) throw new Error(held.refusal.code);
}

/** A link as a sending writes it, pressed by whoever holds it. */
async function byLink(staff: StaffId): Promise<void> {
  const token = crypto.randomUUID();
  const person = { agency: agency.agency.id, by: agency.coordinator.id };
  await owner(
    `with sent as (
       insert into acknowledgment_mailing (agency_id, policy_id, audience, asked_by, asked_at)
       select agency_id, id, 'not-asked', $3, $4 from agency_policy where agency_id = $1 and state = 'adopted' returning *)
     insert into acknowledgment_link (agency_id, mailing_id, policy_id, staff_id, is_first, token_hash, mailed_at, expires_at)
     select agency_id, id, policy_id, $2, true, $5, $4, $4::timestamptz + interval '30 days' from sent`,
    [person.agency, staff, person.by, noon, tokenHash(token)],
  );
  const [row] = await owner('select given_name, family_name from staff_member where id = $1', [staff]);
  const name = `${row?.given_name} ${row?.family_name}`;
  const outcome = await acknowledgeByLink(database.databases.app, token, { name, at: noon });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
}

async function breaks(): Promise<readonly string[]> {
  const client = ownerClient(database.ownerUrl);
  await client.connect();
  try {
    const found = await findAuditBreaks(client);
    const chain = `acknowledgments:${agency.agency.id}`;
    return found.breaks
      .filter((broken) => broken.chain === chain)
      .map(({ seq, problem }) => `${seq} ${problem}`);
  } finally {
    await client.end();
  }
}

const acknowledgmentOf = async (staff: StaffId) => {
  const [row] = await owner('select id from policy_acknowledgment where staff_id = $1', [staff]);
  return String(row?.id) as AcknowledgmentId;
};

describe('every acknowledgment is proved by the chain', () => {
  it('however it was given, with one event for each act, and the proof holds', async () => {
    await rollCall(one, two);
    await byLink(await someStaff(agency, 'Three'));
    await agency.as(async (tx) => {
      const act = agency.act(undefined, noon);
      return revokeAcknowledgment(tx, act, await acknowledgmentOf(one), 'The wrong name.');
    });
    const events = await owner(
      `select action, acting, (details ->> 'rows')::int as rows from audit_event where chain = $1 order by seq`,
      [`acknowledgments:${agency.agency.id}`],
    );
    expect(events).toEqual([
      { action: 'policy-acknowledged', acting: 'agency', rows: 2 },
      { action: 'policy-acknowledged', acting: 'public', rows: 1 },
      { action: 'policy-acknowledgments-revoked', acting: 'agency', rows: 1 },
    ]);
    expect(await breaks()).toEqual([]);
  });

  it.each([
    [
      'a day that was changed',
      `update policy_acknowledgment set acknowledged_on = '2026-01-01' where staff_id = $1`,
      '1 acknowledgment-changed',
    ],
    [
      'one that was taken away',
      'delete from policy_acknowledgment where staff_id = $1',
      '1 acknowledgment-missing',
    ],
    [
      'one that was slipped in',
      `insert into policy_acknowledgment
         (agency_id, policy_id, staff_id, first_staff_id, how, acknowledged_on, recorded_at, typed_name)
       select agency_id, policy_id, someone, someone, 'link', acknowledged_on, recorded_at, 'Dana One'
       from policy_acknowledgment, gen_random_uuid() someone where staff_id = $1`,
      '0 acknowledgment-unproved',
    ],
    [
      'one that was given to somebody else',
      'update policy_acknowledgment set staff_id = gen_random_uuid() where staff_id = $1',
      '1 acknowledgment-moved',
    ],
    [
      'one that was revoked in silence',
      `update policy_acknowledgment set revoked_at = now(), revoked_by = recorded_by, revoke_reason = 'x' where staff_id = $1`,
      '0 acknowledgment-unproved',
    ],
  ])('so that the owner of the database can’t hide %s', async (_what, tampering, found) => {
    await rollCall(one, two);
    await owner('alter table policy_acknowledgment disable trigger user');
    try {
      await owner(tampering, [one]);
    } finally {
      await owner('alter table policy_acknowledgment enable trigger user');
    }
    expect(await breaks()).toEqual([found]);
  });

  it('and a merge of two people, and its undoing, leave the proof whole', async () => {
    await rollCall(one, two);
    const asked = { kept: two, other: one, choices: choicesBy(() => 'kept'), reason: 'She married.' };
    const merged = await agency.as((tx) => mergePeople(tx, agency.agency.id, asked, agency.coordinator.id));
    if (!merged.ok) throw new Error(merged.refusal.code);
    expect(await breaks()).toEqual([]);
    await agency.as((tx) => undoMerge(tx, agency.agency.id, merged.value.merge, agency.coordinator.id));
    expect(await breaks()).toEqual([]);
    expect(
      await owner('select from acknowledgment_departed where agency_id = $1', [agency.agency.id]),
    ).toEqual([]);
  });
});

describe('somebody taken out of the roster who has acknowledged', () => {
  const takenOut = (staff: StaffId) => owner('delete from staff_member where id = $1', [staff]);
  const standing = () => agency.as((tx) => acknowledgmentStanding(tx, agency.agency.id, today));

  const departed = () =>
    agency.as(async (tx) => {
      const asked = await askedVersion(tx, agency.agency.id, today);
      if (!asked) throw new Error('No policy is in effect.');
      const { signers } = await listDeparted(tx, agency.agency.id, asked.about, 10);
      return signers.map(({ name, employeeNumber }) => `${name.family} ${employeeNumber}`);
    });

  it('keeps the proof under the name as it was, and has it again on coming back', async () => {
    const numbered = await someStaff(agency, 'Birch', { employeeNumber: '0412' });
    await rollCall(one, numbered);
    await takenOut(numbered);
    const [kept] = await owner(
      'select family_name, employee_number from acknowledgment_departed where staff_id = $1',
      [numbered],
    );
    expect(kept).toEqual({ family_name: 'Birch', employee_number: '0412' });
    expect(await departed()).toEqual(['Birch 0412']);
    expect(await standing()).toEqual({ acknowledged: 1, of: 2 });
    await someStaff(agency, 'Birch', { employeeNumber: '0999' });
    expect(await standing()).toEqual({ acknowledged: 1, of: 3 });
    await someStaff(agency, 'Birch', { employeeNumber: '0412' });
    expect(await standing()).toEqual({ acknowledged: 2, of: 4 });
    expect(await departed()).toEqual([]);
    expect(await breaks()).toEqual([]);
  });

  it('is not taken for one of two people of the same name', async () => {
    const [first, second] = [await someStaff(agency, 'Twin'), await someStaff(agency, 'Twin')];
    await rollCall(first, second);
    await takenOut(first);
    await takenOut(second);
    await someStaff(agency, 'Twin');
    expect(await standing()).toEqual({ acknowledged: 0, of: 3 });
  });
});
