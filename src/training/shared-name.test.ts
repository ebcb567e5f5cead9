import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addPersonByHand } from '../roster/person-by-hand-actions.ts';
import type { StaffFactSheet } from '../roster/staff-member.ts';
import { type AgencyForTests, aMember, anAgency } from '../testing/an-agency.ts';
import { importRosterFile } from '../testing/roster-file.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { importTrainingFile } from '../testing/training-file.ts';

let app: TestApp;
let agency: AgencyForTests;
let cookie: string;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await anAgency(app.databases);
  cookie = await app.signIn(agency.coordinator.email);
});

const who = () => ({ agency: agency.agency, person: agency.coordinator.id });
const roster = (...lines: readonly string[]) =>
  importRosterFile(
    app.deps,
    who(),
    ['Emp #,Last Name,First Name,Rank', ...lines.map((line) => `${line},Officer`)].join('\n'),
  );
const bring = (...lines: readonly string[]) =>
  importTrainingFile(app.deps, who(), ['Employee ID,Name,Course,Hours,Completed', ...lines].join('\n'));
const kept = () =>
  asOwner<{ match: string; why: string; holder: string | null; candidates: number }>(
    app.ownerUrl,
    `select r.match, r.match_reason as why, m.employee_number as holder,
      coalesce(jsonb_array_length(r.candidates), 0) as candidates
     from training_record r left join staff_member m on m.agency_id = r.agency_id and m.id = r.staff_id
     where r.agency_id = $1 order by r.completed_on, r.import_row`,
    [agency.agency.id],
  );
const facts = (family: string, given: string, employeeNumber: string): StaffFactSheet => ({
  name: { family, given, middle: '', suffix: '' },
  employeeNumber,
  badge: '',
  kind: 'sworn',
  rank: 'Officer',
  unit: '',
  shift: '',
  email: '',
});
const base = () => `/workspace/${agency.agency.slug}/training/review`;
const read = async (path: string) => (await app.get(path, cookie)).text();

/** The person page that the queue links to, and the values its buttons send. */
async function waitingPage(link = 0) {
  const list = await read(base());
  const paths = Array.from(list.matchAll(/href="([^"]*\/person\?[^"]*)"/g), ([, path]) => unescaped(path));
  return read(paths[link] ?? '');
}

function unescaped(text: string | undefined): string {
  return (text ?? '').replaceAll('&amp;', '&').replaceAll('&#39;', "'");
}

/** The forms of a page that post to this act, as what they send. */
function forms(page: string, act: string): readonly Readonly<Record<string, string>>[] {
  return Array.from(page.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs))
    .filter(([, action]) => action?.endsWith(act))
    .map(([, , inner]) =>
      Object.fromEntries(
        Array.from((inner ?? '').matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)).map(
          ([, name, value]) => [name ?? '', unescaped(value)],
        ),
      ),
    );
}

describe('a name that two people have', () => {
  beforeEach(async () => {
    await roster('00106,Nguyen,Thi', '00107,Nguyen,Thi');
    await bring(',"Nguyen, Thi",CIT,40,2024-05-10', ',"Nguyen, Thi",MHFA,8,2024-05-11');
  });

  it('is asked about again for every later file, with both people', async () => {
    const page = await waitingPage();
    expect(page).toContain('Two people have this name, so your choice holds for these 2 records only.');
    expect(page).toContain('00106');
    expect(page).toContain('00107');
    const [first] = forms(page, '/match');
    expect((await app.post(`${base()}/match`, first ?? {}, cookie)).status).toBe(303);
    await bring(',"Nguyen, Thi",CRIT,40,2024-06-12');
    expect(await kept()).toMatchObject([
      { match: 'by-hand' },
      { match: 'by-hand' },
      { match: 'doubtful', why: 'several-with-name', holder: null, candidates: 2 },
    ]);
  });

  it('may be another of them for the next record, and each choice can be taken back alone', async () => {
    const [first] = forms(await waitingPage(), '/match');
    await app.post(`${base()}/match`, first ?? {}, cookie);
    await bring(',"Nguyen, Thi",CRIT,40,2024-06-12');
    const [, second] = forms(await waitingPage(), '/match');
    await app.post(`${base()}/match`, second ?? {}, cookie);
    const holders = (await kept()).map(({ holder }) => holder);
    expect(new Set(holders.slice(0, 2)).size).toBe(1);
    expect(new Set(holders)).toEqual(new Set(['00106', '00107']));
    const decided = await read(`${base()}?show=decided`);
    expect(decided).toContain('It is number 00106.');
    expect(decided).toContain('It is number 00107.');
    const link = /href="([^"]*\/person\?[^"]*)"/.exec(decided)?.[1];
    const [undo] = forms(await read(unescaped(link)), '/undo');
    await app.post(`${base()}/undo`, undo ?? {}, cookie);
    expect((await kept()).map(({ match }) => match).sort()).toHaveLength(3);
    expect((await kept()).filter(({ match }) => match === 'by-hand').length).toBeGreaterThan(0);
    expect((await kept()).filter(({ match }) => match === 'doubtful').length).toBeGreaterThan(0);
  });

  it('is told apart by a number in the record', async () => {
    const [first] = forms(await waitingPage(), '/match');
    await app.post(`${base()}/match`, first ?? {}, cookie);
    await bring('107,"Nguyen, Thi",CRIT,40,2024-06-12');
    expect((await kept()).at(-1)).toMatchObject({ match: 'matched', holder: '00107' });
  });

  it('can be left out for the records at hand only', async () => {
    const [form] = forms(await waitingPage(), '/set-aside');
    await app.post(`${base()}/set-aside`, { ...form, reason: 'cannot-tell' }, cookie);
    await bring(',"Nguyen, Thi",CRIT,40,2024-06-12');
    expect((await kept()).map(({ match }) => match)).toEqual(['set-aside', 'set-aside', 'doubtful']);
  });
});

describe('a namesake of somebody whose name was decided about', () => {
  beforeEach(async () => {
    await roster('0101,Quill,Dana');
    await bring('999,"Quill, Dana M",CIT,40,2024-05-10', ',"Quill, D",CIT,40,2024-05-12');
    const page = await waitingPage();
    expect(page).toContain('What you choose holds for all records written this way');
    await app.post(`${base()}/match`, forms(page, '/match')[0] ?? {}, cookie);
    await bring(',"Quill, D",MHFA,8,2024-06-12');
  });

  it('makes records ask again that nobody looked at, and leaves those that somebody did', async () => {
    expect((await kept()).at(-1)).toMatchObject({ match: 'by-hand', why: 'remembered', holder: '0101' });
    const { id } = agency.agency;
    await agency.as((tx) => addPersonByHand(tx, id, facts('Quill', 'Dora', '0102')));
    expect((await kept()).slice(1)).toMatchObject([
      { match: 'by-hand', why: '', holder: '0101' },
      { match: 'doubtful', holder: null, candidates: 2 },
    ]);
    await bring(',"Quill, D",CRIT,40,2024-07-12');
    expect((await kept()).at(-1)).toMatchObject({ match: 'doubtful', holder: null });
  });
});

describe('two people who decide about the same records at once', () => {
  it('hear of each other: the second is told what was decided, and may change it', async () => {
    await roster('00106,Nguyen,Thi', '00107,Nguyen,Thi');
    await bring(',"Nguyen, Thi",CIT,40,2024-05-10');
    const [first, second] = forms(await waitingPage(), '/match');
    const colleague = await aMember(app.databases, agency.agency.id, 'training-officer');
    const theirs = await app.signIn(colleague.email);
    expect((await app.post(`${base()}/match`, first ?? {}, cookie)).status).toBe(303);
    const late = await app.post(`${base()}/match`, second ?? {}, theirs);
    expect(late.status).toBe(422);
    const told = await late.text();
    expect(told).toMatch(/decided about these records on [A-Z][a-z]+ \d+, \d{4}/);
    const before = (await kept())[0]?.holder ?? '';
    expect(told).toContain(`Nguyen, Thi · ${before}`);
    const [instead] = forms(told, '/match');
    expect(instead?.staff).toBe(second?.staff);
    expect((await app.post(`${base()}/match`, instead ?? {}, theirs)).status).toBe(303);
    expect((await kept())[0]?.holder).not.toBe(before);
    expect((await app.post(`${base()}/undo`, { ...first }, cookie)).status).toBe(422);
  });
});
