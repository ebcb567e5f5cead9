import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { aReview, asReviewer } from '../testing/a-review.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { fileAppeal } from './appeal-actions.ts';
import { claimReview, countOpenReviews } from './review-actions.ts';
import type { QueueQuery } from './review-queue.ts';
import { listReviewQueue } from './review-queue-store.ts';
import type { SubmissionId } from './submission.ts';

let app: TestApp;
let reviewer: KnownPerson;
let cookie: string;
const agencies = new Map<string, AgencyForTests>();

async function sent(name: string, sworn = 40): Promise<SubmissionId> {
  const agency = await anAgency(app.databases, {
    facts: { name: `${name} Police Department` },
    terms: { headcount: { sworn, nonSworn: {} } },
  });
  agencies.set(name, agency);
  return aSubmission(agency);
}

beforeAll(async () => {
  app = await createTestApp();
  reviewer = await aCampaignMember(app.databases, 'reviewer');
  cookie = await app.signIn(reviewer.email);
  await sent('Waiting Creek', 12);
  const mine = await sent('Mine Hollow', 90);
  await asReviewer(app, reviewer, (tx, act) => claimReview(tx, act, mine));
  const other = await aCampaignMember(app.databases, 'reviewer');
  await aReview(app, other, await sent('Approval Ridge', 3));
  const appealed = await sent('Appeal Falls', 700);
  await aReview(app, other, appealed, ['policy']);
  const fall = agencies.get('Appeal Falls');
  await fall?.as((tx) =>
    fileAppeal(tx, fall.act(), { submission: appealed, requirement: 'policy', grounds: 'Page 4.' }),
  );
  await aReview(app, other, await sent('Returned Mesa', 5), ['policy']);
  const late = await sent('Late Bend', 33);
  await asOwner(app.ownerUrl, 'alter table submission disable trigger submission_frozen');
  await asOwner(
    app.ownerUrl,
    `update submission set submitted_at = now() - interval '20 days' where id = $1`,
    [late],
  );
  await asOwner(app.ownerUrl, 'alter table submission enable trigger submission_frozen');
});
afterAll(() => app.close());

const query: Omit<QueueQuery, 'me'> = {
  show: 'open',
  search: '',
  sort: 'agency',
  descending: false,
  limit: 25,
  offset: 0,
  overdueBefore: addDays(dayIn('UTC', new Date()), -14),
};
const listed = async (change: Partial<QueueQuery>) => {
  const page = await asReviewer(app, reviewer, (tx) =>
    listReviewQueue(tx, { ...query, me: reviewer.id, ...change }),
  );
  return page.entries.map(({ agencyName }) => agencyName.replace(' Police Department', ''));
};

describe('the queue of reviews', () => {
  it.each([
    ['open', ['Appeal Falls', 'Approval Ridge', 'Late Bend', 'Mine Hollow', 'Waiting Creek']],
    ['mine', ['Mine Hollow']],
    ['waiting', ['Late Bend', 'Waiting Creek']],
    ['overdue', ['Late Bend']],
    ['approval', ['Approval Ridge']],
    ['appeals', ['Appeal Falls']],
    ['decided', ['Appeal Falls', 'Returned Mesa']],
  ] as const)('shows what is %s', async (show, names) => {
    expect(await listed({ show })).toEqual(names);
  });

  it('sorts by size, by age and by reviewer, and finds by name', async () => {
    expect(await listed({ sort: 'size' })).toEqual([
      'Approval Ridge',
      'Waiting Creek',
      'Late Bend',
      'Mine Hollow',
      'Appeal Falls',
    ]);
    expect((await listed({ sort: 'submitted' }))[0]).toBe('Late Bend');
    expect(await listed({ search: 'hollow' })).toEqual(['Mine Hollow']);
    expect(await listed({ search: '%' })).toEqual([]);
    expect(await listed({ limit: 2, offset: 2 })).toEqual(['Late Bend', 'Mine Hollow']);
  });

  it('says that the oldest comes first only while it does', async () => {
    const page = async (query: string) => (await app.get(`/campaign/reviews${query}`, cookie)).text();
    const words = 'The oldest comes first.';
    expect(await page('')).toContain(words);
    expect(await page('?show=decided')).toContain(words);
    expect(await page('?sort=agency')).not.toContain(words);
    expect(await page('?sort=submitted&direction=descending')).not.toContain(words);
  });

  it('counts what is open, appeals among it', async () => {
    expect(await asReviewer(app, reviewer, countOpenReviews)).toBe(5);
  });

  it('asks the database the same number of questions however many there are', async () => {
    let asked = 0;
    const counting = app.databases.app.withPlugin({
      transformQuery: ({ node }) => {
        asked += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const questions = async (limit: number) => {
      asked = 0;
      await actingAs(counting, { as: 'campaign', person: reviewer.id }, (tx) =>
        listReviewQueue(tx, { ...query, me: reviewer.id, limit }),
      );
      return asked;
    };
    expect(await questions(1)).toBe(await questions(25));
  });

  it('tells a round by what its agency answered and changed, and a returned case by the agency’s own date', async () => {
    const made = agencies.get('Returned Mesa');
    if (!made) throw new Error('It was not made.');
    const decided = async () => (await app.get('/campaign/reviews?show=decided', cookie)).text();
    expect(await decided()).toMatch(/Returned Mesa.*?Agency: [A-Z][a-z]+ \d+, \d{4}/s);
    const answered = await aSubmission(made, { round: 2, answers: new Map([['policy', 'See page 9.']]) });
    await asOwner(app.ownerUrl, 'alter table submission disable trigger submission_frozen');
    await asOwner(app.ownerUrl, `update submission set changes = '[]' where id = $1`, [answered]);
    await asOwner(app.ownerUrl, 'alter table submission enable trigger submission_frozen');
    const open = await (await app.get('/campaign/reviews?search=mesa', cookie)).text();
    expect(open).toContain('No file or figure changed; 1 answer<');
    expect(await (await app.get('/campaign/reviews?show=decided&search=mesa', cookie)).text()).not.toContain(
      'Agency: ',
    );
  });

  it('shows age, size, who is on it and what is late', async () => {
    const page = await (await app.get('/campaign/reviews', cookie)).text();
    for (const words of [
      '20 days ago',
      '6 days late',
      '700 sworn',
      'Sam reviewer',
      'Nobody yet',
      'First round',
    ]) {
      expect(page).toContain(words);
    }
  });
});
