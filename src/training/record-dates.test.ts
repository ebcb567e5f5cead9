import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { importRosterFile } from '../testing/roster-file.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { importTrainingFile } from '../testing/training-file.ts';
import { proposedDates, withProposedDates } from './record-dates.ts';
import type { RowNote } from './training-row.ts';

const day = (text: string) => text as CalendarDate;
const mistyped: RowNote = {
  code: 'date-unreadable',
  field: 'completedOn',
  text: '2O24-05-10',
  why: 'not-a-date',
  proposal: day('2024-05-10'),
};
const hopeless: RowNote = {
  code: 'date-unreadable',
  field: 'expiresOn',
  text: '13/45/2027',
  why: 'no-such-day',
};

describe('the dates of a record', () => {
  it('become what they evidently mean, and what is written stays beside them', () => {
    const record = { title: 'CIT', hours: 40, expiresOn: undefined };
    expect(withProposedDates(record, [mistyped, hopeless])).toEqual({
      record: { ...record, completedOn: '2024-05-10' },
      notes: [{ code: 'date-taken', field: 'completedOn', text: '2O24-05-10', date: '2024-05-10' }, hopeless],
    });
  });

  it('stay where nothing is evident', () => {
    expect(proposedDates([hopeless])).toEqual([]);
    expect(withProposedDates({ title: 'CIT' }, [hopeless])).toBeUndefined();
  });
});

describe('a record with a mistyped date', () => {
  let app: TestApp;
  let agency: AgencyForTests;
  let cookie: string;
  let home: string;
  beforeAll(async () => {
    app = await createTestApp({ now: () => new Date('2026-03-05T18:00:00Z') });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    agency = await anAgency(app.databases);
    cookie = await app.signIn(agency.coordinator.email);
    home = `/workspace/${agency.agency.slug}/training`;
    await importRosterFile(app.deps, who(), 'Emp #,Last Name,First Name,Rank\n0101,Example,Alex,Officer\n');
  });

  const who = () => ({ agency: agency.agency, person: agency.coordinator.id });
  const file = (...lines: readonly string[]) =>
    ['Employee ID,Last Name,First Name,Course,Hours,Completed,Status', ...lines].join('\n');
  const ofAlex = '0101,Example,Alex,Crisis Intervention Team (CIT),40,2O24-05-10,Passed';
  const ofNobody = '0999,Stranger,Sam,Crisis Intervention Team (CIT),40,2O24-05-10,Passed';
  const pageAt = async (path: string) =>
    (await (await app.get(path, cookie)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  const records = () =>
    asOwner<{
      id: string;
      completed_on: string | null;
      verdict: string;
      staff_id: string;
      person_key: string;
    }>(
      app.ownerUrl,
      'select id, completed_on::text, verdict, staff_id, person_key from training_record where agency_id = $1',
      [agency.agency.id],
    );
  const theRecord = async () => {
    const [record] = await records();
    if (!record) throw new Error('There is no record.');
    return record;
  };

  it('waits in the queue, and counts after one click', async () => {
    await importTrainingFile(app.deps, who(), file(ofAlex));
    const { id, staff_id: staff } = await theRecord();
    const queue = await pageAt(`${home}/review?show=doubtful`);
    expect(queue).toContain('Use May 10, 2024');
    expect(queue).toContain('“2O24-05-10”');

    const answer = await app.post(`${home}/review/date`, { record: id }, cookie);
    expect(answer.headers.get('location')).toBe(`${home}/review?show=doubtful&done=date`);
    expect(await theRecord()).toMatchObject({ completed_on: '2024-05-10', verdict: 'counts' });
    expect(await pageAt(`${home}/review?show=doubtful`)).not.toContain('Use May 10, 2024');
    expect(await pageAt(`${home}/people/${staff}`)).toContain(
      'The completion date is written “2O24-05-10” in the file, and was taken for May 10, 2024.',
    );
  });

  it('is the same record when its file comes again, or comes put right', async () => {
    await importTrainingFile(app.deps, who(), file(ofAlex));
    await app.post(`${home}/review/date`, { record: (await theRecord()).id }, cookie);
    expect(await importTrainingFile(app.deps, who(), file(ofAlex))).toBe(0);
    expect(await importTrainingFile(app.deps, who(), file(ofAlex.replace('2O24', '2024')))).toBe(0);
  });

  it('is not mistaken for another with another typo, and is known when our own export comes back without it', async () => {
    expect(await importTrainingFile(app.deps, who(), file(ofAlex))).toBe(1);
    expect(await importTrainingFile(app.deps, who(), file(ofAlex.replace('05-10', '06-11')))).toBe(1);
    expect(await importTrainingFile(app.deps, who(), file(ofAlex.replace('2O24-05-10', '')))).toBe(0);
  });

  it('of somebody nobody knows is put right beside the question whose it is', async () => {
    await importTrainingFile(app.deps, who(), file(ofNobody));
    const { id, person_key: key } = await theRecord();
    const person = `${home}/review/person?key=${encodeURIComponent(key)}`;
    expect(await pageAt(person)).toContain('Use May 10, 2024');
    const answer = await app.post(`${home}/review/date`, { record: id, key }, cookie);
    expect(answer.headers.get('location')).toBe(person);
    expect(await pageAt(person)).toContain('was taken for May 10, 2024');
  });

  it('that nothing evident stands behind gets the day somebody types', async () => {
    const file31 = file(ofAlex.replace('2O24-05-10', '02/30/2024'));
    await importTrainingFile(app.deps, who(), file31);
    const { id, staff_id: staff } = await theRecord();
    expect(await pageAt(`${home}/review?show=doubtful`)).toContain('Enter the date');
    const form = `${home}/review/date`;
    expect(await pageAt(`${form}?record=${id}`)).toContain('The file says “02/30/2024”.');

    const refusal = await app.post(form, { record: id, typed: 'yes', completedOn: '3/6/2026' }, cookie);
    expect(refusal.status).toBe(422);
    expect(await refusal.text()).toContain('It can’t be later than today');
    expect(await theRecord()).toMatchObject({ completed_on: null });

    const answer = await app.post(form, { record: id, typed: 'yes', completedOn: '2/28/2024' }, cookie);
    expect(answer.headers.get('location')).toBe(`${home}/review?show=doubtful&done=date`);
    expect(await theRecord()).toMatchObject({ completed_on: '2024-02-28', verdict: 'counts' });
    expect(await pageAt(`${home}/people/${staff}`)).toContain(
      'The completion date is written “02/30/2024” in the file, and was taken for February 28, 2024.',
    );
    expect(await importTrainingFile(app.deps, who(), file31)).toBe(0);
    expect((await app.get(`${form}?record=${id}`, cookie)).status).toBe(303);
  });

  it('of another agency is not there', async () => {
    await importTrainingFile(app.deps, who(), file(ofAlex));
    const { id } = await theRecord();
    const other = await anAgency(app.databases);
    const foreign = await app.signIn(other.coordinator.email);
    const path = `/workspace/${other.agency.slug}/training/review/date`;
    expect((await app.post(path, { record: id }, foreign)).status).toBe(404);
    expect((await app.get(`${path}?record=${id}`, foreign)).status).toBe(404);
    expect(await theRecord()).toMatchObject({ completed_on: null });
  });
});
