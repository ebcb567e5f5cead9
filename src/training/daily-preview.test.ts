import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { importRosterFile } from '../testing/roster-file.ts';
import { importAsShown } from '../testing/shown-plan.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { importTrainingFile } from '../testing/training-file.ts';

let app: TestApp;
let agency: AgencyForTests;
let cookie: string;
beforeAll(async () => {
  app = await createTestApp({ now: () => new Date('2026-11-20T17:00:00Z') });
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await anAgency(app.databases);
  cookie = await app.signIn(agency.coordinator.email);
  const who = { agency: agency.agency, person: agency.coordinator.id };
  await importRosterFile(
    app.deps,
    who,
    'Emp #,Last Name,First Name,Rank\n00105,Smith,John,Officer\n00108,Brown,Alice,Officer\n',
  );
});

const headings = 'Emp #,Employee,Class,Date,Hrs,Status';
const smith = (day: number) => `00105,"Smith, John",Crisis Intervention Team (CIT),5/${day}/2026,8,Passed`;
const brown = (day: number) => `00108,"Brown, Alice",Crisis Intervention Team (CIT),5/${day}/2026,8,Passed`;
const week = [4, 5, 6, 7, 8];
const base = () => `/workspace/${agency.agency.slug}/training`;

async function planned(...lines: readonly string[]): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([[headings, ...lines].join('\n')]), 'daily.csv');
  const columns = (await app.post(`${base()}/import`, form, cookie)).headers.get('location') ?? '';
  if (!columns.endsWith('/columns')) return columns;
  const page = await (await app.get(columns, cookie)).text();
  const chosen = Object.fromEntries(
    Array.from(
      page.matchAll(/<select[^>]*name="(column-\d+)"[^>]*>(.*?)<\/select>/gs),
      ([, name, options]) => [name ?? '', /<option value="(\w*)" selected/.exec(options ?? '')?.[1] ?? ''],
    ),
  );
  return (await app.post(columns, chosen, cookie)).headers.get('location') ?? '';
}

const textOf = async (path: string) =>
  (await (await app.get(path, cookie)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const times = (text: string, part: string) => text.split(part).length - 1;

async function personPage(number: string): Promise<string> {
  const [person] = await asOwner<{ id: string }>(
    app.ownerUrl,
    'select id from staff_member where agency_id = $1 and employee_number = $2',
    [agency.agency.id, number],
  );
  return textOf(`${base()}/people/${person?.id ?? ''}`);
}

const whole =
  'Counts as advanced: the title names Crisis Intervention, 40 of 40 hours added up from 5 rows, passed.';
const partial = 'the title names Crisis Intervention, but it has 24 of 40 hours, from 3 rows.';

describe('the preview of a file with one row a day', () => {
  it('says what the days come to together, as it is said after the import', async () => {
    const preview = await planned(...week.map(smith), ...[4, 5, 6].map(brown));
    const before = await textOf(preview);
    expect(times(before, whole)).toBe(5);
    expect(times(before, partial)).toBe(3);
    expect(before).not.toContain('8 of 40 hours.');
    expect(before).toContain('Of the records to add, 5 count, 0 are in doubt, and 3 are');
    expect(before).toContain('Counts as advanced where the days add up to 40 hours');
    await importAsShown(app, preview, cookie);
    expect(await personPage('00105')).toContain(whole);
    expect(times(await personPage('00108'), partial)).toBe(3);
    const after = await textOf(preview);
    expect(times(after, whole)).toBe(5);
    expect(times(after, partial)).toBe(3);
    const courses = await textOf(`${base()}/courses`);
    expect(courses).toMatch(/\(CIT\) 8 8 5 Counts as advanced where the days add up to 40 hours/);
  });

  it('adds the days that are on record', async () => {
    const who = { agency: agency.agency, person: agency.coordinator.id };
    await importTrainingFile(app.deps, who, [headings, ...[4, 5, 6].map(brown)].join('\n'));
    const preview = await planned(...week.map(brown));
    const counting = await textOf(`${preview}?show=new`);
    expect(times(counting, whole)).toBe(2);
    expect(counting).toContain('Of the records to add, 2 count');
    expect(times(await textOf(`${preview}?show=here`), whole)).toBe(3);
    const csv = await (await app.get(`${preview}/rows.csv?show=new`, cookie)).text();
    expect(times(csv, 'added up from 5 rows')).toBe(2);
  });

  it('keeps no worth that the other days lost before the commit', async () => {
    const who = { agency: agency.agency, person: agency.coordinator.id };
    await importTrainingFile(app.deps, who, [headings, ...[4, 5, 6].map(brown)].join('\n'));
    const preview = await planned(...[7, 8].map(brown));
    expect(await textOf(preview)).toContain('Of the records to add, 2 count');
    await asOwner(app.ownerUrl, 'delete from training_record where agency_id = $1 returning 1', [
      agency.agency.id,
    ]);
    await importAsShown(app, preview, cookie);
    const verdicts = await asOwner<{ verdict: string }>(
      app.ownerUrl,
      'select verdict from training_record where agency_id = $1',
      [agency.agency.id],
    );
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['does-not-count', 'does-not-count']);
  });
});

describe('the list of courses', () => {
  it('says that none of its records count when none does', async () => {
    const preview = await planned(
      '00105,"Smith, John",Crisis Intervention Team,5/4/2026,40,Instructed',
      '00108,"Brown, Alice",Crisis Intervention Team,5/4/2026,40,No Show',
    );
    const said = 'None of its records count: look at the result, the day and the person.';
    expect(await textOf(preview)).toContain(said);
    await importAsShown(app, preview, cookie);
    expect(await textOf(`${base()}/courses`)).toContain(said);
  });

  it('has every course about behavioral health among those about mental health', async () => {
    const preview = await planned(
      '00105,"Smith, John",BPOC Behavioral Health Block,5/4/2026,,Passed',
      '00108,"Brown, Alice",Firearms Qualification,5/4/2026,,Passed',
    );
    await importAsShown(app, preview, cookie);
    const courses = await textOf(`${base()}/courses`);
    expect(courses).toContain('BPOC Behavioral Health Block');
    expect(courses).not.toContain('Firearms Qualification');
  });
});
