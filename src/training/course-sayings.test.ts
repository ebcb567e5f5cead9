import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';

let app: TestApp;
let cookie: string;
let second: AgencyForTests;

beforeAll(async () => {
  app = await createTestApp();
  const first = await anAgency(app.databases);
  second = await anAgency(app.databases);
  const say = (agency: AgencyForTests, courses: number) =>
    asOwner(
      app.ownerUrl,
      `insert into agency_course_decision (agency_id, course_key, title, code, program, reason, decided_by)
       select $1, 'course ' || lpad(n::text, 3, '0'), 'Course ' || lpad(n::text, 3, '0'), 'HC-' || n,
         case when n = 7 then 'none' else 'cit' end, 'The agenda says so.', $2
       from generate_series(1, $3::int) n`,
      [agency.agency.id, agency.coordinator.id, courses],
    );
  await say(first, 120);
  await say(second, 1);
  cookie = await app.signIn((await aCampaignMember(app.databases, 'reviewer')).email);
});
afterAll(() => app.close());

const coursesAt = async (query: string) => {
  const page = await (await app.get(`/campaign/courses/sayings${query}`, cookie)).text();
  return [...page.matchAll(/said\?key=[^"]*"[^>]*>\s*(Course \d+)/g)].map(([, title]) => title);
};

it('every course that agencies speak about is on some page, the most said first', async () => {
  const pages = [await coursesAt(''), await coursesAt('?page=2'), await coursesAt('?page=3')];
  expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
  expect(new Set(pages.flat()).size).toBe(120);
  expect(pages[0]?.[0]).toBe('Course 001');
});

it('the list is sorted by course, both ways', async () => {
  expect((await coursesAt('?sort=course&direction=descending'))[0]).toBe('Course 120');
  expect((await coursesAt('?sort=course&direction=ascending&page=3')).at(-1)).toBe('Course 120');
});

it('what does not count comes last when sorted by what agencies say', async () => {
  expect((await coursesAt('?sort=program&direction=descending'))[0]).toBe('Course 007');
});

it('the list is searched by course, course number and agency', async () => {
  expect(await coursesAt('?search=course+11')).toHaveLength(10);
  expect(await coursesAt('?search=hc-42')).toEqual(['Course 042']);
  expect(await coursesAt(`?search=${encodeURIComponent(second.agency.name)}`)).toEqual(['Course 001']);
  expect(await coursesAt('?search=100%25')).toEqual([]);
});

it('the page of courses shows those most said and leads to the whole list', async () => {
  const page = await (await app.get('/campaign/courses', cookie)).text();
  expect([...page.matchAll(/said\?key=/g)]).toHaveLength(10);
  expect(page).toContain('href="/campaign/courses/sayings"');
});
