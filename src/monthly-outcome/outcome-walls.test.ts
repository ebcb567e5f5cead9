import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs, type Transaction } from '../database/acting.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';

let database: TestDatabase;
let agency: AgencyForTests;
let other: AgencyForTests;
beforeAll(async () => {
  database = await createTestDatabase();
  agency = await anAgency(database.databases);
  other = await anAgency(database.databases);
  const { id } = agency.agency;
  await agency.as((tx) =>
    sql`insert into monthly_outcome values (${id}, '2024-01-01', 'arrests', 2), (${id}, '2024-01-01', 'transports', 7)`.execute(
      tx,
    ),
  );
});
afterAll(() => database.drop());

async function rowsOf(tx: Transaction, what: string): Promise<number> {
  const { rows } = await sql<{ rows: number }>`select count(*)::int as rows from ${sql.table(what)}`.execute(
    tx,
  );
  return rows[0]?.rows ?? -1;
}

const asCampaign = async <Result>(work: (tx: Transaction) => Promise<Result>) => {
  const { id } = await aCampaignMember(database.databases, 'administrator');
  return actingAs(database.databases.app, { as: 'campaign', person: id }, work);
};

describe('the database itself', () => {
  it.each(['monthly_outcome', 'monthly_outcome_change', 'outcome_setting', 'shared_outcome_year'])(
    'shows another agency, the campaign and the public nothing of %s',
    async (table) => {
      expect(await other.as((tx) => rowsOf(tx, table))).toBe(0);
      expect(await asCampaign((tx) => rowsOf(tx, table))).toBe(0);
      expect(await actingAs(database.databases.app, { as: 'public' }, (tx) => rowsOf(tx, table))).toBe(0);
    },
  );

  it('shows an active partner the counts, a proposed one none, and neither the history', async () => {
    const active = await aPartnership(database.databases, agency);
    const asked = await aPartnership(database.databases, agency, { until: 'accepted' });
    expect(await active.as((tx) => rowsOf(tx, 'monthly_outcome'))).toBe(2);
    expect(await asked.as((tx) => rowsOf(tx, 'monthly_outcome'))).toBe(0);
    expect(await active.as((tx) => rowsOf(tx, 'monthly_outcome_change'))).toBe(0);
  });

  it('shows a partner no count once the term of its agreement has ended', async () => {
    const partner = await aPartnership(database.databases, agency);
    const endsOn = (day: string) =>
      asOwner(
        database.ownerUrl,
        `begin; alter table partnership disable trigger user;
         update partnership set term_starts_on = '2020-01-01', term_ends_on = ${day} where id = '${partner.id}';
         alter table partnership enable trigger user; commit`,
      );
    await endsOn('current_date');
    expect(await partner.as((tx) => rowsOf(tx, 'monthly_outcome'))).toBe(2);
    await endsOn('current_date - 2');
    expect(await partner.as((tx) => rowsOf(tx, 'monthly_outcome'))).toBe(0);
  });

  it('lets a partner change nothing', async () => {
    const partner = await aPartnership(database.databases, agency);
    const changed = await partner.as((tx) => sql`update monthly_outcome set count = 9`.execute(tx));
    expect(Number(changed.numAffectedRows)).toBe(0);
    const forged = partner.as((tx) =>
      sql`insert into monthly_outcome values (${agency.agency.id}, '2024-02-01', 'arrests', 1)`.execute(tx),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });

  it('lets no agency count for another, nor anybody write or forget the history', async () => {
    const forged = other.as((tx) =>
      sql`insert into monthly_outcome values (${agency.agency.id}, '2024-02-01', 'arrests', 1)`.execute(tx),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
    for (const statement of [
      'delete from monthly_outcome_change',
      'update monthly_outcome_change set was = 1',
    ])
      await expect(agency.as((tx) => sql.raw(statement).execute(tx))).rejects.toThrow(/permission denied/);
  });

  it('hides a shared year’s count of 1 to 4 from the campaign before any query can use it', async () => {
    await agency.as((tx) =>
      sql`insert into outcome_setting (agency_id, shares_with_campaign) values (${agency.agency.id}, true)`.execute(
        tx,
      ),
    );
    const { rows } = await asCampaign((tx) =>
      sql<{
        measure: string;
        count: number | null;
      }>`select measure, count from shared_outcome_year order by measure`.execute(tx),
    );
    expect(rows).toEqual([
      { measure: 'arrests', count: null },
      { measure: 'transports', count: 7 },
    ]);
    expect(await other.as((tx) => rowsOf(tx, 'shared_outcome_year'))).toBe(0);
  });
});
