import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CalendarDate, dayIn, daysBetween } from '../calendar/calendar-date.ts';
import { giveBackCertificate } from '../certification/standing-actions.ts';
import { actingAs } from '../database/acting.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { withdrawPledge } from '../pledge/withdrawal-actions.ts';
import { fileAppeal } from '../review/appeal-actions.ts';
import { aCertificate } from '../testing/a-certificate.ts';
import { aReview } from '../testing/a-review.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { moveDatabaseDay } from '../testing/database-day.ts';
import { readPdf, rolesOf } from '../testing/read-pdf.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import type { Grouping } from './figures.ts';
import { listWaitingCases, sumUpFigures } from './figures-store.ts';

let app: TestApp;
let reviewer: KnownPerson;
const at = (day: string) => new Date(`${day}T18:00:00Z`);
const days = (from: string, until: string) => ({ from: from as CalendarDate, until: until as CalendarDate });

beforeAll(async () => {
  app = await createTestApp();
  reviewer = await aCampaignMember(app.databases, 'reviewer');
  const small = await anAgency(app.databases, {
    now: at('2023-01-10'),
    facts: { region: 'TX' },
    terms: { headcount: { sworn: 8, nonSworn: {} } },
  });
  await aCertificate(app.databases, small, reviewer, { now: at('2024-01-10') });
  const large = await anAgency(app.databases, {
    now: at('2023-02-01'),
    facts: { region: 'OH', kind: 'sheriff' },
    terms: { headcount: { sworn: 700, nonSworn: {} } },
  });
  const number = await aCertificate(app.databases, large, reviewer, { now: at('2024-02-11') });
  const act = large.act(large.executive, at('2024-05-20'));
  await moveDatabaseDay(app.ownerUrl, daysBetween(dayIn('UTC', new Date()), dayIn('UTC', act.now)));
  await large.as((tx) => giveBackCertificate(tx, act, number, 'We merge.'), large.executive);
  await moveDatabaseDay(app.ownerUrl, 0);
  await aSubmission(await anAgency(app.databases));
  const ended = await anAgency(app.databases, { now: at('2023-03-01'), facts: { region: 'TX' } });
  await ended.as((tx) =>
    withdrawPledge(tx, ended.act(ended.coordinator, at('2024-02-15')), {
      by: 'agency',
      reason: 'A new chief.',
    }),
  );
});
afterAll(() => app.close());

const summed = (grouping: Grouping, from: string, until: string) =>
  actingAs(app.databases.app, { as: 'campaign', person: reviewer.id }, (tx) =>
    sumUpFigures(tx, grouping, days(from, until)),
  );
const figures = async (from: string, until: string) => (await summed('state', from, until)).all;

describe('the figures of a quarter', () => {
  it('are those of its last day, and what happened in it', async () => {
    expect(await figures('2024-01-01', '2024-03-31')).toEqual({
      group: '',
      pledged: 2,
      newPledges: 0,
      withdrawn: 1,
      certified: 2,
      newCertificates: 2,
      medianDays: 370,
      rounds: 1,
      trained: 80,
      advanced: 18,
    });
  });

  it('know nothing of what came later, and forget what was given back from its day on', async () => {
    const before = await figures('2023-01-01', '2023-03-31');
    expect(before).toMatchObject({
      pledged: 3,
      newPledges: 3,
      certified: 0,
      medianDays: undefined,
      trained: 0,
    });
    const after = await figures('2024-04-01', '2024-06-30');
    expect(after).toMatchObject({ pledged: 2, certified: 1, newCertificates: 0, trained: 40 });
  });

  it('are told apart by state, type and size', async () => {
    const quarter = ['2024-01-01', '2024-03-31'] as const;
    const pledged = async (grouping: Grouping) =>
      (await summed(grouping, ...quarter)).groups.map((one) => [one.group, one.pledged, one.certified]);
    expect(await pledged('state')).toEqual([
      ['OH', 1, 1],
      ['TX', 1, 1],
    ]);
    expect((await pledged('type')).map(([group]) => group)).toContain('sheriff');
    expect(await pledged('size')).toEqual([
      ['1-9', 1, 1],
      ['25-99', 0, 0],
      ['500+', 1, 1],
    ]);
  });
});

describe('where cases wait', () => {
  it('counts appeals that nobody has decided, with the oldest', async () => {
    const made = await anAgency(app.databases);
    const id = await aSubmission(made);
    await aReview(app, reviewer, id, ['policy']);
    const appealed = { submission: id, requirement: 'policy', grounds: 'Page 4.' } as const;
    await made.as((tx) => fileAppeal(tx, made.act(), appealed));
    const waiting = await actingAs(
      app.databases.app,
      { as: 'campaign', person: reviewer.id },
      listWaitingCases,
    );
    expect(waiting).toContainEqual({ state: 'appeal', cases: 1, oldest: expect.any(Date) });
    const session = await app.signIn(reviewer.email);
    expect(await (await app.get('/campaign/figures', session)).text()).toContain(
      'For the decision of an appeal',
    );
  });
});

describe('the page and its file', () => {
  it('speak of one in the singular, and say that the median counts all certificates', async () => {
    const session = await app.signIn(reviewer.email);
    const page = await (await app.get('/campaign/figures?quarter=2023-Q4', session)).text();
    expect(page).not.toContain('median of all certificates');
    expect(page).toContain('Median days, this quarter');
    const tiles = async (quarter: string) =>
      (await (await app.get(`/campaign/figures?quarter=${quarter}`, session)).text()).replace(
        /<[^>]*>/g,
        ' ',
      );
    expect(await tiles('2024-Q1')).toMatch(
      /370 +days from pledge to certificate: the median of all certificates since the beginning/,
    );
    await anAgency(app.databases, { now: at('2024-08-01') });
    expect(await tiles('2024-Q3')).toMatch(/ 1 +new pledge /);
    expect(await tiles('2024-Q1')).toMatch(/2 +new certificates /);
  });

  it('show the quarter that is asked for, and the present one for nonsense', async () => {
    const session = await app.signIn(reviewer.email);
    const page = await (await app.get('/campaign/figures?quarter=2024-Q1&by=size', session)).text();
    expect(page).toContain('First quarter of 2024');
    expect(page).toContain('500 or more sworn');
    expect((await app.get('/campaign/figures?quarter=never&by=%00', session)).status).toBeLessThan(500);
    const file = await (await app.get('/campaign/figures.csv?quarter=2024-Q1&by=state', session)).text();
    expect(file.split('\r\n')[0]).toContain(
      ',New certificates,Median days from pledge to certificate (issued in this quarter),Review rounds per case,',
    );
    expect(file).toContain('2024-Q1,All agencies,2,0,1,2,2,370,1,80,18');
    expect(file).toContain('2024-Q1,Texas,1,0,1,1,1,365,1,40,9');
  });

  it('are a report to hand in, which says who supports the campaign', async () => {
    const session = await app.signIn(reviewer.email);
    expect(await (await app.get('/campaign/figures?quarter=2024-Q1', session)).text()).toContain(
      '/campaign/figures.pdf?quarter=2024-Q1&amp;by=state',
    );
    const answer = await app.get('/campaign/figures.pdf?quarter=2024-Q1&by=state', session);
    expect(answer.headers.get('content-disposition')).toContain('one-mind-figures-2024-Q1.pdf');
    const found = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    const { name, supportStatement, disclaimer } = app.deps.config.campaign;
    for (const words of [
      name,
      'Report of the first quarter of 2024',
      'March 31, 2024, the last day of the quarter',
      'All agencies 2 0 1 2 2 370 1 80 18',
      'Texas 1 0 1 1 1 365 1 40 9',
      'For a reviewer 1 ',
      'Since the beginning, over all certificates, the median is 370 days from pledge to certificate.',
      'the median of the certificates issued in this quarter',
      'Page 1 of 1',
      supportStatement,
      disclaimer,
    ])
      expect(found.text).toContain(words);
    expect(found).toMatchObject({
      uaPart: '1',
      isTagged: true,
      title: `Report of the first quarter of 2024: ${name}`,
    });
    const roles = rolesOf(found.tags);
    for (const role of ['H1', 'H2', 'Table', 'TH', 'TD']) expect(roles).toContain(role);
  });
});
