import { afterAll, beforeAll, expect, it } from 'vitest';
import { aStaffMember } from '../testing/a-class.ts';
import { aMember, anAgency } from '../testing/an-agency.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let now = new Date('2026-06-01T17:00:00Z');
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
});
afterAll(() => app.close());

const textOf = async (answer: Response | Promise<Response>) => {
  const response = await answer;
  expect(response.status).toBeLessThan(500);
  return (await response.text()).replace(/&#39;/g, '’');
};
const locationOf = (answer: Response) => answer.headers.get('location') ?? '';

const plan = {
  course: 'Mental Health First Aid for Public Safety',
  hours: '8',
  'day-1': '2026-06-10',
  'from-1': '8 am',
  'to-1': '5 pm',
  place: 'Room 4',
  seats: '2',
  instructors: 'Harriet Solano',
};

async function scheduled(more: Readonly<Record<string, string>> = {}) {
  const agency = await anAgency(app.databases);
  const people = [];
  for (const name of ['Ash, Ada', 'Birch, Ben', 'Cedar, Cal']) people.push(await aStaffMember(agency, name));
  const cookie = await app.signIn(agency.coordinator.email);
  const base = `/workspace/${agency.agency.slug}/training/classes`;
  const answer = await app.post(`${base}/new`, { ...plan, ...more }, cookie);
  const session = locationOf(answer).replace('?done=scheduled', '');
  expect(session).toMatch(new RegExp(`^${base}/[0-9a-f-]{36}$`));
  return { agency, people, cookie, base, session };
}

it('a class goes from its schedule to the training records', { timeout: 60_000 }, async () => {
  now = new Date('2026-06-01T17:00:00Z');
  const { people, cookie, base, session } = await scheduled();
  expect(await textOf(app.get(base, cookie))).toContain('0 of 2 taken');
  const choose = await textOf(app.get(`${session}/enroll`, cookie));
  expect(choose).toContain('2 seats are free.');
  expect(choose).toContain('Not trained yet');
  expect((await app.post(`${session}/enroll`, {}, cookie)).status).toBe(422);
  expect(locationOf(await app.post(`${session}/enroll`, { staff: people }, cookie))).toBe(
    `${session}?done=waiting`,
  );
  const page = await textOf(app.get(`${session}?done=waiting`, cookie));
  expect(page).toContain('2 of 2 taken, 1 on the waiting list');
  expect(page).toContain('June 10, 2026, 8:00 AM to 5:00 PM');
  expect(page).toContain('Central time');

  const sheet = await app.get(`${session}/sign-in-sheet.pdf`, cookie);
  expect(sheet.headers.get('content-disposition')).toContain('Sign-in sheet 2026-06-10.pdf');
  expect((await readPdf(new Uint8Array(await sheet.arrayBuffer()))).text).toContain('1 Ash, Ada');

  const [ada, ben, cal] = people;
  expect(
    (await app.post(`${session}/attendance`, { day: '2026-06-10', rest: 'present' }, cookie)).status,
  ).toBe(422);
  now = new Date('2026-06-11T17:00:00Z');
  expect(locationOf(await app.post(`${session}/walk-ins`, { staff: cal ?? '' }, cookie))).toBe(
    `${session}/attendance?done=walk-ins`,
  );
  const part = { [`attended-${ben}`]: 'partial', [`hours-${ben}`]: '9' };
  const wrong = await app.post(
    `${session}/attendance`,
    { day: '2026-06-10', rest: 'present', ...part },
    cookie,
  );
  expect(wrong.status).toBe(422);
  expect(await textOf(wrong)).toContain('Enter hours between 0 and 8 hours, such as 2.5');
  const right = { day: '2026-06-10', rest: 'present', ...part, [`hours-${ben}`]: '4' };
  expect(locationOf(await app.post(`${session}/attendance`, right, cookie))).toBe(`${session}/complete`);
  const review = await textOf(app.get(`${session}/complete`, cookie));
  expect(review).toContain('Attended 4 of 8 hours: there for 4 hours on June 10, 2026');
  expect(locationOf(await app.post(`${session}/complete`, {}, cookie))).toBe(`${session}?done=completed`);
  expect(locationOf(await app.post(`${session}/complete`, {}, cookie))).toBe(`${session}?done=completed`);
  const person = await textOf(app.get(`${base.replace('classes', 'people')}/${ada}`, cookie));
  expect(person).toContain('A class of the agency');
  expect(person).toContain('Counts as base');
  expect(await textOf(app.get(`${base}?phase=past`, cookie))).toContain('Completed');

  expect((await app.post(`${session}/edit`, plan, cookie)).status).toBe(422);
  expect((await app.post(`${session}/reopen`, { reason: '' }, cookie)).status).toBe(422);
  const reopened = await app.post(`${session}/reopen`, { reason: 'Ben stayed after all.' }, cookie);
  expect(locationOf(reopened)).toBe(`${session}?done=reopened`);
  expect(await textOf(app.get(session, cookie))).toContain('Ben stayed after all.');
});

it('a class of the past is entered after the fact, and each step leads to the next', {
  timeout: 60_000,
}, async () => {
  now = new Date('2026-06-20T17:00:00Z');
  const { people, cookie, base, session } = await scheduled({ 'day-2': '2026-06-11' });
  const firstStep = async () =>
    /<a class="usa-button" href="([^"]*\/classes\/[^"]*)"/.exec(await textOf(app.get(session, cookie)))?.[1];
  expect(await textOf(app.get(base, cookie))).toContain('1 class is over');
  expect(await firstStep()).toBe(`${session}/enroll`);
  expect(await textOf(app.get(`${session}/enroll`, cookie))).toContain('choose everybody who was there');
  expect(locationOf(await app.post(`${session}/enroll`, { staff: people }, cookie))).toBe(
    `${session}/attendance?done=enrolled`,
  );
  expect(await firstStep()).toBe(`${session}/attendance`);
  const attendance = await textOf(app.get(`${session}/attendance`, cookie));
  expect(attendance).toContain('Attendance: June 10, 2026');
  expect(attendance).toContain('Enroll more people');
  const rest = (day: string) => app.post(`${session}/attendance`, { day, rest: 'present' }, cookie);
  // The second day first: the way leads back to the one left out.
  expect(locationOf(await rest('2026-06-11'))).toBe(`${session}/attendance?day=2026-06-10&done=attendance`);
  expect(locationOf(await rest('2026-06-10'))).toBe(`${session}/complete`);
  expect(await firstStep()).toBe(`${session}/complete`);
  await app.post(`${session}/complete`, {}, cookie);
  expect(await textOf(app.get(session, cookie))).toContain('Completed: record written');
  expect(await textOf(app.get(`${base}/new`, cookie))).toContain('8 hours as in your last class');
});

it('a cancellation is taken back', { timeout: 60_000 }, async () => {
  now = new Date('2026-06-01T17:00:00Z');
  const { cookie, session } = await scheduled();
  await app.post(`${session}/cancel`, { reason: 'The wrong class.' }, cookie);
  expect(await textOf(app.get(session, cookie))).toContain('Take the cancellation back');
  expect(locationOf(await app.post(`${session}/reinstate`, {}, cookie))).toBe(`${session}?done=reinstated`);
  expect(await textOf(app.get(session, cookie))).toContain('Scheduled');
});

it('the form keeps what was typed, says every fault, and gives room for more days', {
  timeout: 60_000,
}, async () => {
  const agency = await anAgency(app.databases);
  const cookie = await app.signIn(agency.coordinator.email);
  const path = `/workspace/${agency.agency.slug}/training/classes/new`;
  const refused = await app.post(path, { ...plan, seats: 'many', 'day-1': 'soon' }, cookie);
  expect(refused.status).toBe(422);
  const page = await textOf(refused);
  expect(page).toContain('Enter the number of seats, from 1 to 1,000');
  expect(page).toContain('Enter the day, such as 3/5/2026');
  expect(page).toContain('value="Room 4"');
  expect(page).not.toContain('Day 6');
  const more = await textOf(app.post(path, { ...plan, days: '5', more: 'yes' }, cookie));
  expect(more).toContain('Day 10');
  expect(more).toContain('value="Room 4"');
  expect(more).not.toContain('Error:');
});

it('an executive looks on, staff and other agencies see nothing of it', { timeout: 60_000 }, async () => {
  now = new Date('2026-06-01T17:00:00Z');
  const { agency, session } = await scheduled();
  const executive = await app.signIn(agency.executive.email);
  const page = await textOf(app.get(session, executive));
  expect(page).toContain('Room 4');
  expect(page).not.toContain('Enroll people');
  expect((await app.get(`${session}/enroll`, executive)).status).toBe(403);
  const staff = await app.signIn((await aMember(app.databases, agency.agency.id, 'staff')).email);
  expect((await app.get(session, staff)).status).toBe(403);
  const other = await anAgency(app.databases);
  const foreign = await app.signIn(other.coordinator.email);
  const moved = session.replace(agency.agency.slug, other.agency.slug);
  expect((await app.get(moved, foreign)).status).toBe(404);
  expect((await app.post(`${moved}/cancel`, { reason: 'Spite.' }, foreign)).status).toBe(404);
});

it('Enter in a field schedules the class, and saves attendance without marking the rest', {
  timeout: 60_000,
}, async () => {
  now = new Date('2026-06-11T17:00:00Z');
  const { people, cookie, base, session } = await scheduled();
  const firstButton = async (path: string) =>
    /<button[^>]*type="submit"[^>]*>(.*?)<\/button>/s.exec(
      (await textOf(app.get(path, cookie))).replace(/^.*<form[^>]*id="form"/s, ''),
    )?.[1];
  expect(await firstButton(`${base}/new`)).toBe('Schedule the class');
  await app.post(`${session}/walk-ins`, { staff: people }, cookie);
  expect(await firstButton(`${session}/attendance`)).toBe('Save');
});
