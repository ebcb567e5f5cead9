import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { rosterFingerprint } from './roster-lock-store.ts';

let database: TestDatabase;
let agency: AgencyForTests;
beforeAll(async () => {
  database = await createTestDatabase();
  agency = await anAgency(database.databases);
});
afterAll(() => database.drop());

const fingerprint = () => agency.as((tx) => rosterFingerprint(tx, agency.agency.id));
const run = (statement: string) => asOwner(database.ownerUrl, statement, [agency.agency.id]);
const added = (name: string) =>
  run(
    `insert into staff_member (agency_id, family_name, given_name, kind, updated_at)
     values ($1, '${name}', 'Alex', 'sworn', '2026-01-01')`,
  );

it('stands while nobody changes the roster', async () => {
  await added('Example');
  expect(await fingerprint()).toBe(await fingerprint());
});

it('does not come back when facts are given back with the moment that they date from', async () => {
  const before = await fingerprint();
  await run("update staff_member set rank = 'Sergeant', updated_at = now() where agency_id = $1");
  await run("update staff_member set rank = 'Chief', updated_at = '2026-01-01' where agency_id = $1");
  expect(await fingerprint()).not.toBe(before);
});

it('does not come back when one person is put in the place of another', async () => {
  const before = await fingerprint();
  await run('delete from staff_member where agency_id = $1');
  await added('Sample');
  expect(await fingerprint()).not.toBe(before);
});
