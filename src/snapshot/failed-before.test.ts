import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubmissionId } from '../review/submission.ts';
import { submitForReview } from '../review/submit-actions.ts';
import { aSampledSubmission, type SampledSubmissionForTests } from '../testing/a-sampled-submission.ts';
import type { AgencyForTests } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { decideProof } from './decide-proof-actions.ts';
import { examineSnapshot } from './examine-snapshot.ts';
import { findPlace } from './sample-place-store.ts';
import { findSample } from './sample-store.ts';
import { readSnapshotFile } from './snapshot-file.ts';
import { snapshotFile } from './snapshot-file-actions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const failing = 5;

/** A review in which one record failed, so that more were asked for, and which ended with a return. */
async function aFailedRound(): Promise<SampledSubmissionForTests> {
  const sampled = await aSampledSubmission(app, 80);
  const { made, id, reviewer, asReviewer, show } = sampled;
  expect(await show(failing)).toMatchObject({ ok: true });
  await asReviewer(async (tx) => {
    const proof = (await findPlace(tx, { agency: made.agency.id, id }, failing))?.proof?.id ?? '';
    const finding = { proof, decision: 'failed', word: 'It is another class.' } as const;
    const failed = await decideProof(tx, reviewer, { submission: id, place: failing }, finding);
    expect(failed).toMatchObject({ ok: true });
  });
  await asOwner(
    app.ownerUrl,
    `update submission set state = 'returned', reviewed_at = now(), answer_by = '2099-01-01' where id = $1`,
    [id],
  );
  return sampled;
}

async function sendIn(made: AgencyForTests): Promise<SubmissionId> {
  const sent = await made.as((tx) => submitForReview(tx, made.act(), { note: '', answers: new Map() }));
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
  return sent.value;
}

const sampleOf = (made: AgencyForTests, id: SubmissionId) =>
  made.as((tx) => findSample(tx, { agency: made.agency.id, id }));

async function personAt(id: SubmissionId, place: number) {
  const rows = await asOwner<{ staff: string; record: string }>(
    app.ownerUrl,
    'select staff_id as staff, record_id as record from sampled_person where submission_id = $1 and place = $2',
    [id, place],
  );
  return rows[0];
}

describe('a record that did not hold', () => {
  it('is asked for first in the next round, with no fewer others than at the end of its own', async () => {
    const { made, id, reviewer } = await aFailedRound();
    const before = await sampleOf(made, id);
    const next = await sendIn(made);
    expect(await personAt(next, 1)).toEqual(await personAt(id, failing));
    const after = await sampleOf(made, next);
    const widened = Math.min(80, 2 * (before?.size ?? 0));
    expect(after).toMatchObject({ failedBefore: 1, failedGone: 0, carried: 1, draws: 1, size: widened });
    expect(after?.seed).not.toEqual(before?.seed);

    const read = readSnapshotFile((await made.as((tx) => snapshotFile(tx, next)))?.text ?? '');
    expect(read.ok && examineSnapshot(read.value).findings).toEqual([]);
    const cookie = await app.signIn(reviewer.email);
    const page = await (await app.get(`/campaign/reviews/${next}/sample`, cookie)).text();
    expect(page).toContain('1 record that did not hold in an earlier round comes first here');
    expect(page).not.toContain('took its work back');
    const own = await app.get(
      `/workspace/${made.agency.slug}/review/sample`,
      await app.signIn(made.coordinator.email),
    );
    expect(await own.text()).toContain('What did not hold in an earlier round is asked for again');
  });

  it('and counts no more is told to the reviewer', async () => {
    const { made, id, reviewer } = await aFailedRound();
    await asOwner(
      app.ownerUrl,
      `update staff_member m set separated_on = '2026-04-01' from sampled_person s
       where s.submission_id = $1 and s.place = $2 and m.agency_id = s.agency_id and m.id = s.staff_id`,
      [id, failing],
    );
    const next = await sendIn(made);
    expect(await sampleOf(made, next)).toMatchObject({ failedBefore: 0, failedGone: 1, carried: 0 });
    const cookie = await app.signIn(reviewer.email);
    const page = await (await app.get(`/campaign/reviews/${next}/sample`, cookie)).text();
    expect(page).toContain('1 record that did not hold in an earlier round does not count any more.');
  });
});
