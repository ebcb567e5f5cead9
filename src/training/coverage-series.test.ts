import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import { anAgency } from '../testing/an-agency.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { coverageAsOf } from './coverage-actions.ts';
import { coverageSeries } from './coverage-series-actions.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const today = '2026-03-05' as CalendarDate;
const days = ['2024-01-31', '2024-12-31', '2025-06-30', '2026-02-28', '2026-12-31'] as CalendarDate[];

it('coverage of many days in one query is what each day alone tells', async () => {
  const agency = await anAgency(database.databases);
  const rules = campaignRules('2024');
  await asOwner(
    database.ownerUrl,
    `insert into staff_member (agency_id, employee_number, family_name, given_name, kind, category, rank, unit, shift,
       hired_on, separated_on)
     select $1, n::text, 'Example' || n, 'Pat', case when n % 5 = 0 then 'non-sworn' else 'sworn' end,
       case when n % 5 = 0 then 'dispatcher' else '' end, '', 'Unit ' || n % 3, '',
       case when n % 4 = 0 then null else date '2023-06-01' + n * 20 end,
       case when n % 6 = 0 then date '2025-02-01' + n * 10 end
     from generate_series(1, 40) n`,
    [agency.agency.id],
  );
  await asOwner(
    database.ownerUrl,
    `insert into training_record (agency_id, id, staff_id, match, person_key, employee_number, family_name, given_name,
       middle_name, suffix, course_key, course_title, course_code, provider, result, completed_on, valid_until, verdict,
       program, why_code, entered_by, entered_at)
     select $1, gen_random_uuid(), s.id, 'entered', s.id::text, '', '', '', '', '', 'course', 'Course', '', '', 'Passed',
       date '2024-01-10' + s.employee_number::int * 25,
       case when s.employee_number::int % 3 = 0 then date '2025-03-01' + s.employee_number::int * 9 end,
       case when s.employee_number::int % 7 = 0 then 'doubtful' else 'counts' end,
       case when s.employee_number::int % 2 = 0 then 'cit' else 'mhfa' end, 'example', $2, now()
     from staff_member s where agency_id = $1`,
    [agency.agency.id, agency.coordinator.id],
  );
  const asked = await agency.as((tx) => coverageSeries(tx, agency.agency.id, rules, days, today));
  expect([...asked.keys()].toSorted()).toEqual(days.slice(0, 4));
  for (const [day, coverage] of asked) {
    const alone = await agency.as((tx) => coverageAsOf(tx, agency.agency.id, rules, day, today));
    const { sworn, advanced, base, untrained, nonSworn } = alone ?? coverage;
    expect({ day, sworn, advanced, base, untrained, nonSworn }).toEqual({
      day,
      sworn: coverage.sworn,
      advanced: coverage.advanced,
      base: coverage.base,
      untrained: coverage.untrained,
      nonSworn: coverage.nonSworn,
    });
  }
  for (const tell of ['sworn', 'advanced', 'base'] as const)
    expect(new Set([...asked.values()].map((coverage) => coverage[tell])).size).toBeGreaterThan(1);
});
