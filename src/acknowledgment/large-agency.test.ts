import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Transaction } from '../database/acting.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { acknowledgmentStanding, askedVersion, listAskedStaff, listParts } from './acknowledgment-actions.ts';
import { askedQuery } from './acknowledgment-query.ts';
import type { MailingId } from './mailing.ts';
import { mailingDesk, remindedByHand } from './mailing-actions.ts';
import { listAddressees } from './mailing-store.ts';

const today = '2026-06-10' as CalendarDate;
const people = 36_000;
let database: TestDatabase;
let agency: AgencyForTests;

beforeAll(async () => {
  database = await createTestDatabase();
  agency = await anAgency(database.databases);
  const { id } = await aPolicy(agency);
  const ids = [agency.agency.id, id, agency.coordinator.id];
  await asOwner(
    database.ownerUrl,
    `insert into staff_member (agency_id, family_name, given_name, kind, unit, shift, email, employee_number)
     select $1, 'Staff' || n, 'Dana', 'sworn', 'Unit ' || n % 120, 'Watch ' || n % 3, 'n' || n || '@agency.test', n
     from generate_series(1, ${people}) n`,
    [agency.agency.id],
  );
  await asOwner(
    database.ownerUrl,
    `insert into policy_acknowledgment
       (agency_id, policy_id, staff_id, how, acknowledged_on, recorded_at, recorded_by, supervisor_name, roll_call_id)
     select agency_id, $2, id, 'roll-call', '2026-06-01', now(), $3, 'Robin', id from staff_member
     where agency_id = $1 and employee_number::int <= 30000`,
    ids,
  );
  const [mailing] = await asOwner<{ id: string }>(
    database.ownerUrl,
    `insert into acknowledgment_mailing (agency_id, policy_id, audience, asked_by, asked_at)
     values ($1, $2, 'not-asked', $3, now()) returning id`,
    ids,
  );
  await asOwner(
    database.ownerUrl,
    `insert into acknowledgment_link
       (agency_id, mailing_id, policy_id, staff_id, is_first, token_hash, mailed_at, expires_at)
     select agency_id, $3, $2, id, true, sha256(id::text::bytea), '2026-06-01', '2026-07-15' from staff_member
     where agency_id = $1 and employee_number::int <= 33000`,
    [agency.agency.id, id, mailing?.id ?? ''],
  );
  await asOwner(database.ownerUrl, 'analyze', []);
}, 120_000);
afterAll(() => database.drop());

async function version(tx: Transaction) {
  const asked = await askedVersion(tx, agency.agency.id, today);
  if (!asked) throw new Error('No policy is in effect.');
  return asked;
}

describe('an agency of 36,000', () => {
  it('counts, parts, lists and finds whom to mail', async () => {
    const now = new Date('2026-06-10T17:00:00Z');
    const shown = await agency.as(async (tx) => {
      const { about } = await version(tx);
      const selection = { ...askedQuery.parse({ sort: 'unit' }), limit: 50, offset: 2_000 };
      const mailing = { id: agency.agency.id as string as MailingId, audience: { is: 'not-asked' } as const };
      return {
        standing: await acknowledgmentStanding(tx, agency.agency.id, today),
        parts: (await listParts(tx, agency.agency.id, about, 'unit')).length,
        missing: (await listAskedStaff(tx, agency.agency.id, about, selection)).total,
        desk: await mailingDesk(tx, agency.agency.id, today, now),
        next: await listAddressees(tx, agency.agency.id, about, mailing, {
          ...remindedByHand(now),
          people: 200,
        }),
      };
    });
    expect(shown.standing).toEqual({ acknowledged: 30_000, of: people });
    expect(shown).toMatchObject({ parts: 120, missing: 6_000 });
    expect(shown.desk).toMatchObject({ notAsked: 3_000, toRemind: 3_000, withoutAddress: 0 });
    expect(shown.next).toHaveLength(200);
  }, 20_000);

  it('finds one link and one person’s acknowledgment by index', async () => {
    const plan = (statement: ReturnType<typeof sql>) =>
      agency.as(async (tx) => {
        const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${statement}`.execute(tx);
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      });
    const { policy } = await agency.as(version);
    const link = await plan(sql`select id from acknowledgment_link where token_hash = ${randomBytes(32)}`);
    expect(link).toContain('acknowledgment_link_token_hash_key');
    const standing = await plan(sql`select id from policy_acknowledgment
      where agency_id = ${agency.agency.id} and policy_id = ${policy.id} and staff_id = ${policy.id}
        and revoked_at is null and gave_way_in is null`);
    expect(standing).toMatch(/Index (Only )?Scan using policy_acknowledgment_/);
  });
});
