import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KnownPerson } from '../identity/person-store.ts';
import { aReview } from '../testing/a-review.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { appealContent } from './appeal-content.ts';
import { agencyReviewContent, campaignReviewContent } from './review-content.ts';
import type { SubmissionId } from './submission.ts';

let app: TestApp;
let first: KnownPerson;
let firstCookie: string;
let thirdCookie: string;
beforeAll(async () => {
  app = await createTestApp();
  first = await aCampaignMember(app.databases, 'reviewer');
  firstCookie = await app.signIn(first.email);
  thirdCookie = await app.signIn((await aCampaignMember(app.databases, 'administrator')).email);
});
afterAll(() => app.close());

let made: AgencyForTests;
let submission: SubmissionId;
let agencyCookie: string;
let review: string;
beforeEach(async () => {
  made = await anAgency(app.databases);
  submission = await aSubmission(made);
  await aReview(app, first, submission, ['policy']);
  agencyCookie = await app.signIn(made.coordinator.email);
  review = `/workspace/${made.agency.slug}/review`;
});

const html = async (path: string, cookie: string) => (await app.get(path, cookie)).text();

/** Files it on the page and answers where the third person decides. */
async function filed(): Promise<string> {
  const sent = await app.post(
    `${review}/${submission}/appeal/policy`,
    { grounds: 'Page 4 says it.' },
    agencyCookie,
  );
  expect(sent.headers.get('location')).toBe(`${review}?done=appeal-filed`);
  const page = await html(`/campaign/reviews/${submission}`, thirdCookie);
  return new RegExp(`/campaign/reviews/${submission}/appeals/[0-9a-f-]{36}`).exec(page)?.[0] ?? '';
}

describe('an appeal on the pages', () => {
  it('leads from the returned requirement to the form, to a third person, and back to the agency', async () => {
    expect(await html(review, agencyCookie)).toContain(`${review}/${submission}/appeal/policy`);
    const form = await html(`${review}/${submission}/appeal/policy`, agencyCookie);
    expect(form).toContain('Do this about policy');
    const path = await filed();
    const waiting = await html(review, agencyCookie);
    expect(waiting).not.toContain(`${review}/${submission}/appeal/policy`);
    expect(waiting).toContain(agencyReviewContent.appealWaits);
    expect(waiting).not.toContain('After that day the case closes');
    const asked = await html(path, thirdCookie);
    expect(asked).toContain('Page 4 says it.');
    const verdict = { verdict: 'allowed', grounds: 'It does say it.' };
    const decided = await app.post(path, verdict, thirdCookie);
    expect(decided.headers.get('location')).toBe(`/campaign/reviews/${submission}?done=appeal-decided`);
    const told = await html(review, agencyCookie);
    expect(told).toContain('It does say it.');
    expect(told).toContain('Waiting for the second reviewer');
  });

  it('is refused without grounds, with what was typed kept, and for another agency’s submission', async () => {
    const empty = await app.post(`${review}/${submission}/appeal/policy`, { grounds: ' ' }, agencyCookie);
    expect([empty.status, (await empty.text()).includes(appealContent.agency.groundsMissing)]).toEqual([
      422,
      true,
    ]);
    const other = await anAgency(app.databases);
    const cookie = await app.signIn(other.coordinator.email);
    const path = `/workspace/${other.agency.slug}/review/${submission}/appeal/policy`;
    expect((await app.get(path, cookie)).status).toBe(404);
    expect((await app.post(path, { grounds: 'Ours too.' }, cookie)).status).toBe(404);
    expect((await app.get(`${review}/${submission}/appeal/nothing`, agencyCookie)).status).toBe(404);
  });

  it('offers no form to the reviewer whose decision it is about', async () => {
    const path = await filed();
    const page = await html(path, firstCookie);
    expect(page).toContain(appealContent.campaign.earlier);
    expect(page).not.toContain('name="verdict"');
    const forced = await app.post(path, { verdict: 'upheld', grounds: 'I was right.' }, firstCookie);
    expect(forced.status).toBe(422);
  });

  it('is taken back by the agency as long as nobody has decided', async () => {
    const path = await filed();
    const id = path.split('/').at(-1) ?? '';
    const back = await app.post(`${review}/appeals/${id}/withdraw`, {}, agencyCookie);
    expect(back.headers.get('location')).toBe(`${review}?done=appeal-withdrawn`);
    const late = await app.post(path, { verdict: 'upheld', grounds: 'It stands.' }, thirdCookie);
    expect(late.status).toBe(422);
  });
});

describe('the case page of the campaign', () => {
  it('hands a review over by a form that names colleagues', async () => {
    const next = await anAgency(app.databases);
    const waiting = await aSubmission(next);
    const colleague = await aCampaignMember(app.databases, 'reviewer');
    const base = `/campaign/reviews/${waiting}`;
    await app.post(`${base}/claim`, {}, firstCookie);
    expect(await html(base, firstCookie)).toContain(`value="${colleague.id}"`);
    expect((await app.post(`${base}/hand-over`, { colleague: '' }, firstCookie)).status).toBe(422);
    const handed = await app.post(`${base}/hand-over`, { colleague: colleague.id }, firstCookie);
    expect(handed.headers.get('location')).toBe(`${base}?done=handed-over`);
    expect(await html(base, firstCookie)).not.toContain(campaignReviewContent.finish);
  });
});

describe('the page of one’s own ties', () => {
  it('declares a tie by the agency’s name, and ends it', async () => {
    const unknown = await app.post('/campaign/ties', { agency: 'Nowhere', about: 'Friends.' }, thirdCookie);
    expect(unknown.status).toBe(422);
    const empty = await (await app.post('/campaign/ties', { agency: '', about: '' }, thirdCookie)).text();
    expect(empty).toContain('Enter the name of the agency');
    expect(empty).toContain('Write what ties you to it');
    await app.post('/campaign/ties', { agency: made.agency.name, about: 'Friends there.' }, thirdCookie);
    const page = await html('/campaign/ties', thirdCookie);
    expect(page).toContain('Friends there.');
    expect(await html('/campaign/ties', firstCookie)).not.toContain('Friends there.');
    expect(await html(`/campaign/reviews/${submission}`, thirdCookie)).toContain('You declared a tie');
    const end = /\/campaign\/ties\/[0-9a-f-]{36}\/end/.exec(page)?.[0] ?? '';
    expect((await app.post(end, {}, firstCookie)).status).toBe(404);
    expect((await app.post(end, {}, thirdCookie)).status).toBe(303);
    expect(await html('/campaign/ties', thirdCookie)).toContain('Ended on');
  });
});
