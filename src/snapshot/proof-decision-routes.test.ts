import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSampledSubmission, type SampledSubmissionForTests } from '../testing/a-sampled-submission.ts';
import { smallPdf } from '../testing/a-staff-account.ts';
import { aCampaignMember } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let sampled: SampledSubmissionForTests;
let reviewer: string;
beforeAll(async () => {
  app = await createTestApp();
  sampled = await aSampledSubmission(app);
  reviewer = await app.signIn(sampled.reviewer.email);
});
afterAll(() => app.close());

const desk = (place?: number) =>
  `/campaign/reviews/${sampled.id}/sample${place === undefined ? '' : `/${place}`}`;
const page = async (path: string, cookie = reviewer) => (await app.get(path, cookie)).text();

async function decide(place: number, decision: string, word = '') {
  const proof = /name="proof" value="([^"]+)"/.exec(await page(desk(place)))?.[1] ?? '';
  return (await app.post(desk(place), { proof, decision, word }, reviewer)).headers.get('location');
}

describe('the proof of a sampled record', () => {
  it('is seen in a frame in which nothing runs, and can still be downloaded', async () => {
    expect(await page(desk(1))).not.toContain('<iframe');
    await sampled.show(1);
    const answer = await app.get(desk(1), reviewer);
    expect(answer.headers.get('content-security-policy')).toContain("frame-src 'self'");
    const html = await answer.text();
    const framed = /<iframe[^>]* src="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(framed).toBe(`${desk(1)}/proof/view#navpanes=0`);
    expect(html).toContain(`href="${desk(1)}/proof"`);
    const shown = await app.get(`${desk(1)}/proof/view`, reviewer);
    const policy = shown.headers.get('content-security-policy') ?? '';
    expect(await shown.text()).toBe(smallPdf);
    expect(shown.headers.get('content-type')).toBe('application/pdf');
    expect(shown.headers.get('content-disposition')).toMatch(/^inline; filename="Proof of record 1\.pdf"/);
    expect(shown.headers.get('x-frame-options')).toBeNull();
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toMatch(/; sandbox$/);
    const saved = await app.get(`${desk(1)}/proof`, reviewer);
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('is not seen by a reviewer of other cases', async () => {
    const colleague = await app.signIn((await aCampaignMember(app.databases, 'reviewer')).email);
    expect((await app.get(`${desk(1)}/proof/view`, colleague)).status).toBe(404);
    expect(await page(desk(1), colleague)).not.toContain('<iframe');
  });

  it('leads on, once decided about, to the next that waits, and to the list after the last', async () => {
    await sampled.show(3);
    expect(await decide(3, 'accepted')).toBe(`${desk(1)}?done=decided-next`);
    await sampled.show(4);
    expect(await decide(1, 'asked-again', 'Please scan it again.')).toBe(`${desk(4)}?done=decided-next`);
    expect(await page(`${desk(4)}?done=decided-next`)).toContain('Your decision was saved.');
    expect(await decide(4, 'accepted')).toBe(`${desk()}?done=decided`);
    expect(await page(`${desk()}?done=decided`)).toContain('Your decision was saved.');
  });
});
