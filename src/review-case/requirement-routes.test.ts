import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayIn } from '../calendar/calendar-date.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import type { SubmissionId } from '../review/submission.ts';
import { submittedDocuments } from '../snapshot/submitted-document-actions.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { aReview } from '../testing/a-review.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, aMember, anAgency } from '../testing/an-agency.ts';
import { pagedPdf } from '../testing/policy-pdf.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let made: AgencyForTests;
let submission: SubmissionId;
let reviewer: KnownPerson;
let cookie: string;
let base: string;
beforeAll(async () => {
  app = await createTestApp();
  reviewer = await aCampaignMember(app.databases, 'reviewer');
  cookie = await app.signIn(reviewer.email);
});
afterAll(() => app.close());
beforeEach(async () => {
  made = await anAgency(app.databases);
  const coordinator = await app.signIn(made.coordinator.email);
  const evidence = new FormData();
  evidence.append('title', 'Sign-in sheet');
  evidence.append('file', new Blob([new Uint8Array(pagedPdf([['Present: all']]))]), 'sheet.pdf');
  await app.post(`/workspace/${made.agency.slug}/evidence/add/policy`, evidence, coordinator);
  const documents = await made.as((tx) => submittedDocuments(tx, made.agency.id, dayIn('UTC', new Date())));
  expect(documents).toHaveLength(1);
  submission = await aSubmission(made, {
    documents,
    confirmations: [
      { partner: 'Harbor Counseling', name: 'Morgan Speaker', title: 'Director', at: '2026-03-02T12:00:00Z' },
    ],
  });
  base = `/campaign/reviews/${submission}`;
});

const page = async (path: string) => (await app.get(`${base}${path}`, cookie)).text();

describe('the page of a requirement', () => {
  it('gives the rule with its source, the partner’s own word, and the way to the others', async () => {
    const partnership = await page('/partnership');
    expect(partnership).toContain('https://www.theiacp.org/one-mind-pledge');
    expect(partnership).toContain('Morgan Speaker, Director, confirmed it on March 2, 2026.');
    expect(partnership).toContain(`${base}/policy" accesskey="n" rel="next"`);
    expect(partnership).not.toContain('rel="prev"');
    expect(await page('/everyone-trained')).toContain('rel="prev"');
    expect((await app.get(`${base}/nothing`, cookie)).status).toBe(404);
  });

  it('tells that who confirmed for a partner has an address at the agency’s own mail domain', async () => {
    const words = 'has an address at the agency’s own mail domain';
    await aPartnership(app.databases, made, { name: 'Elm County Health' });
    expect(await page('/partnership')).not.toContain(words);
    await aMember(app.databases, made.agency.id, 'staff', `deputy-${made.agency.slug}@partner.test`);
    const told = await page('/partnership');
    expect(told).toContain(`Elm County Health: The person who confirmed for the partner ${words}`);
    expect(await page('/policy')).not.toContain(words);
  });

  it('shows the evidence in a frame in which nothing runs, and lets no other site frame it', async () => {
    const html = await page('/policy');
    const address = /<iframe[^>]* src="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(address).toMatch(/\/view#navpanes=0$/);
    const answer = await app.get(address, cookie);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe(
      `inline; filename="Sign-in sheet.pdf"; filename*=UTF-8''Sign-in%20sheet.pdf`,
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toMatch(/; sandbox$/);
    expect(policy).not.toContain('script');
    const own = (await app.get(`${base}/policy`, cookie)).headers.get('content-security-policy');
    expect(own).toContain("frame-src 'self'");
    expect(own).toContain("frame-ancestors 'none'");
  });

  it('shows nothing that the snapshot does not name', async () => {
    const other = await anAgency(app.databases);
    const foreign = await aSubmission(other);
    const html = await page('/policy');
    const file = /documents\/([0-9a-f-]{36})\/view/.exec(html)?.[1] ?? '';
    expect((await app.get(`/campaign/reviews/${foreign}/documents/${file}/view`, cookie)).status).toBe(404);
  });

  it('keeps a decision and goes on to the next requirement', async () => {
    await app.post(`${base}/claim`, {}, cookie);
    const saved = await app.post(
      `${base}/partnership`,
      { decision: 'met', comment: '', act: 'next' },
      cookie,
    );
    expect(saved.headers.get('location')).toBe(`${base}/policy?done=decided`);
    const wordless = await app.post(
      `${base}/policy`,
      { decision: 'met-with-remark', comment: '', act: 'save' },
      cookie,
    );
    expect(wordless.status).toBe(422);
    const remark = { decision: 'met-with-remark', comment: 'Number the pages.', act: 'save' };
    expect((await app.post(`${base}/policy`, remark, cookie)).status).toBe(303);
    expect(await page('')).toContain('Number the pages.');
  });

  it('shows the form to the reviewer alone', async () => {
    expect(await page('/policy')).not.toContain('name="decision"');
    const foreign = await app.post(`${base}/policy`, { decision: 'met', comment: '', act: 'save' }, cookie);
    expect(foreign.status).toBe(422);
  });

  it('says of a case that nobody has claimed to claim it first, and leaves no heading empty for others', async () => {
    const unclaimed = await page('/policy');
    expect(unclaimed).toContain('Claim it first');
    expect(unclaimed).toContain(`action="${base}/claim"`);
    await app.post(`${base}/claim`, {}, cookie);
    expect(await page('/policy')).not.toContain('Claim it first');
    const colleague = await aCampaignMember(app.databases, 'reviewer');
    const read = await app.get(`${base}/policy`, await app.signIn(colleague.email));
    expect(await read.text()).not.toMatch(/>\s*Decision\s*</);
    await app.post(`${base}/policy`, { decision: 'met', comment: '', act: 'save' }, cookie);
    const told = await app.get(`${base}/policy`, await app.signIn(colleague.email));
    expect(await told.text()).toMatch(/>\s*Decision\s*</);
  });

  it('shows earlier rounds with their decision, their words and what the agency answered', async () => {
    await aReview(app, reviewer, submission, ['policy']);
    const second = await aSubmission(made, {
      round: 2,
      answers: new Map([['policy', 'It is on page 9 now.']]),
    });
    base = `/campaign/reviews/${second}`;
    const html = await page('/policy');
    for (const words of ['Do this about policy', 'It is on page 9 now.', 'File gone: Sign-in sheet']) {
      expect(html).toContain(words);
    }
  });
});

describe('words that are used again', () => {
  const words = { title: 'Signed page', requirement: '', text: 'Upload the signed page.' };

  it('are put into the comment by a button, without anything being saved', async () => {
    await app.post('/campaign/phrasings/new', words, cookie);
    await app.post(`${base}/claim`, {}, cookie);
    const html = await page('/policy');
    const id = /<option value="([0-9a-f-]{36})">Signed page/.exec(html)?.[1] ?? '';
    const sent = { decision: 'returned', comment: 'Page 3.', phrasing: id, act: 'insert' };
    const answer = await (await app.post(`${base}/policy`, sent, cookie)).text();
    expect(answer).toContain('Page 3.\n\nUpload the signed page.');
    expect(answer).toMatch(/value="returned"[^>]* checked/);
    expect(await page('/policy')).not.toContain('Upload the signed page.</textarea>');
    const unchosen = await app.post(`${base}/policy`, { ...sent, phrasing: '' }, cookie);
    expect(unchosen.status).toBe(422);
  });

  it('are changed and retired, by one of two who try at once', async () => {
    await app.post('/campaign/phrasings/new', { ...words, title: 'Old words' }, cookie);
    const list = await (await app.get('/campaign/phrasings?search=old', cookie)).text();
    const path = /\/campaign\/phrasings\/[0-9a-f-]{36}/.exec(list)?.[0] ?? '';
    const change = (title: string) => app.post(path, { ...words, title, revision: '1' }, cookie);
    const statuses = (await Promise.all([change('New words'), change('Other words')])).map(
      ({ status }) => status,
    );
    expect(statuses.toSorted()).toEqual([303, 422]);
    expect((await app.post(`${path}/retire`, { revision: '2' }, cookie)).status).toBe(303);
    await app.post(`${base}/claim`, {}, cookie);
    expect(await page('/policy')).not.toMatch(/>(New|Other) words</);
    expect(await (await app.get('/campaign/phrasings?show=retired', cookie)).text()).toMatch(
      /(New|Other) words/,
    );
  });

  it('need a title and words', async () => {
    const refused = await app.post('/campaign/phrasings/new', { title: '', text: '' }, cookie);
    const html = await refused.text();
    expect([refused.status, html.includes('Enter a title'), html.includes('Write the words')]).toEqual([
      422,
      true,
      true,
    ]);
  });
});
