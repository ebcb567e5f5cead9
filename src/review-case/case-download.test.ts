import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Entry, fromBufferPromise } from 'yauzl';
import { dayIn } from '../calendar/calendar-date.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import type { SubmissionId } from '../review/submission.ts';
import { decideProof } from '../snapshot/decide-proof-actions.ts';
import type { ProofDecision } from '../snapshot/sample-place.ts';
import { findPlace } from '../snapshot/sample-place-store.ts';
import { readSnapshotFile } from '../snapshot/snapshot-file.ts';
import { submittedDocuments } from '../snapshot/submitted-document-actions.ts';
import { aReview } from '../testing/a-review.ts';
import { aSampledSubmission } from '../testing/a-sampled-submission.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { pagedPdf } from '../testing/policy-pdf.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';

let app: TestApp;
let made: AgencyForTests;
let submission: SubmissionId;
let reviewer: KnownPerson;
let coordinator: string;
beforeAll(async () => {
  app = await createTestApp();
  reviewer = await aCampaignMember(app.databases, 'reviewer');
});
afterAll(() => app.close());
beforeEach(async () => {
  made = await anAgency(app.databases);
  coordinator = await app.signIn(made.coordinator.email);
  const evidence = new FormData();
  evidence.append('title', 'Sign-in <sheet>');
  evidence.append('file', new Blob([new Uint8Array(pagedPdf([['Present: all']]))]), 'sheet.pdf');
  await app.post(`/workspace/${made.agency.slug}/evidence/add/policy`, evidence, coordinator);
  const documents = await made.as((tx) => submittedDocuments(tx, made.agency.id, dayIn('UTC', new Date())));
  submission = await aSubmission(made, { documents });
});

async function downloaded(): Promise<ReadonlyMap<string, Buffer>> {
  const path = `/workspace/${made.agency.slug}/review/cases/${submission}/case.zip`;
  const answer = await app.get(path, coordinator);
  expect(answer.headers.get('content-type')).toBe('application/zip');
  const zip = await fromBufferPromise(Buffer.from(await answer.arrayBuffer()), { lazyEntries: true });
  const parts = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) parts.set(entry.fileName, await contentOf(zip, entry));
  return parts;
}

async function contentOf(zip: Awaited<ReturnType<typeof fromBufferPromise>>, entry: Entry): Promise<Buffer> {
  const blocks: Buffer[] = [];
  for await (const block of await zip.openReadStreamPromise(entry)) blocks.push(Buffer.from(block));
  return Buffer.concat(blocks);
}

const sha256 = (content: Buffer | undefined) =>
  createHash('sha256')
    .update(content ?? '')
    .digest('hex');

describe('the download of a case', () => {
  it('holds each round’s snapshot as it was hashed, the decisions with their grounds, and every document', async () => {
    await aReview(app, reviewer, submission, ['policy']);
    const parts = await downloaded();
    const decisions = JSON.parse(parts.get('decisions.json')?.toString() ?? '');
    expect(sha256(parts.get('round-1/snapshot.json'))).toBe(decisions.rounds[0].snapshotSha256);
    expect(parts.get('round-1/snapshot.json.sha256')?.toString()).toContain(
      decisions.rounds[0].snapshotSha256,
    );
    const published = readSnapshotFile(parts.get('round-1/published.json')?.toString() ?? '');
    expect(published.ok && published.value.sha256).toBe(decisions.rounds[0].snapshotSha256);
    expect(decisions.rounds[0].requirements).toContainEqual({
      requirement: 'policy',
      answer: '',
      decision: 'returned',
      grounds: 'Do this about policy',
      isAllowedOnAppeal: false,
    });
    const [path] = [...parts.keys()].filter((name) => name.startsWith('documents/'));
    expect(path?.slice('documents/'.length, 'documents/'.length + 16)).toBe(
      sha256(parts.get(path ?? '')).slice(0, 16),
    );
    const page = parts.get('index.html')?.toString() ?? '';
    for (const words of ['<!doctype html>', made.agency.name, 'Do this about policy', `href="${path}"`]) {
      expect(page).toContain(words);
    }
    expect(page).toContain('Sign-in &lt;sheet&gt;');
    expect(page).not.toContain('<script');
    expect([...parts.values()].join('')).not.toContain(reviewer.name);
  });

  it('holds every proof that was shown for the sample, with what the reviewer found about each and why', async () => {
    const sampled = await aSampledSubmission(app);
    ({ made, id: submission } = sampled);
    coordinator = await app.signIn(made.coordinator.email);
    // The builder's own documents have no content: any will do here.
    const documents = await asOwner<{ sha256: string }>(
      app.ownerUrl,
      'select sha256 from stored_file where agency_id = $1',
      [made.agency.id],
    );
    for (const document of documents) await app.deps.files.keep('LICENSE', document.sha256);
    const find = (decision: ProofDecision, word: string) =>
      sampled.asReviewer(async (tx) => {
        const at = { submission, place: 2 };
        const proof = (await findPlace(tx, { agency: made.agency.id, id: submission }, 2))?.proof?.id ?? '';
        const found = await decideProof(tx, sampled.reviewer, at, { proof, decision, word });
        expect(found).toMatchObject({ ok: true });
      });
    await sampled.show(1);
    await sampled.show(2);
    await find('asked-again', 'The page is blurred: <scan> it anew.');
    await sampled.show(2);
    await find('accepted', '');
    const note = { thread: 'internal', 'text-internal': 'Between us: the scanner there is old.' };
    const reviewerCookie = await app.signIn(sampled.reviewer.email);
    expect((await app.post(`/campaign/reviews/${submission}/messages`, note, reviewerCookie)).status).toBe(
      303,
    );
    const parts = await downloaded();
    const [{ sample }] = JSON.parse(parts.get('decisions.json')?.toString() ?? '').rounds;
    expect(sample).toMatchObject([
      { record: 1, proof: { sha256: expect.any(String) } },
      { record: 2, decision: 'asked-again', grounds: 'The page is blurred: <scan> it anew.' },
      { record: 2, decision: 'accepted', grounds: '' },
    ]);
    expect(sample[0]).not.toHaveProperty('decision');
    const proofs = [...parts.keys()].filter((name) => name.startsWith('proofs/round-1/'));
    expect(proofs).toEqual(sample.map(({ proof }: { proof: { file: string } }) => proof.file));
    for (const { proof } of sample) expect(sha256(parts.get(proof.file))).toBe(proof.sha256);
    const page = parts.get('index.html')?.toString() ?? '';
    expect(page).toContain('Another proof was asked for: The page is blurred: &lt;scan&gt; it anew.');
    expect(page).toMatch(/Quilla[a-d], Alex, 10[0-3]/);
    for (const proof of proofs) expect(page).toContain(`href="${proof}"`);
    expect([...parts.values()].join('')).not.toContain('Between us');
    expect([...parts.values()].join('')).not.toContain('Sam reviewer');
  });

  it('tells nothing of decisions that may still change', async () => {
    const cookie = await app.signIn(reviewer.email);
    await app.post(`/campaign/reviews/${submission}/claim`, {}, cookie);
    const sent = { decision: 'returned', comment: 'Not so sure yet.', act: 'save' };
    await app.post(`/campaign/reviews/${submission}/policy`, sent, cookie);
    const parts = await downloaded();
    expect([...parts.values()].join('')).not.toContain('Not so sure yet.');
  });
});
