import { afterAll, beforeAll, expect, it } from 'vitest';
import { submitForReview } from '../review/submit-actions.ts';
import { aSampledSubmission } from '../testing/a-sampled-submission.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { decideProof } from './decide-proof-actions.ts';
import { findPlace } from './sample-place-store.ts';
import { sampleStanding } from './sample-standing-actions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it('an agency sends every proof of the round before with one button, but none that the reviewer could not use', async () => {
  const sampled = await aSampledSubmission(app);
  const { made, id: first } = sampled;
  const find = (place: number, decision: 'accepted' | 'asked-again', word: string) =>
    sampled.asReviewer(async (tx) => {
      const proof = (await findPlace(tx, { agency: made.agency.id, id: first }, place))?.proof?.id ?? '';
      return decideProof(tx, sampled.reviewer, { submission: first, place }, { proof, decision, word });
    });
  for (const place of [1, 2, 3]) await sampled.show(place);
  await find(1, 'accepted', '');
  await find(3, 'asked-again', 'The page is blurred.');
  await asOwner(
    app.ownerUrl,
    `update submission set state = 'returned', reviewed_at = now(), answer_by = '2099-01-01' where id = $1`,
    [first],
  );
  const sent = await made.as((tx) => submitForReview(tx, made.act(), { note: '', answers: new Map() }));
  if (!sent.ok) throw new Error(sent.refusal.code);
  const standing = () => made.as((tx) => sampleStanding(tx, sent.value));
  expect(await standing()).toMatchObject({ wanted: 4, shown: 0, accepted: 0 });
  const cookie = await app.signIn(made.coordinator.email);
  const page = () => app.get(`/workspace/${made.agency.slug}/review/sample`, cookie);
  expect(await (await page()).text()).toContain('Send all 2 proofs you have already');
  const path = `/workspace/${made.agency.slug}/review/${sent.value}/kept-proofs`;
  const answer = await app.post(path, {}, cookie);
  expect(answer.headers.get('location')).toContain('?done=all-sent');
  expect(await standing()).toMatchObject({ wanted: 4, shown: 2, accepted: 0 });
  expect(await (await page()).text()).not.toContain('you have already');
  expect((await app.post(path, {}, cookie)).headers.get('location')).not.toContain('done');
});
