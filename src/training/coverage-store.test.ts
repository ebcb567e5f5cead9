import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { campaignRules, rulesVersions } from '../campaign-rules/campaign-rules.ts';
import type { PersonId } from '../database/acting.ts';
import { isOnStaff } from '../roster/staff-member.ts';
import { anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { importTrainingFile } from '../testing/training-file.ts';
import { coverageOf } from './coverage.ts';
import { coverageGroupsOn } from './coverage-actions.ts';
import type { CoverageGroup } from './coverage-group.ts';
import { programsHeld, qualifyPerson } from './programs-held.ts';

const today = '2026-06-15' as CalendarDate;
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: () => new Date(`${today}T17:00:00Z`) });
});
afterAll(() => app.close());

const days = fc.integer({ min: -1500, max: 60 }).map((offset) => addDays(today, offset));
const someone = fc.record({
  kind: fc.constantFrom('sworn' as const, 'non-sworn' as const),
  category: fc.constantFrom('dispatcher', 'records', ''),
  unit: fc.constantFrom('', 'Patrol', 'Jail'),
  shift: fc.constantFrom('', 'Days'),
  rank: fc.constantFrom('Officer', 'Sergeant'),
  hiredOn: fc.option(days, { nil: undefined }),
  separatedOn: fc.option(days, { nil: undefined, freq: 3 }),
});
const taken = fc.record({
  person: fc.nat(7),
  title: fc.constantFrom(
    'Crisis Intervention Team',
    'CRIT',
    'Mental Health First Aid',
    'Crisis Intervention Team Refresher',
    'Firearms',
  ),
  hours: fc.constantFrom(undefined, 8, 16, 40),
  completedOn: fc.option(days, { nil: undefined, freq: 8 }),
  expiresOn: fc.option(days, { nil: undefined, freq: 3 }),
  result: fc.constantFrom('', 'Passed', 'Instructed', 'No show', 'Maybe'),
});

it('the SQL aggregate and the rules in memory count the same', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someone, { minLength: 1, maxLength: 8 }),
      fc.array(taken, { maxLength: 25 }),
      days,
      async (people, records, day) => {
        const { agency, coordinator, as } = await anAgency(app.databases);
        for (const [place, person] of people.entries()) {
          await asOwner(
            app.ownerUrl,
            `insert into staff_member (agency_id, employee_number, family_name, given_name, kind, category, rank, unit,
               shift, hired_on, separated_on) values ($1, $2, $3, 'Pat', $4, $5, $6, $7, $8, $9, $10)`,
            [
              agency.id,
              `N${place}`,
              familyName(place),
              person.kind,
              person.kind === 'sworn' ? '' : person.category,
              person.rank,
              person.unit,
              person.shift,
              person.hiredOn ?? null,
              person.separatedOn ?? null,
            ],
          );
        }
        const known = records.filter(({ person }) => person < people.length);
        const who = { agency, person: coordinator.id as PersonId };
        const lines = known.map((record) =>
          [
            `N${record.person},${familyName(record.person)},Pat`,
            record.title,
            record.hours ?? '',
            record.completedOn ?? '',
            record.expiresOn ?? '',
            record.result,
          ].join(','),
        );
        if (lines.length > 0) {
          const half = Math.ceil(lines.length / 2);
          for (const part of [lines.slice(0, half), lines])
            await importTrainingFile(
              app.deps,
              who,
              [`Employee ID,Last Name,First Name,Course,Hours,Completed,Valid Until,Status`, ...part].join(
                '\n',
              ),
              { mapping: columns },
            );
        }
        const groups = await as((tx) => coverageGroupsOn(tx, agency.id, day, today));
        const inMemory = people.map((person, place): CoverageGroup => {
          const own = known.filter((record) => record.person === place);
          const classes = qualifyPerson(own, { today });
          return {
            kind: person.kind,
            category: person.kind === 'sworn' ? '' : person.category,
            inScope: person.kind === 'sworn' || person.category === 'dispatcher',
            presence: isOnStaff(person, day)
              ? 'on-staff'
              : person.separatedOn && person.separatedOn <= day
                ? 'separated'
                : 'not-yet-hired',
            unit: person.unit,
            shift: person.shift,
            rank: person.rank,
            programs: programsHeld(
              classes.map(({ qualifying }) => qualifying),
              day,
            ),
            people: 1,
          };
        });
        for (const version of rulesVersions) {
          const rules = campaignRules(version);
          expect(coverageOf(rules, groups)).toEqual(coverageOf(rules, inMemory));
        }
      },
    ),
    { numRuns: 25 },
  );
});

it('one agency’s records are found through an index among those of many', async () => {
  await asOwner(
    app.ownerUrl,
    `insert into training_record (agency_id, id, match, person_key, employee_number, family_name, given_name,
       middle_name, suffix, course_key, course_title, course_code, provider, result, verdict, program, why_code)
     select md5((g % 200)::text)::uuid, gen_random_uuid(), 'unmatched', 'k', '', 'F', 'G', '', '', 'c|', 'c', '', '', '',
       'does-not-count', 'none', 'other-course' from generate_series(1, 20000) g`,
  );
  await asOwner(app.ownerUrl, 'analyze training_record');
  const plan = await asOwner<{ 'QUERY PLAN': string }>(
    app.ownerUrl,
    `explain select staff_id, bit_or(1) from training_record
     where agency_id = md5('7')::uuid and verdict = 'counts' and staff_id is not null group by staff_id`,
  );
  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(
    /Index.* using training_record|on training_record_/,
  );
});

const columns = {
  employeeNumber: 0,
  familyName: 1,
  givenName: 2,
  courseTitle: 3,
  hours: 4,
  completedOn: 5,
  expiresOn: 6,
  result: 7,
};

function familyName(place: number): string {
  return ['Ash', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Gum', 'Hazel'][place] ?? 'Oak';
}
