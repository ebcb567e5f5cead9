import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../calendar/calendar-date.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyId, PersonId } from '../database/acting.ts';
import { actingAs } from '../database/acting.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { coverageAsOf } from '../training/coverage-actions.ts';
import { fillNationalScale } from './national-scale.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  const owner = new pg.Client({ connectionString: app.ownerUrl });
  await owner.connect();
  await fillNationalScale(owner, { agencies: 600, staff: 20_000 }).finally(() => owner.end());
}, 60_000);
afterAll(() => app.close());

const one = async <Row extends pg.QueryResultRow>(statement: string, values: readonly unknown[] = []) =>
  (await asOwner<Row>(app.ownerUrl, statement, values))[0];

describe('a database filled at scale', () => {
  test('has as many agencies as asked for and about as many people', async () => {
    const found = await one<{ agencies: number; staff: number }>(
      'select (select count(*)::int from agency) as agencies, (select count(*)::int from staff_member) as staff',
    );
    expect(found?.agencies).toBe(600);
    expect(Math.abs((found?.staff ?? 0) - 20_000)).toBeLessThan(2_000);
  });

  test('has an agreement in effect for every partnership', async () => {
    const found = await one<{ partnerships: number; agreed: number }>(
      `select (select count(*)::int from partnership where state = 'active') as partnerships,
              (select count(*)::int from agreement_version where state = 'agreed') as agreed`,
    );
    expect(found?.agreed).toBeGreaterThan(100);
    expect(found?.agreed).toBe(found?.partnerships);
  });

  test('has many small agencies and a few large ones', async () => {
    const found = await one<{ median: number; largest: number }>(
      `select percentile_cont(0.5) within group (order by people) as median, max(people)::int as largest
       from (select count(*) as people from staff_member group by agency_id) sizes`,
    );
    expect(found?.median).toBeLessThan(30);
    expect(found?.largest).toBeGreaterThan(1_000);
  });

  test('lists every agency to the public, the certified ones with their certificates and partners', async () => {
    const found = await one<{ listed: number; certified: number; numbers: number; partners: number }>(
      `select (select count(*)::int from directory_entry) as listed,
              (select count(*)::int from directory_entry where status = 'certified') as certified,
              (select count(*)::int from certificate) as numbers,
              (select count(*)::int from named_partner) as partners`,
    );
    expect(found?.listed).toBe(600);
    expect(found?.certified).toBe(found?.numbers);
    expect(found?.certified).toBeGreaterThan(100);
    expect(found?.partners).toBeGreaterThan(100);
    const certificate = await one<{ number: string }>('select number from certificate limit 1');
    const page = await app.get(`/verify/${certificate?.number}`);
    expect(page.status).toBe(200);
  });

  test('answers an agency’s coverage from its records', async () => {
    const largest = await one<{ agency_id: AgencyId }>(
      'select c.agency_id from certificate c join staff_member m using (agency_id) group by 1 order by count(*) desc limit 1',
    );
    const reader = await one<{ id: PersonId }>(
      "select id from identity.person where email = 'executive@national.example'",
    );
    if (!largest || !reader) throw new Error('Nothing was filled in.');
    const acting = { as: 'agency', agency: largest.agency_id, person: reader.id } as const;
    const coverage = await actingAs(app.databases.app, acting, (tx) =>
      coverageAsOf(tx, largest.agency_id, campaignRules('2024'), dayIn('UTC', new Date())),
    );
    expect(coverage?.sworn).toBeGreaterThan(100);
    expect(coverage?.untrained).toBe(0);
    expect((coverage?.advanced ?? 0) * 5).toBeGreaterThan(coverage?.sworn ?? 0);
  });
});
