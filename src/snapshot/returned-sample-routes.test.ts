import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requirements } from '../campaign-rules/campaign-requirement.ts';
import { decideRequirement, finishReview } from '../review/review-actions.ts';
import { aSampledSubmission, type SampledSubmissionForTests } from '../testing/a-sampled-submission.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let sampled: SampledSubmissionForTests;
let coordinator: string;
beforeAll(async () => {
  app = await createTestApp();
  sampled = await aSampledSubmission(app);
  coordinator = await app.signIn(sampled.made.coordinator.email);
});
afterAll(() => app.close());

const workspace = () => `/workspace/${sampled.made.agency.slug}`;
const page = async (path: string) => (await app.get(`${workspace()}${path}`, coordinator)).text();

describe('the agency’s page of a sample', () => {
  it('says that all records are asked for where they are, and not that some were picked', async () => {
    const html = await page('/review/sample');
    expect(html).toContain('4 records are asked for, of 4.');
    expect(html).toContain('Proof of all your training records is asked for.');
    expect(html).not.toContain('picked by chance');
  });

  it('says that some were picked where they were', async () => {
    const large = await aSampledSubmission(app, 40);
    const path = `/workspace/${large.made.agency.slug}/review/sample`;
    const html = await (await app.get(path, await app.signIn(large.made.coordinator.email))).text();
    expect(html).toContain('A few were picked by chance.');
    expect(html).not.toContain('Proof of all your training records');
  });

  it('says once the work was returned what to do and where, and waits for no proof any more', async () => {
    await sampled.show(1);
    const { id, reviewer } = sampled;
    await sampled.asReviewer(async (tx) => {
      const decided = { decision: 'returned', comment: 'Show the certificates.' } as const;
      for (const requirement of requirements)
        await decideRequirement(tx, reviewer, id, { requirement, ...decided });
      await finishReview(tx, reviewer, id);
    });
    const html = await page('/review/sample');
    expect(html).toContain('your work came back to you');
    expect(html).toContain('Change what the reviewer asked for, and send your work in again');
    expect(html).toMatch(new RegExp(`href="${workspace()}/review"[^>]*>\\s*Go to the review page`));
    expect(html).toContain('you are asked for proofs there again');
    expect(html).not.toContain('Proof wanted');
    expect(html.match(/Not asked any more<\/span>/g)).toHaveLength(3);
    expect(html).toContain('Proof sent');
    expect(html).toContain('4 records were asked for, of 4.');
    expect(html).not.toContain('Please send');
    const one = await page(`/review/${id}/sample/2`);
    expect(one).toContain('Not asked any more');
    expect(one).not.toContain('Proof wanted');
  });
});
