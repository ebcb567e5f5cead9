import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { currentRules } from '../campaign-rules/campaign-rules.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { importRosterFile } from '../testing/roster-file.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { importTrainingFile } from '../testing/training-file.ts';
import { coverageAsOf } from './coverage-actions.ts';
import { enterRecord, removeRecord, trainingOf } from './person-training-actions.ts';
import { qualifyPerson } from './programs-held.ts';
import { qualifyingSentence } from './qualifying-content.ts';
import type { TrainingRecord } from './training-record.ts';

const day = (text: string) => text as CalendarDate;
const today = day('2026-06-15');
const took = (title: string, on: string | undefined, more: Partial<TrainingRecord> = {}): TrainingRecord => ({
  title,
  result: 'Passed',
  completedOn: on === undefined ? undefined : day(on),
  ...more,
});
const full = (on: string | undefined, more?: Partial<TrainingRecord>) =>
  took('MHFA', on, { hours: 8, ...more });
const renewal = (on: string) => took('MHFA Recertification', on, { hours: 3 });

/** What the last of these records is worth beside the others. */
function lastOf(records: readonly TrainingRecord[]) {
  const classes = qualifyPerson(records, { today });
  const last = classes.find(({ record }) => record === records.at(-1));
  if (!last) throw new Error('The record is in no class.');
  return last.qualifying;
}

describe('a recertification', () => {
  it.each<[string, readonly TrainingRecord[], string, string]>([
    ['before the end renews', [full('2021-03-05'), renewal('2024-02-01')], 'counts', 'qualifies'],
    ['on the last day renews', [full('2021-03-05'), renewal('2024-03-05')], 'counts', 'qualifies'],
    ['on day 90 after the end renews', [full('2021-03-05'), renewal('2024-06-03')], 'counts', 'qualifies'],
    [
      'on day 91 is too late',
      [full('2021-03-05'), renewal('2024-06-04')],
      'does-not-count',
      'recertification-too-late',
    ],
    [
      'of a certificate that ended early is measured by that end',
      [full('2021-03-05', { expiresOn: day('2022-12-31') }), renewal('2023-05-01')],
      'does-not-count',
      'recertification-too-late',
    ],
    [
      'of one that was renewed in time renews again',
      [full('2018-03-05'), renewal('2021-05-01'), renewal('2024-07-01')],
      'counts',
      'qualifies',
    ],
    [
      'of one that was renewed too late is too late itself',
      [full('2017-03-05'), renewal('2021-05-01'), renewal('2024-05-01')],
      'does-not-count',
      'recertification-too-late',
    ],
    [
      'without any course before it waits',
      [renewal('2024-05-01')],
      'doubtful',
      'recertification-without-course',
    ],
    [
      'is not proved by another that waits',
      [renewal('2021-05-01'), renewal('2024-05-01')],
      'doubtful',
      'recertification-without-course',
    ],
    [
      'is not proved by a later course',
      [full('2025-01-01'), renewal('2024-05-01')],
      'doubtful',
      'recertification-without-course',
    ],
    [
      'is not proved by a course that was not passed',
      [full('2022-01-01', { result: 'No show' }), renewal('2024-05-01')],
      'doubtful',
      'recertification-without-course',
    ],
    [
      'waits with the course before it, when that is in doubt',
      [full(undefined), renewal('2024-05-01')],
      'doubtful',
      'recertification-after-doubtful',
    ],
    [
      'does not renew crisis training',
      [took('CIT', '2023-01-01', { hours: 40 }), renewal('2024-05-01')],
      'doubtful',
      'recertification-without-course',
    ],
  ])('%s', (_, records, verdict, code) => {
    const worth = lastOf(records);
    expect([worth.verdict, worth.why.code]).toEqual([verdict, code]);
  });

  it('holds three years from its own day, and the order of the records changes nothing', () => {
    const records = [full('2018-03-05'), renewal('2021-05-01'), renewal('2024-07-01')];
    const ends = (given: readonly TrainingRecord[]) =>
      qualifyPerson(given, { today })
        .map(({ qualifying }) => (qualifying.verdict === 'counts' ? qualifying.validUntil : undefined))
        .sort();
    expect(ends(records)).toEqual(['2021-03-05', '2024-05-01', '2027-07-01']);
    expect(ends(records.toReversed())).toEqual(ends(records));
  });

  it.each<[readonly TrainingRecord[], string]>([
    [
      [full('2021-03-05'), renewal('2024-06-04')],
      'Does not count: it is the short recertification of June 4, 2024, but the MHFA course before it ended on March 5, 2024. More than 90 days later the full course is needed again.',
    ],
    [
      [renewal('2024-05-01')],
      'Needs a look: it is the short recertification, and no record of the full MHFA course before it is here. Add that record, and this one counts if it was taken in time.',
    ],
    [
      [full('2021-03-05'), renewal('2024-03-05')],
      'Counts as base until March 5, 2027: the title names MHFA, a recertification, 3 hours, passed.',
    ],
  ])('says why', (records, sentence) => {
    expect(qualifyingSentence(currentRules, lastOf(records))).toBe(sentence);
  });
});

describe('recertifications of an agency', () => {
  let app: TestApp;
  let agency: AgencyForTests;
  beforeAll(async () => {
    app = await createTestApp({ now: () => new Date(`${today}T17:00:00Z`) });
    agency = await anAgency(app.databases);
  });
  afterAll(() => app.close());

  const who = () => ({ agency: agency.agency, person: agency.coordinator.id });
  const line = (title: string, on: string) => `0101,Example,Alex,${title},8,${on},Passed`;
  const bring = (...lines: readonly string[]) =>
    importTrainingFile(
      app.deps,
      who(),
      ['Employee ID,Last Name,First Name,Course,Hours,Completed,Status', ...lines].join('\n'),
    );
  const kept = () =>
    asOwner<{ id: string; staff_id: StaffId; course_title: string; verdict: string; why_code: string }>(
      app.ownerUrl,
      'select id, staff_id, course_title, verdict, why_code from training_record where agency_id = $1',
      [agency.agency.id],
    );
  const theRenewal = async () => {
    const found = (await kept()).find(({ course_title: title }) => title === 'MHFA Recertification');
    if (!found) throw new Error('The recertification is not there.');
    return found;
  };
  const trained = async () => {
    const coverage = await agency.as((tx) => coverageAsOf(tx, agency.agency.id, currentRules, today, today));
    return coverage?.base;
  };

  it('count for coverage only as long as the course they renew is there', async () => {
    const { id: of } = agency.agency;
    await importRosterFile(app.deps, who(), 'Emp #,Last Name,First Name,Rank\n0101,Example,Alex,Officer\n');
    await bring(line('MHFA Recertification', '2025-04-01'));
    expect(await theRenewal()).toMatchObject({
      verdict: 'doubtful',
      why_code: 'recertification-without-course',
    });
    expect(await trained()).toBe(0);

    await bring(line('MHFA', '2022-02-01'));
    expect(await theRenewal()).toMatchObject({ verdict: 'counts', why_code: 'recertification-qualifies' });
    expect(await trained()).toBe(1);

    const staff = (await theRenewal()).staff_id;
    const course = (await kept()).find(({ course_title: title }) => title === 'MHFA')?.id ?? '';
    const by = agency.coordinator.id;
    expect((await agency.as((tx) => removeRecord(tx, of, staff, course, 'Not theirs', by))).ok).toBe(true);
    expect(await theRenewal()).toMatchObject({ verdict: 'doubtful' });
    expect(await trained()).toBe(0);

    const entered = { ...full('2021-06-01'), code: '', provider: '' };
    expect((await agency.as((tx) => enterRecord(tx, of, staff, entered, by, today))).ok).toBe(true);
    expect(await theRenewal()).toMatchObject({
      verdict: 'does-not-count',
      why_code: 'recertification-too-late',
    });
    const training = await agency.as((tx) => trainingOf(tx, of, staff, today));
    const page = training.classes.map(({ qualifying }) => qualifying.why.code);
    expect(page).toContain('recertification-too-late');
  });
});
