import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Acting, actingAs, type Transaction } from '../database/acting.ts';
import { parseFullName } from '../person-name/person-name.ts';
import { addStaffMember } from '../roster/roster-actions.ts';
import { smallPdf } from '../testing/a-staff-account.ts';
import { aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { shownPlan } from '../testing/shown-plan.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: () => new Date('2026-06-15T17:00:00Z') });
});
afterAll(() => app.close());

const csv = `Employee ID,Name,SSN,Course,Hours,Completed,Status
412,"Quillfeather, Dana",123-45-6789,Crisis Intervention Team (CIT),40,3/5/2024,Passed
413,"Marsh, Robin",123-45-6780,Mental Health First Aid,8,8/1/2023,Passed
,"Marsh, Bobbie",123-45-6781,Behavioral Crisis Academy,40,3/5/2024,Passed
,REDACTED,,CIT,40,3/5/2024,Passed
`;

async function seats() {
  const agency = await anAgency(app.databases);
  for (const [name, employeeNumber] of [
    ['Quillfeather, Dana', '412'],
    ['Marsh, Robin', '413'],
  ] as const) {
    const parsed = parseFullName(name);
    if (!parsed) throw new Error('No name.');
    const facts = {
      badge: '',
      kind: 'sworn',
      rank: 'Officer',
      unit: 'Patrol',
      shift: '',
      email: '',
    } as const;
    await agency.as((tx) => addStaffMember(tx, agency.agency.id, { ...facts, name: parsed, employeeNumber }));
  }
  const cookie = await app.signIn(agency.coordinator.email);
  return { agency, cookie, base: `/workspace/${agency.agency.slug}/training` };
}

async function imported(content = csv) {
  const seat = await seats();
  const { base, cookie } = seat;
  const form = new FormData();
  form.append('file', new Blob([content]), 'training.csv');
  const columns = locationOf(await app.post(`${base}/import`, form, cookie));
  const page = await textOf(app.get(columns, cookie));
  const chosen = Object.fromEntries(
    Array.from(
      page.matchAll(/<select[^>]*name="(column-\d+)"[^>]*>(.*?)<\/select>/gs),
      ([, name, options]) => [name ?? '', /<option value="(\w*)" selected/.exec(options ?? '')?.[1] ?? ''],
    ),
  );
  const planned = locationOf(await app.post(columns, chosen, cookie));
  const preview = await textOf(app.get(planned, cookie));
  const committed = await app.post(`${planned}/commit`, shownPlan(preview), cookie);
  return { ...seat, page, preview, planned, committed };
}

const textOf = async (answer: Response | Promise<Response>) => {
  const response = await answer;
  expect(response.status).toBeLessThan(500);
  return (await response.text()).replace(/&#39;/g, '’');
};
const locationOf = (answer: Response) => answer.headers.get('location') ?? '';

it('a training file goes from upload to coverage', { timeout: 60_000 }, async () => {
  const { page, preview, committed, base, cookie } = await imported();
  expect(page).toContain('SSN (Social Security numbers)');
  expect(preview).toContain(
    'Counts as advanced: the title names Crisis Intervention, 40 of 40 hours, passed.',
  );
  expect(preview).toContain('Whose are they?: <strong>1</strong>');
  expect(preview).toContain('Rows not used: <strong>1</strong>');
  expect(locationOf(committed)).toBe(`${base}?done=imported`);
  const home = await textOf(app.get(`${base}?done=imported`, cookie));
  expect(home).toContain('The training records were imported.');
  expect(home).toContain('1 of 1 needed (2 sworn officers, 20 percent)');
  expect(home).toContain('2 of 2 needed');
  expect(home).toContain('1 record whose person we could not find.');
  expect(home).toContain('August 1, 2026');
  const later = await textOf(app.get(`${base}?day=2026-08-02&rules=2016`, cookie));
  expect(later).toContain('1 of 2 needed');
  expect(later).toContain('from advanced to advanced, but still needing the base course');
  const lapsed = await textOf(app.get(`${base}/people?day=2026-08-02`, cookie));
  expect(lapsed).toContain('Marsh, Robin');
  expect(lapsed).toContain('lapsed: its last day was August 1, 2026');
  expect(await textOf(app.get(`${base}/expiring`, cookie))).toContain('August 1, 2026');
  expect((await app.get(`${base}?day=yesterday`, cookie)).status).toBe(422);
});

it('a record in the queue is given to a person and shows on their page', { timeout: 60_000 }, async () => {
  const { base, cookie } = await imported();
  const queue = await textOf(app.get(`${base}/review`, cookie));
  const key = decodeURIComponent(/review\/person\?key=([^"&]+)/.exec(queue)?.[1] ?? '');
  const search = `${base}/review/person?key=${encodeURIComponent(key)}&search=marsh`;
  const person = await textOf(app.get(search, cookie));
  expect(person).toContain('Marsh, Bobbie');
  expect((await app.post(`${base}/review/set-aside`, { key }, cookie)).status).toBe(422);
  const staff = /name="staff" value="([^"]+)"/.exec(person)?.[1] ?? '';
  const matched = await app.post(`${base}/review/match`, { key, staff }, cookie);
  expect(locationOf(matched)).toBe(`${base}/review?done=matched`);
  const training = await textOf(app.get(`${base}/people/${staff}`, cookie));
  expect(training).toContain('it can be proposed to the campaign as an equivalent of CIT');
  expect(training).toContain('training.csv, row 4');
  const entered = { title: 'CIT', hours: '40', completedOn: '3/5/2026', result: 'Passed' };
  expect((await app.post(`${base}/people/${staff}/add`, { ...entered, title: '' }, cookie)).status).toBe(422);
  expect(locationOf(await app.post(`${base}/people/${staff}/add`, entered, cookie))).toContain(
    'done=entered',
  );
  const after = await textOf(app.get(`${base}/people/${staff}`, cookie));
  const remove = /href="([^"]+\/remove)"/.exec(after)?.[1] ?? '';
  expect((await app.post(remove, { reason: '' }, cookie)).status).toBe(422);
  expect(locationOf(await app.post(remove, { reason: 'Entered twice' }, cookie))).toContain('done=removed');
  expect(await textOf(app.get(`${base}/people/${staff}`, cookie))).toContain('Entered twice');
});

it('the campaign answers whether a course counts', { timeout: 60_000 }, async () => {
  const { base, cookie } = await imported();
  const courses = await textOf(app.get(`${base}/courses`, cookie));
  const key = decodeURIComponent(/course\?key=(behavioral[^"]+)"/.exec(courses)?.[1] ?? '');
  const asked = {
    key,
    program: 'advanced-equivalent',
    hours: '40',
    offeredBy: 'State Academy',
    note: 'The state’s own agenda.',
  };
  const propose = (changes: Readonly<Record<string, string>>, syllabus?: string) => {
    const form = new FormData();
    for (const [name, text] of Object.entries({ ...asked, ...changes })) form.set(name, text);
    if (syllabus !== undefined) form.set('syllabus', new Blob([syllabus]), 'agenda.pdf');
    return app.post(`${base}/courses/propose`, form, cookie);
  };
  for (const refused of [
    propose({ hours: 'many' }, smallPdf),
    propose({ offeredBy: ' ' }, smallPdf),
    propose({}, 'Recognizing mental illness.'),
  ])
    expect((await refused).status).toBe(422);
  const withoutFile = await textOf(propose({}));
  for (const words of ['State Academy', 'Choose a file']) expect(withoutFile).toContain(words);
  expect(locationOf(await propose({}, smallPdf))).toContain('done=proposed');
  const reviewer = await aCampaignMember(app.databases, 'reviewer');
  const desk = await app.signIn(reviewer.email);
  const list = await textOf(app.get('/campaign/courses', desk));
  const proposal = /href="(\/campaign\/courses\/[^"]+)"/.exec(list)?.[1] ?? '';
  const asking = await textOf(app.get(proposal, desk));
  for (const words of ['The state’s own agenda.', 'State Academy', 'Any provider', 'agenda.pdf'])
    expect(asking).toContain(words);
  const read = async (path: string, who: string) => {
    const answer = await app.get(path, who);
    return answer.status === 200 ? answer.text() : answer.status;
  };
  const own = /href="([^"]+\/proposals\/[^"]+\/syllabus)"/.exec(
    await textOf(app.get(`${base}/courses`, cookie)),
  )?.[1];
  if (!own) throw new Error('The agency finds no way to its syllabus.');
  expect(await read(`${proposal}/syllabus`, desk)).toBe(smallPdf);
  expect(await read(own, cookie)).toBe(smallPdf);
  const other = await anAgency(app.databases);
  const stranger = await app.signIn(other.coordinator.email);
  const theirs = own.replace(/workspace\/[^/]+/, `workspace/${other.agency.slug}`);
  expect(await read(own, stranger)).toBe(404);
  expect(await read(theirs, stranger)).toBe(404);
  expect(await read(`${proposal}/syllabus`, cookie)).toBe(404);
  const kept = (tx: Transaction) =>
    tx.selectFrom('stored_file').select('name').where('purpose', '=', 'syllabus').execute();
  const shown = (acting: Acting) => actingAs(app.databases.app, acting, kept);
  expect(await shown({ as: 'campaign', person: reviewer.id })).toEqual([{ name: 'agenda.pdf' }]);
  expect(await other.as(kept)).toEqual([]);
  expect(await shown({ as: 'person', person: reviewer.id })).toEqual([]);
  expect(await shown({ as: 'public' })).toEqual([]);
  const withFile = 'update course_proposal set syllabus_id = $1, offered_by = $2';
  const files = await asOwner<{ syllabus_id: string }>(
    app.ownerUrl,
    'select syllabus_id from course_proposal',
  );
  await asOwner(app.ownerUrl, withFile, [null, '']);
  expect(await textOf(app.get(proposal, desk))).toContain('None was sent');
  expect(await read(`${proposal}/syllabus`, desk)).toBe(404);
  expect(await shown({ as: 'campaign', person: reviewer.id })).toEqual([]);
  await asOwner(app.ownerUrl, withFile, [files[0]?.syllabus_id, 'State Academy']);
  expect((await app.post(`${proposal}/accept`, { reason: '' }, desk)).status).toBe(422);
  const accepted = await app.post(`${proposal}/accept`, { reason: 'Full agenda.' }, desk);
  expect(locationOf(accepted)).toBe('/campaign/courses?done=accepted');
  expect(await textOf(app.get(`${base}/courses`, cookie))).toContain(
    'the campaign decided so for this course',
  );
  expect((await app.post(`${proposal}/decline`, { reason: 'No.' }, desk)).status).toBe(422);
});

it('the rows to look at are listed by themselves, and can be downloaded', async () => {
  const doubtful = '413,"Marsh, Robin",,Crisis Intervention Team (CIT),40,3/5/2024,Perhaps\n';
  const { preview, planned, cookie } = await imported(`${csv}${doubtful}`);
  expect(preview).toMatch(/show=to-look-at"[^>]*>To look at: <strong>2<\/strong>/);
  const page = await textOf(app.get(`${planned}?show=to-look-at`, cookie));
  expect(page).toContain('To look at: 2');
  const [, ...rows] = page.slice(page.indexOf('<tbody>'), page.indexOf('</tbody>')).split('<tr>');
  expect(rows.map((row) => /Row">(\d+)</.exec(row)?.[1])).toEqual(['5', '6']);
  const file = await textOf(app.get(`${planned}/rows.csv?show=to-look-at`, cookie));
  expect(file.trim().split('\r\n')).toHaveLength(3);
});
