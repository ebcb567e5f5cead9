import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { certificateFacts } from '../certification/certificate.ts';
import { findCertificate } from '../certification/certification-actions.ts';
import { actingAs } from '../database/acting.ts';
import type { CertificateFacts, DocumentMaker } from '../documents/document-maker.ts';
import { documentMakerOf } from '../documents/document-maker-of.ts';
import { documentSigner, signedCertificateWith } from '../documents/signed-documents.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import type { JobDeps, JobHandlers, JobWork } from '../jobs/job-work.ts';
import { done } from '../outcome.ts';
import type { DocumentSigner } from '../pdf-signature/sign-pdf.ts';
import {
  type BatchPart,
  type CertificateBatch,
  type CertificateBatchId,
  partsOf,
} from './certificate-batch.ts';
import { batchWork } from './certificate-batch-actions.ts';
import { findBatch, insertPart, listParts } from './certificate-batch-store.ts';

/** Makes the documents of batches. */
export const certificateBatchJobs: JobHandlers = { [batchWork]: makeBatch };

async function makeBatch(work: JobWork) {
  const { deps } = work;
  const asSystem = { as: 'system' } as const;
  const id = work.job.subject as CertificateBatchId;
  const { batch, made } = await actingAs(deps.db.app, asSystem, async (tx) => ({
    batch: await findBatch(tx, id),
    made: await listParts(tx, id),
  }));
  if (!batch) throw new Error(`There is no batch ${id}.`);
  const documents = documentMakerOf(deps.config);
  const making: Making = { work, documents, batch, signer: await documentSigner(deps) };
  let count = made.reduce((sum, part) => sum + part.lengths.length, 0);
  for (const [place, numbers] of partsOf(batch).entries()) {
    // An earlier process made these before it ended.
    if (place < made.length) continue;
    const part = await keepPart(deps, await documentsOf(making, await factsOf(deps, numbers), count));
    await actingAs(deps.db.app, asSystem, (tx) => insertPart(tx, id, place, part));
    count += part.lengths.length;
  }
  await actingAs(deps.db.app, asSystem, (tx) => work.settle(tx));
  return done(undefined);
}

interface Making {
  readonly work: JobWork;
  readonly documents: DocumentMaker;
  readonly batch: CertificateBatch;
  readonly signer: DocumentSigner;
}

async function documentsOf(
  { work, documents, batch, signer }: Making,
  facts: readonly CertificateFacts[],
  before: number,
): Promise<readonly Uint8Array[]> {
  if (batch.form === 'pdf') return [await documents.certificates(facts, batch.size)];
  const made: Uint8Array[] = [];
  for (const one of facts) {
    work.report(before + made.length, batch.numbers.length);
    made.push(await signedCertificateWith(signer, { documents, now: work.deps.now }, one, batch.size));
  }
  return made;
}

async function factsOf(
  deps: JobDeps,
  numbers: CertificateBatch['numbers'],
): Promise<readonly CertificateFacts[]> {
  return actingAs(deps.db.app, { as: 'system' }, async (tx) => {
    const facts: CertificateFacts[] = [];
    for (const number of numbers) {
      const certificate = await findCertificate(tx, number);
      if (!certificate) throw new Error(`There is no certificate ${number}.`);
      facts.push(certificateFacts(certificate, deps.config.siteUrl));
    }
    return facts;
  });
}

async function keepPart(deps: JobDeps, documents: readonly Uint8Array[]): Promise<BatchPart> {
  const folder = await makeTemporaryFolder();
  try {
    const path = join(folder, 'part');
    const content = Buffer.concat(documents);
    await writeFile(path, content, { mode: 0o600 });
    const sha256 = createHash('sha256').update(content).digest('hex');
    await deps.files.keep(path, sha256);
    return { sha256, lengths: documents.map(({ length }) => length) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
