import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invite } from '../identity/invitation-actions.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';

let database: TestDatabase;
let agency: AgencyForTests;
let other: AgencyForTests;
beforeAll(async () => {
  database = await createTestDatabase();
  agency = await anAgency(database.databases, { pledge: 'none' });
  other = await anAgency(database.databases, { pledge: 'none' });
});
afterAll(() => database.drop());

describe('the database itself', () => {
  it('lets no agency confirm for its partner', async () => {
    const { id } = await aPartnership(database.databases, agency, { until: 'accepted' });
    const confirmed = { state: 'active', confirmed_by: agency.act().person, confirmed_at: new Date() };
    const forged = agency.as((tx) =>
      tx
        .updateTable('partnership')
        .set({ ...confirmed, confirmed_name: 'Forged' })
        .where('id', '=', id)
        .execute(),
    );
    await expect(forged).rejects.toThrow('An agency does not answer for its partner.');
  });

  it('lets no agency name its partner in public', async () => {
    const { id } = await aPartnership(database.databases, agency);
    const forged = agency.as((tx) =>
      tx.updateTable('partnership').set({ named_in_public: true }).where('id', '=', id).execute(),
    );
    await expect(forged).rejects.toThrow('An agency does not answer for its partner.');
  });

  it('lets no agency change the terms that both sides confirmed', async () => {
    const { id } = await aPartnership(database.databases, agency);
    const forged = agency.as((tx) =>
      tx.updateTable('partnership').set({ term_ends_on: '2099-01-01' }).where('id', '=', id).execute(),
    );
    await expect(forged).rejects.toThrow('Terms change by a version that both sides confirm.');
  });

  it.each([
    ['terms', { term_ends_on: '2099-01-01' }],
    ['contact at the agency', { agency_contact_email: 'forged@partner.test' }],
  ])('lets no partner change the %s', async (_what, change) => {
    const partnership = await aPartnership(database.databases, agency);
    const forged = partnership.as((tx) =>
      tx.updateTable('partnership').set(change).where('id', '=', partnership.id).execute(),
    );
    await expect(forged).rejects.toThrow('A partner changes no terms.');
  });

  it.each([
    ['that people speak for already', 'active'],
    ['that another agency has proposed', 'proposed'],
  ] as const)(
    'lets no agency invite its own person to speak for an organization %s',
    async (_which, until) => {
      const { partner } = await aPartnership(database.databases, agency, { until });
      const act = other.act();
      const forged = other.as((tx) =>
        invite(tx, {
          place: 'partner',
          partner,
          agency: act.agency,
          role: 'representative',
          email: 'mine@partner.test',
          leadsTo: `/partner/${partner}`,
          siteUrl: act.siteUrl,
        }),
      );
      await expect(forged).rejects.toThrow(/row-level security/);
    },
  );
});
