import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { listAllStaff } from '../roster/roster-actions.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { importRosterFile } from '../testing/roster-file.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { importTrainingFile } from '../testing/training-file.ts';
import { judgeCourses } from './judging-actions.ts';
import { enterRecord } from './person-training-actions.ts';

let app: TestApp;
let now = new Date('2026-11-20T17:00:00Z');
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
});
afterAll(() => app.close());

it('a completion that lay ahead when it was recorded counts only once its day has come and somebody confirmed it', async () => {
  const agency = await anAgency(app.databases);
  const { id, slug } = agency.agency;
  const who = { agency: agency.agency, person: agency.coordinator.id };
  await importRosterFile(app.deps, who, 'Emp #,Last Name,First Name,Rank\n0101,Lee,Sam,Officer\n');
  await importTrainingFile(
    app.deps,
    who,
    'Emp #,Name,Course,Hours,Completed\n0101,"Lee, Sam",Crisis Intervention Team,40,2/2/2027\n',
  );
  const kept = async () => {
    const [record] = await asOwner<{ id: string; verdict: string; why: string; course: string }>(
      app.ownerUrl,
      'select id, verdict, why_code as why, course_key as course from training_record where agency_id = $1',
      [id],
    );
    return record ?? { id: '', verdict: '', why: '', course: '' };
  };
  expect(await kept()).toMatchObject({ verdict: 'doubtful', why: 'recorded-ahead' });
  const { course, id: record } = await kept();
  await agency.as((tx) => judgeCourses(tx, id, [course]));
  expect(await kept()).toMatchObject({ verdict: 'doubtful' });

  const review = `/workspace/${slug}/training/review`;
  const cookie = await app.signIn(agency.coordinator.email);
  const doubtful = async () => (await app.get(`${review}?show=doubtful`, cookie)).text();
  expect(await doubtful()).toContain('is in the future');
  expect(await doubtful()).not.toContain('It was completed');
  await app.post(`${review}/confirm`, { record }, cookie);
  expect(await kept()).toMatchObject({ verdict: 'doubtful' });

  now = new Date('2027-02-03T17:00:00Z');
  const later = await app.signIn(agency.coordinator.email);
  const page = await (await app.get(`${review}?show=doubtful`, later)).text();
  expect(page).toContain('nobody has confirmed it since');
  expect(page).toContain('It was completed');
  await app.post(`${review}/confirm`, { record }, later);
  expect(await kept()).toMatchObject({ verdict: 'counts' });
});

it('a completion that is entered before its day waits for a look too', async () => {
  const agency = await anAgency(app.databases);
  const { id } = agency.agency;
  const { staff } = await aPersonOf(agency);
  const enter = (completedOn: string) =>
    agency.as((tx) =>
      enterRecord(
        tx,
        id,
        staff,
        { title: 'Crisis Intervention Team', hours: 40, completedOn: completedOn as CalendarDate },
        agency.coordinator.id,
        '2026-11-20' as CalendarDate,
      ),
    );
  expect((await enter('2026-11-21')).ok).toBe(true);
  expect((await enter('2026-11-20')).ok).toBe(true);
  const kept = await asOwner<{ verdict: string; why_code: string }>(
    app.ownerUrl,
    'select verdict, why_code from training_record where agency_id = $1 order by completed_on',
    [id],
  );
  expect(kept).toEqual([
    expect.objectContaining({ verdict: 'counts' }),
    { verdict: 'doubtful', why_code: 'recorded-ahead' },
  ]);
});

async function aPersonOf(agency: AgencyForTests): Promise<{ readonly staff: string }> {
  const who = { agency: agency.agency, person: agency.coordinator.id };
  await importRosterFile(app.deps, who, 'Emp #,Last Name,First Name,Rank\n0101,Lee,Sam,Officer\n');
  const [found] = await agency.as((tx) => listAllStaff(tx, agency.agency.id));
  return { staff: found?.id ?? '' };
}
