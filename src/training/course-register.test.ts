import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actingAs } from '../database/acting.ts';
import { aCampaignMember } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const text = async (path: string) => (await app.get(path)).text();

it('says that none is accepted before one is, and names the programs of the rules', async () => {
  const page = await text('/courses');
  expect(page).toContain('No other course is accepted yet');
  expect(page).toContain('Crisis Intervention Team training (CIT)');
});

it('lists what the campaign accepted with its reasons, found by words and by what it stands for', async () => {
  const { id } = await aCampaignMember(app.databases, 'reviewer');
  await actingAs(app.databases.app, { as: 'campaign', person: id }, (tx) =>
    sql`insert into course_decision (course_key, provider, title, code, program, required_hours, validity_months, reason, decided_by)
      values ('a', '', 'Crisis Response Academy', 'CRA-40', 'advanced-equivalent', 40, null, 'Covers every element of CIT.', ${id}),
        ('b', 'Lakeside College', '=HYPERLINK("x")', '', 'base-equivalent', 8, 36, 'Taught by certified instructors.', ${id})`.execute(
      tx,
    ),
  );
  const all = await text('/courses?sort=title');
  expect(all).toContain('2 courses');
  expect(all).toContain('Covers every element of CIT.');
  expect(await text('/courses?search=academy%20cra')).toContain('1 course');
  expect(await text('/courses?program=base-equivalent')).not.toContain('Crisis Response Academy');
  expect(await text('/courses?search=nothing')).toContain('No course matches');
  const list = await text('/courses.csv');
  expect(list).toContain(
    'Crisis Response Academy,CRA-40,Any provider,CIT or CRIT,40,,Covers every element of CIT.',
  );
  expect(list).not.toContain(',=HYPERLINK');
  expect(list).not.toContain('\n=HYPERLINK');
});
