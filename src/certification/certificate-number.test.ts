import { afterAll, beforeAll, expect, it } from 'vitest';
import { actingAs } from '../database/acting.ts';
import { aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { nextCertificateNumber } from './certificate-store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('gives the next number to the campaign and none to an agency, which would leave a gap', async () => {
  const agency = await anAgency(database.databases, { pledge: 'none' });
  await expect(agency.as((tx) => nextCertificateNumber(tx, 2031))).rejects.toThrow('no certificate number');
  const { id } = await aCampaignMember(database.databases, 'reviewer');
  const number = await actingAs(database.databases.app, { as: 'campaign', person: id }, (tx) =>
    nextCertificateNumber(tx, 2031),
  );
  expect(number).toBe('OM-2031-000001');
});
