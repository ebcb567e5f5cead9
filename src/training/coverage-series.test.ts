import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { campaignRules, rulesVersions } from '../campaign-rules/campaign-rules.ts';
import { programs } from '../campaign-rules/program.ts';
import { anAgency } from '../testing/an-agency.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { coverageOf } from './coverage.ts';
import { coverageGroupsOn } from './coverage-actions.ts';
import type { CoverageGroup } from './coverage-group.ts';
import { coverageSeries } from './coverage-series-actions.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const today = '2026-03-05' as CalendarDate;
// Few days, so that the bounds of spans meet the days that are asked for, and each other.
const day = fc.integer({ min: -12, max: 3 }).map((weeks) => addDays(today, weeks * 7));
const someone = fc.record({
  kind: fc.constantFrom('sworn' as const, 'non-sworn' as const),
  category: fc.constantFrom('dispatcher', 'records'),
  hired_on: fc.option(day, { nil: null }),
  separated_on: fc.option(day, { nil: null }),
});
const taken = fc.record({
  person: fc.nat(5),
  program: fc.constantFrom(...programs, 'none'),
  verdict: fc.constantFrom('counts', 'counts', 'counts', 'doubtful', 'does-not-count'),
  completed_on: day,
  valid_until: fc.option(day, { nil: null }),
});

it('coverage of many days at once is what each day alone tells, under every version of the rules', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someone, { minLength: 1, maxLength: 6 }),
      fc.array(taken, { maxLength: 30 }),
      fc.array(day, { maxLength: 8 }),
      async (people, records, days) => {
        const { agency, as } = await anAgency(database.databases);
        await insertHistory(agency.id, people, records);
        for (const version of rulesVersions) {
          const rules = campaignRules(version);
          const series = await as((tx) => coverageSeries(tx, agency.id, rules, days, today));
          const alone = new Map();
          for (const on of [...new Set(days)].filter((one) => one <= today).sort()) {
            const groups = (await as((tx) => coverageGroupsOn(tx, agency.id, on, today))).filter(isOnStaff);
            if (groups.length > 0) alone.set(on, coverageOf(rules, groups));
          }
          expect([...series]).toEqual([...alone]);
        }
      },
    ),
    { numRuns: 40 },
  );
});

function isOnStaff({ presence }: CoverageGroup): boolean {
  return presence === 'on-staff';
}

async function insertHistory(
  agency: string,
  people: readonly object[],
  records: readonly { readonly person: number }[],
): Promise<void> {
  await asOwner(
    database.ownerUrl,
    `insert into staff_member (agency_id, employee_number, family_name, given_name, kind, category, hired_on, separated_on)
     select $1, place::text, 'Example' || place, 'Pat', kind, case when kind = 'sworn' then '' else category end,
       hired_on, separated_on
     from rows from (json_to_recordset($2::json) as (kind text, category text, hired_on date, separated_on date))
       with ordinality as person (kind, category, hired_on, separated_on, place)`,
    [agency, JSON.stringify(people)],
  );
  await asOwner(
    database.ownerUrl,
    `insert into training_record (agency_id, id, staff_id, match, person_key, employee_number, family_name, given_name,
       middle_name, suffix, course_key, course_title, course_code, provider, result, completed_on, valid_until, verdict,
       program, why_code)
     select $1, gen_random_uuid(), s.id, 'matched', s.id::text, '', '', '', '', '', 'course', 'Course', '', '', 'Passed',
       r.completed_on, r.valid_until, r.verdict, r.program, 'example'
     from json_to_recordset($2::json) as r (person int, program text, verdict text, completed_on date, valid_until date)
     join staff_member s on s.agency_id = $1 and s.employee_number::int = r.person + 1`,
    [agency, JSON.stringify(records)],
  );
}
