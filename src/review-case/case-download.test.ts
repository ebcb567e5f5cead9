import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Entry, fromBufferPromise } from 'yauzl';
import { dayIn } from '../calendar/calendar-date.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import type { SubmissionId } from '../review/submission.ts';
import { readSnapshotFile } from '../snapshot/snapshot-file.ts';
import { submittedDocuments } from '../snapshot/submitted-document-actions.ts';
import { aReview } from '../testing/a-review.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { pagedPdf } from '../testing/policy-pdf.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

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

  it('tells nothing of decisions that may still change', async () => {
    const cookie = await app.signIn(reviewer.email);
    await app.post(`/campaign/reviews/${submission}/claim`, {}, cookie);
    const sent = { decision: 'returned', comment: 'Not so sure yet.', act: 'save' };
    await app.post(`/campaign/reviews/${submission}/policy`, sent, cookie);
    const parts = await downloaded();
    expect([...parts.values()].join('')).not.toContain('Not so sure yet.');
  });
});
