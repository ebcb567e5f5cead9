import { afterAll, beforeAll, expect, it } from 'vitest';
import { chooseScope } from '../agency/agency-actions.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import { addStaffMember } from '../roster/roster-actions.ts';
import { anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { importTrainingFile } from '../testing/training-file.ts';
import { courseKey } from '../training/course-title.ts';
import { coverageAsOf } from '../training/coverage-actions.ts';
import { countedPeople } from './counted-people-actions.ts';
import { coverageOfPeople } from './counted-person.ts';

const day = '2026-06-01' as CalendarDate;

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const training = `Emp #,Name,Course,Hours,Date,Status
100,"Quill, Alex",Crisis Intervention Team (CIT),8,3/2/2026,Passed
100,"Quill, Alex",Crisis Intervention Team (CIT),8,3/3/2026,Passed
100,"Quill, Alex",Crisis Intervention Team (CIT),8,3/4/2026,Passed
100,"Quill, Alex",Crisis Intervention Team (CIT),8,3/5/2026,Passed
100,"Quill, Alex",Crisis Intervention Team (CIT),8,3/6/2026,Passed
100,"Quill, Alex",Firearms,8,3/9/2026,Passed
101,"Marsh, Alex",Mental Health First Aid,8,3/1/2020,Passed
102,"Ash, Alex",Mental Health First Aid - Fernbrook,8,3/1/2026,Passed
105,"Heath, Alex",HARBOR CRISIS COURSE (2026),40,3/4/2026,Passed
`;

it('the counted people are those that coverage counts, each with the records that count that day and no others', async () => {
  const made = await anAgency(app.databases);
  const agency = made.agency.id;
  await made.as(async (tx) => {
    await chooseScope(tx, agency, ['dispatcher']);
    const people = [
      ['100', 'Quill', 'sworn', ''],
      ['101', 'Marsh', 'sworn', ''],
      ['102', 'Ash', 'non-sworn', 'dispatcher'],
      ['103', 'Fern', 'non-sworn', 'records'],
      ['104', 'Reed', 'sworn', ''],
      ['105', 'Heath', 'sworn', ''],
    ] as const;
    for (const [employeeNumber, family, kind, category] of people) {
      const name = { family, given: 'Alex', middle: '', suffix: '' };
      const facts = { badge: '', rank: '', unit: '', shift: '', email: '' };
      await addStaffMember(tx, agency, {
        name,
        employeeNumber,
        kind,
        ...(category && { category }),
        ...facts,
      });
    }
  });
  await asOwner(
    app.ownerUrl,
    "update staff_member set separated_on = '2026-05-31' where employee_number = '104'",
  );
  await asOwner(
    app.ownerUrl,
    `insert into course_decision (course_key, provider, title, code, program, required_hours, reason, decided_by)
     values ($1, '', 'Harbor crisis course', '', 'advanced-equivalent', 40, 'The same content.', $2)`,
    [courseKey('Harbor crisis course'), made.coordinator.id],
  );
  await importTrainingFile(app.deps, { agency: made.agency, person: made.coordinator.id }, training);
  const rules = campaignRules('2024');
  const { people, coverage } = await made.as(async (tx) => ({
    ...(await countedPeople(tx, agency, rules, day)),
    coverage: await coverageAsOf(tx, agency, rules, day),
  }));
  const facts = people.map(({ kind, category, records }) => ({ kind, category, records }));
  expect(facts).toHaveLength(4);
  const cit = {
    program: 'cit',
    hours: 40,
    completedOn: '2026-03-06',
  };
  expect(facts).toEqual(
    expect.arrayContaining([
      { kind: 'sworn', category: '', records: [expect.objectContaining(cit)] },
      { kind: 'sworn', category: '', records: [] },
      {
        kind: 'sworn',
        category: '',
        records: [
          expect.objectContaining({
            program: 'advanced-equivalent',
            course: { entry: expect.any(Number), title: 'Harbor crisis course' },
          }),
        ],
      },
      {
        kind: 'non-sworn',
        category: 'dispatcher',
        records: [expect.objectContaining({ program: 'mhfa', hours: 8, validUntil: '2029-03-01' })],
      },
    ]),
  );
  // What an agency typed into a title stays with the agency; a course the rules know by name needs no title.
  expect(JSON.stringify(people)).not.toMatch(/fernbrook/i);
  expect(JSON.stringify(facts.flatMap(({ records }) => records)).match(/"course"/g)).toHaveLength(1);
  const { sworn, advanced, untrained, nonSworn } = coverageOfPeople(rules, day, people);
  expect({ sworn, advanced, untrained, nonSworn }).toEqual({
    sworn: coverage?.sworn,
    advanced: coverage?.advanced,
    untrained: coverage?.untrained,
    nonSworn: coverage?.nonSworn,
  });
});
