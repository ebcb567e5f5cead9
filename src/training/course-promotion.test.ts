import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { currentRules } from '../campaign-rules/campaign-rules.ts';
import { actingAs } from '../database/acting.ts';
import { parseFullName } from '../person-name/person-name.ts';
import { addStaffMember } from '../roster/roster-actions.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { importTrainingFile } from '../testing/training-file.ts';
import { decideCourse, undoCourseDecision } from './course-actions.ts';
import { listSaidCourses, promoteCourseDecision } from './course-promotion-actions.ts';
import { courseKey } from './course-title.ts';
import { coverageAsOf } from './coverage-actions.ts';

const today = '2026-06-15' as CalendarDate;
let app: TestApp;

beforeAll(async () => {
  app = await createTestApp({ now: () => new Date(`${today}T17:00:00Z`) });
});
afterAll(() => app.close());

/** An agency whose one officer took a course. */
async function anAgencyWith(line: string): Promise<AgencyForTests> {
  const agency = await anAgency(app.databases);
  const name = parseFullName('Quillfeather, Dana');
  if (!name) throw new Error('No name.');
  const sheet = { employeeNumber: '', badge: '', kind: 'sworn', rank: 'Officer', unit: '' } as const;
  await agency.as((tx) => addStaffMember(tx, agency.agency.id, { ...sheet, name, shift: '', email: '' }));
  const importer = { agency: agency.agency, person: agency.coordinator.id };
  await importTrainingFile(
    app.deps,
    importer,
    `Name,Course,Hours,Completed,Status\n"Quillfeather, Dana",${line}`,
  );
  return agency;
}

const say = (agency: AgencyForTests, title: string, counts: boolean, reason: string) =>
  agency.as((tx) =>
    decideCourse(tx, agency.agency.id, courseKey(title), { counts, reason }, agency.coordinator.id),
  );

const coverage = (agency: AgencyForTests, day = today) =>
  agency.as((tx) => coverageAsOf(tx, agency.agency.id, currentRules, day, today));

const asCampaign = async () => {
  const reviewer = await aCampaignMember(app.databases, 'reviewer');
  return { reviewer, acting: { as: 'campaign', person: reviewer.id } as const };
};

describe('what one agency says of a course', () => {
  it('holds for every agency once the campaign says so, whatever they said themselves', async () => {
    const title = 'Harbor Crisis Intervention Course';
    const [first, second, third] = [
      await anAgencyWith(`${title},,3/5/2024,Passed`),
      await anAgencyWith(`${title.toUpperCase()} 2023,,3/5/2023,Passed`),
      await anAgencyWith(`${title},24,3/5/2024,Passed`),
    ];
    await say(first, title, true, 'The agenda has 40 hours.');
    expect((await coverage(second))?.advanced).toBe(0);
    const { reviewer, acting } = await asCampaign();
    const course = { courseKey: courseKey(title), program: 'cit' } as const;
    const decision = { requiredHours: 40, validityMonths: undefined, reason: 'The agenda has 40 hours.' };
    const promote = () =>
      actingAs(app.databases.app, acting, (tx) => promoteCourseDecision(tx, course, decision, reviewer.id));
    expect(await promote()).toEqual({ ok: true, value: undefined });
    expect((await coverage(second))?.advanced).toBe(1);
    expect((await coverage(third))?.advanced).toBe(0);
    await first.as((tx) => undoCourseDecision(tx, first.agency.id, course.courseKey));
    expect((await coverage(first))?.advanced).toBe(1);
    expect(await promote()).toMatchObject({ refusal: { code: 'nobody-says-so' } });
  });

  it('that it does not count can be promoted too', async () => {
    const title = 'Crisis Intervention Team (Inland)';
    const [first, second] = [
      await anAgencyWith(`${title},40,3/5/2024,Passed`),
      await anAgencyWith(`${title},40,3/5/2024,Passed`),
    ];
    await say(first, title, false, 'It was a webinar.');
    expect((await coverage(second))?.advanced).toBe(1);
    const { reviewer, acting } = await asCampaign();
    const limits = { requiredHours: undefined, validityMonths: undefined };
    await actingAs(app.databases.app, acting, (tx) =>
      promoteCourseDecision(
        tx,
        { courseKey: courseKey(title), program: 'none' },
        { ...limits, reason: 'A webinar.' },
        reviewer.id,
      ),
    );
    expect((await coverage(second))?.advanced).toBe(0);
  });

  it('is seen by the campaign and by no other agency', async () => {
    const title = 'CIT Quarry';
    const first = await anAgencyWith(`${title},,3/5/2024,Passed`);
    await say(first, title, true, 'The certificate says 40 hours.');
    const other = await anAgency(app.databases);
    const key = courseKey(title);
    const seen = (said: Awaited<ReturnType<typeof listSaidCourses>>) =>
      said.filter((one) => one.courseKey === key);
    expect(seen(await other.as((tx) => listSaidCourses(tx, 100)))).toEqual([]);
    const { acting } = await asCampaign();
    const said = await actingAs(app.databases.app, acting, (tx) => listSaidCourses(tx, 100));
    expect(seen(said)).toMatchObject([
      { title, program: 'cit', sayings: [{ reason: 'The certificate says 40 hours.' }] },
    ]);
  });
});

describe('how long a course counts', () => {
  const title = 'MHFA (Youth)';
  const validUntil = async (agency: AgencyForTests, day: string) =>
    (await coverage(agency, day as CalendarDate))?.base;

  it('is 36 months for Mental Health First Aid that an agency accepts, and what the campaign says for all', async () => {
    const agency = await anAgencyWith(`${title},8,3/5/2024,Passed`);
    expect(await validUntil(agency, '2026-01-01')).toBe(0);
    await say(agency, title, true, 'We decided so.');
    expect(await validUntil(agency, '2027-03-05')).toBe(1);
    expect(await validUntil(agency, '2027-03-06')).toBe(0);
    const { reviewer, acting } = await asCampaign();
    const decision = { requiredHours: 6.5, validityMonths: 24, reason: 'Two years.' };
    await actingAs(app.databases.app, acting, (tx) =>
      promoteCourseDecision(tx, { courseKey: courseKey(title), program: 'mhfa' }, decision, reviewer.id),
    );
    expect(await validUntil(agency, '2026-03-05')).toBe(1);
    expect(await validUntil(agency, '2026-03-06')).toBe(0);
  });
});

describe('the campaign’s page', () => {
  it('promotes with one click, the agency’s reason filled in', { timeout: 60_000 }, async () => {
    const agency = await anAgencyWith('CIT Elmfork,,3/5/2024,Passed');
    await say(agency, 'CIT Elmfork', true, 'The agenda has 40 hours.');
    const { reviewer } = await asCampaign();
    const desk = await app.signIn(reviewer.email);
    const list = await (await app.get('/campaign/courses', desk)).text();
    const link = /href="(\/campaign\/courses\/said\?key=cit\+elmfork[^"]+)"/.exec(list)?.[1] ?? '';
    const page = await (await app.get(link.replaceAll('&amp;', '&'), desk)).text();
    expect(page).toContain('It was the full CIT course.');
    expect(page).toContain(agency.agency.name);
    expect(page).toContain('The agenda has 40 hours.</textarea>');
    expect(page).toMatch(/name="requiredHours"[^>]*value="40"|value="40"[^>]*name="requiredHours"/);
    const form = { key: courseKey('CIT Elmfork'), program: 'cit', requiredHours: '40', validityMonths: '' };
    const post = (values: Record<string, string>) => app.post('/campaign/courses/promote', values, desk);
    expect((await post({ ...form, reason: '' })).status).toBe(422);
    expect((await post({ ...form, requiredHours: '0', reason: 'So.' })).status).toBe(422);
    const promoted = await post({ ...form, reason: 'The agenda has 40 hours.' });
    expect(promoted.headers.get('location')).toBe('/campaign/courses?done=promoted');
    expect((await post({ ...form, reason: 'Again.' })).status).toBe(404);
    expect((await coverage(agency))?.advanced).toBe(1);
  });
});
