import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs } from '../database/acting.ts';
import { claimReview, reviewActOf } from '../review/review-actions.ts';
import type { SubmissionId } from '../review/submission.ts';
import { submitForReview, takeBackSubmission } from '../review/submit-actions.ts';
import { aTrainedAgency } from '../testing/a-sampled-submission.ts';
import { type AgencyForTests, aCampaignMember } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { examineSnapshot } from './examine-snapshot.ts';
import { findSample, listPlaceStates } from './sample-store.ts';
import { readSnapshotFile } from './snapshot-file.ts';
import { snapshotFile } from './snapshot-file-actions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function sendIn(made: AgencyForTests): Promise<SubmissionId> {
  const sent = await made.as((tx) => submitForReview(tx, made.act(), { note: '', answers: new Map() }));
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusal));
  return sent.value;
}

async function takeBack(made: AgencyForTests, id: SubmissionId) {
  expect(await made.as((tx) => takeBackSubmission(tx, made.act(), id))).toMatchObject({ ok: true });
}

const drawnOf = (made: AgencyForTests, id: SubmissionId) =>
  made.as(async (tx) => {
    const of = { agency: made.agency.id, id };
    const sample = await findSample(tx, of);
    if (!sample) throw new Error('There is no sample.');
    const places = await listPlaceStates(tx, of);
    return { ...sample, records: places.slice(0, sample.size).map(({ record }) => record) };
  });

async function published(made: AgencyForTests, id: SubmissionId) {
  const file = await made.as((tx) => snapshotFile(tx, id));
  const read = readSnapshotFile(file?.text ?? '');
  if (!read.ok) throw new Error(read.refusal.code);
  return { file: read.value, findings: examineSnapshot(read.value).findings };
}

describe('an agency that takes its work back and sends it in again', () => {
  it('gets no other sample, and the reviewer reads that the first draw stands', async () => {
    const made = await aTrainedAgency(app, 80);
    const one = await sendIn(made);
    const before = await drawnOf(made, one);
    await takeBack(made, one);
    const two = await sendIn(made);
    const after = await drawnOf(made, two);
    expect(after.records).toEqual(before.records);
    expect(after).toMatchObject({
      seed: before.seed,
      drawnFor: before.drawnFor,
      draws: 1,
      gone: 0,
      carried: before.size,
    });
    expect((await published(made, two)).findings).toEqual([]);
    const reviewer = await aCampaignMember(app.databases, 'reviewer');
    const cookie = await app.signIn(reviewer.email);
    const page = await (await app.get(`/campaign/reviews/${two}/sample`, cookie)).text();
    expect(page).toContain('Sent in again: the first draw stands');
    expect(page).toContain('Sample of round 1, which was taken back');
    expect((await app.get(`/campaign/reviews/${one}/sample`, cookie)).status).toBe(200);
    const own = await app.get(
      `/workspace/${made.agency.slug}/review/sample`,
      await app.signIn(made.coordinator.email),
    );
    expect(await own.text()).toContain('The records that were picked before are asked for again.');
  });

  it('shows a whole sample more when people who were drawn left, which the reviewer reads as drawn twice', async () => {
    const made = await aTrainedAgency(app, 80);
    const one = await sendIn(made);
    const before = await drawnOf(made, one);
    await takeBack(made, one);
    await asOwner(
      app.ownerUrl,
      `update staff_member m set separated_on = '2026-04-01' from sampled_person s
       where s.agency_id = $1 and s.submission_id = $2 and s.place <= 2
         and m.agency_id = s.agency_id and m.id = s.staff_id`,
      [made.agency.id, one],
    );
    const two = await sendIn(made);
    const after = await drawnOf(made, two);
    expect(after).toMatchObject({ draws: 2, gone: 2, carried: before.size - 2 });
    expect(after.size).toBeGreaterThan(before.size);
    expect(after.seed).not.toEqual(before.seed);
    expect(after.records.slice(0, before.size - 2)).toEqual(before.records.slice(2));
    expect(await published(made, two)).toMatchObject({ findings: [], file: { sample: { draws: 2 } } });
    const reviewer = await aCampaignMember(app.databases, 'reviewer');
    const page = await app.get(`/campaign/reviews/${two}/sample`, await app.signIn(reviewer.email));
    const text = await page.text();
    expect(text).toContain('Drawn twice');
    expect(text).toContain('2 people of the sample before do not count any more.');
    const events = await asOwner<{ details: unknown }>(
      app.ownerUrl,
      `select details from audit_event where agency_id = $1 and action = 'sample-drawn' order by seq`,
      [made.agency.id],
    );
    expect(events.map(({ details }) => details)).toMatchObject([
      { draws: 1, carried: 0, gone: 0 },
      { draws: 2, carried: before.size - 2, gone: 2 },
    ]);
  });

  it('gets a sample of its own in the round that answers a review', async () => {
    const made = await aTrainedAgency(app, 80);
    const one = await sendIn(made);
    const before = await drawnOf(made, one);
    const { id: person } = await aCampaignMember(app.databases, 'reviewer');
    const { app: database } = app.databases;
    const act = reviewActOf(app.deps.config, person, new Date());
    expect(
      await actingAs(database, { as: 'campaign', person }, (tx) => claimReview(tx, act, one)),
    ).toMatchObject({ ok: true });
    await asOwner(
      app.ownerUrl,
      `update submission set state = 'returned', reviewed_at = now(), answer_by = '2099-01-01' where id = $1`,
      [one],
    );
    const two = await drawnOf(made, await sendIn(made));
    expect(two).toMatchObject({ draws: 1, carried: 0, gone: 0 });
    expect(two.seed).not.toEqual(before.seed);
  });
});
