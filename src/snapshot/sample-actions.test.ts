import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { confirmCertificate } from '../own-record/certificate-actions.ts';
import { submitForReview } from '../review/submit-actions.ts';
import {
  aSampledSubmission,
  aTrainedAgency,
  officerName,
  type SampledSubmissionForTests,
} from '../testing/a-sampled-submission.ts';
import { aStaffAccount, certificateFactsSent, sendCertificate } from '../testing/a-staff-account.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { decideProof } from './decide-proof-actions.ts';
import { examineSnapshot } from './examine-snapshot.ts';
import type { ProofDecision } from './sample-place.ts';
import { findPersonsPlace, findPlace, listPeoplesPlaces } from './sample-place-store.ts';
import { sampleAllows } from './sample-standing.ts';
import { sampleStanding } from './sample-standing-actions.ts';
import { showProof } from './show-proof-actions.ts';
import { readSnapshotFile } from './snapshot-file.ts';
import { snapshotFile } from './snapshot-file-actions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const standing = ({ id, made }: SampledSubmissionForTests) => made.as((tx) => sampleStanding(tx, id));

async function decide(
  { asReviewer, id, reviewer, made }: SampledSubmissionForTests,
  place: number,
  decision: ProofDecision,
) {
  return asReviewer(async (tx) => {
    const found = await findPlace(tx, { agency: made.agency.id, id }, place);
    const proof = found?.proof?.id ?? '';
    const word = decision === 'accepted' ? '' : 'The day on it is another one.';
    return decideProof(tx, reviewer, { submission: id, place }, { proof, decision, word });
  });
}

async function showAndDecide(sampled: SampledSubmissionForTests, place: number, decision: ProofDecision) {
  expect(await sampled.show(place)).toMatchObject({ ok: true });
  expect(await decide(sampled, place, decision)).toMatchObject({ ok: true });
}

describe('a submission', () => {
  it('of four officers asks for all four, and tells the agency by mail where', async () => {
    const sampled = await aSampledSubmission(app);
    expect(await standing(sampled)).toMatchObject({ is: 'open', records: 4, size: 4, wanted: 4, shown: 0 });
    const [mail] = (await app.outbox()).filter(({ kind }) => kind === 'sample-wanted');
    expect(mail?.text).toContain(`/workspace/${sampled.made.agency.slug}/review/sample`);
  });

  it('is published with all that anybody needs to compute it and draw its sample again', async () => {
    const sampled = await aSampledSubmission(app);
    const file = await sampled.asReviewer((tx) => snapshotFile(tx, sampled.id));
    const read = readSnapshotFile(file?.text ?? '');
    if (!read.ok) throw new Error(read.refusal.code);
    const report = examineSnapshot(read.value);
    expect(report.findings).toEqual([]);
    expect(report.sampled).toHaveLength(4);
    expect(report.requirements.map(({ state }) => state)).toEqual(['met', 'met', 'met', 'met']);
    expect(report.sha256).toBe(file?.submission.sha256);
    expect(read.value.snapshot).toMatchObject({
      confirmations: [{ name: expect.any(String), title: expect.any(String), at: expect.any(String) }],
      adoption: { name: 'Robin Executive' },
    });
    expect(file?.text).not.toContain('Quill');
    expect(file?.text).not.toMatch(/"10[0-3]"/);
  });
});

describe('the sample', () => {
  it('held once every record was shown and accepted', async () => {
    const sampled = await aSampledSubmission(app);
    for (const place of [1, 2, 3]) await showAndDecide(sampled, place, 'accepted');
    await sampled.show(4);
    expect(await standing(sampled)).toMatchObject({ is: 'open', accepted: 3, shown: 1 });
    await decide(sampled, 4, 'accepted');
    expect(await standing(sampled)).toMatchObject({ is: 'held', accepted: 4 });
  });

  it('widens when a record fails, and tells the agency how many are asked for now', async () => {
    const sampled = await aSampledSubmission(app, 24);
    expect(await standing(sampled)).toMatchObject({ records: 24, size: 19, wanted: 19 });
    await showAndDecide(sampled, 1, 'failed');
    expect(await standing(sampled)).toMatchObject({ is: 'open', wanted: 24, widened: 1, failed: 1 });
    const [mail] = (await app.outbox()).filter(({ kind }) => kind === 'sample-widened');
    expect(mail?.text).toContain('24 training records in all');
  });

  it('does not hold where everyone must be trained and somebody’s only record failed', async () => {
    const sampled = await aSampledSubmission(app);
    await showAndDecide(sampled, 1, 'failed');
    for (const place of [2, 3, 4]) await showAndDecide(sampled, place, 'accepted');
    const came = await standing(sampled);
    expect(came).toMatchObject({ is: 'failed', why: 'without', failed: 1 });
    expect(sampleAllows(came, 'everyone-trained')).toBe(false);
    expect(sampleAllows(came, 'partnership')).toBe(true);
  });

  it('asks for a record again that the reviewer could not read, without counting it against anybody', async () => {
    const sampled = await aSampledSubmission(app);
    await showAndDecide(sampled, 1, 'asked-again');
    expect(await standing(sampled)).toMatchObject({ is: 'open', shown: 0, failed: 0, wanted: 4 });
    expect((await app.outbox()).some(({ kind }) => kind === 'proof-asked-again')).toBe(true);
    await showAndDecide(sampled, 1, 'accepted');
    expect(await standing(sampled)).toMatchObject({ accepted: 1 });
  });
});

describe('the agency', () => {
  it('sees whom each record means, and finds them by name', async () => {
    const { made, id } = await aSampledSubmission(app);
    const query = { wanted: 4, state: 'all', limit: 50, offset: 0 } as const;
    const of = { agency: made.agency.id, id };
    const all = await made.as((tx) => listPeoplesPlaces(tx, of, { ...query, search: '' }));
    expect(all.places.map(({ staff }) => staff?.name.family).toSorted()).toEqual(
      [0, 1, 2, 3].map(officerName),
    );
    const found = await made.as((tx) => listPeoplesPlaces(tx, of, { ...query, search: officerName(2) }));
    expect(found).toMatchObject({
      total: 1,
      places: [{ staff: { number: '102' }, record: { program: 'mhfa' } }],
    });
  });

  it('sends a certificate on that somebody sent in and that was confirmed for the record', async () => {
    const made = await aTrainedAgency(app);
    const { account } = await aStaffAccount(app.databases, made, 'Marsh, Robin');
    const facts = certificateFactsSent({ completedOn: '2026-03-04' as CalendarDate });
    const sent = await sendCertificate(app.deps, made, account, facts);
    await made.as((tx) => confirmCertificate(tx, made.act(), sent, facts));
    const outcome = await made.as((tx) => submitForReview(tx, made.act(), { note: '', answers: new Map() }));
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const of = { agency: made.agency.id, id: outcome.value };
    const query = { wanted: 5, state: 'all', search: 'Marsh', limit: 50, offset: 0 } as const;
    const [marsh] = (await made.as((tx) => listPeoplesPlaces(tx, of, query))).places;
    expect(marsh?.kept).toEqual([{ file: expect.any(String), name: 'certificate.pdf' }]);
    const at = { submission: outcome.value, place: marsh?.place ?? 0 };
    const kept = marsh?.kept[0]?.file ?? '';
    expect(await made.as((tx) => showProof(tx, made.act(), at, { kept }))).toMatchObject({ ok: true });
    expect(await made.as((tx) => findPersonsPlace(tx, of, at.place))).toMatchObject({ state: 'shown' });
    const other = { ...at, place: at.place === 1 ? 2 : 1 };
    expect(await made.as((tx) => showProof(tx, made.act(), other, { kept }))).toMatchObject({
      refusal: { code: 'proof-not-kept' },
    });
  });

  it('can show nothing more for what was decided, what nobody asked for, and what was taken back', async () => {
    const sampled = await aSampledSubmission(app);
    await showAndDecide(sampled, 1, 'accepted');
    await showAndDecide(sampled, 2, 'failed');
    expect(await sampled.show(1)).toMatchObject({ refusal: { code: 'record-accepted' } });
    expect(await sampled.show(2)).toMatchObject({ refusal: { code: 'record-failed' } });
    expect(await sampled.show(5)).toMatchObject({ refusal: { code: 'record-not-found' } });
    const { id } = sampled;
    await asOwner(app.ownerUrl, "update submission set state = 'taken-back' where id = $1", [id]);
    expect(await sampled.show(3)).toMatchObject({ refusal: { code: 'review-ended' } });
  });
});

describe('the reviewer', () => {
  it('decides about the proof they looked at, and not about a newer one', async () => {
    const { made, id, reviewer, asReviewer, show } = await aSampledSubmission(app);
    await show(1);
    const seen = await asReviewer((tx) => findPlace(tx, { agency: made.agency.id, id }, 1));
    await show(1);
    const finding = { proof: seen?.proof?.id ?? '', decision: 'accepted', word: '' } as const;
    const outcome = await asReviewer((tx) =>
      decideProof(tx, reviewer, { submission: id, place: 1 }, finding),
    );
    expect(outcome).toMatchObject({ refusal: { code: 'proof-changed' } });
  });

  it('says why, when a record does not hold or another proof is wanted', async () => {
    const { made, id, reviewer, asReviewer, show } = await aSampledSubmission(app);
    await show(1);
    const outcome = await asReviewer(async (tx) => {
      const seen = await findPlace(tx, { agency: made.agency.id, id }, 1);
      const finding = { proof: seen?.proof?.id ?? '', decision: 'failed', word: '' } as const;
      return decideProof(tx, reviewer, { submission: id, place: 1 }, finding);
    });
    expect(outcome).toMatchObject({ refusal: { code: 'word-missing' } });
  });

  it('may find otherwise as long as the review goes on: then no more is asked for again', async () => {
    const sampled = await aSampledSubmission(app, 24);
    await showAndDecide(sampled, 1, 'failed');
    await decide(sampled, 1, 'accepted');
    expect(await standing(sampled)).toMatchObject({ wanted: 19, widened: 0, accepted: 1, failed: 0 });
  });
});
