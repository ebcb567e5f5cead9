import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { certificateFacts } from '../certification/certificate.ts';
import { findCertificate } from '../certification/certification-actions.ts';
import { actingAs } from '../database/acting.ts';
import type { CertificateFacts, DocumentMaker } from '../documents/document-maker.ts';
import { documentMakerOf } from '../documents/document-maker-of.ts';
import { documentSigner, signedCertificateWith } from '../documents/signed-documents.ts';
import { storeContent } from '../files/file-actions.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import type { JobDeps, JobHandlers, JobWork } from '../jobs/job-work.ts';
import { done } from '../outcome.ts';
import type { DocumentSigner } from '../pdf-signature/sign-pdf.ts';
import { type CertificateBatch, type CertificateBatchId, madeIn, partsOf } from './certificate-batch.ts';
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
  for (const [place, numbers] of partsOf(batch).entries()) {
    // An earlier process made these before it ended.
    if (place < made.length) continue;
    work.report(madeIn(batch, place), batch.numbers.length);
    const documents = await documentsOf(making, await factsOf(deps, numbers), madeIn(batch, place));
    await keepPart(deps, { batch: id, place }, documents);
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

/** Puts the documents into the store and into the books at once: nobody takes away in between what was just stored. */
async function keepPart(
  deps: JobDeps,
  at: { readonly batch: CertificateBatchId; readonly place: number },
  documents: readonly Uint8Array[],
): Promise<void> {
  const folder = await makeTemporaryFolder();
  try {
    const path = join(folder, 'part');
    const content = Buffer.concat(documents);
    await writeFile(path, content, { mode: 0o600 });
    const sha256 = createHash('sha256').update(content).digest('hex');
    const lengths = documents.map(({ length }) => length);
    await actingAs(deps.db.app, { as: 'system' }, async (tx) => {
      await storeContent(tx, { sha256, store: () => deps.files.keep(path, sha256) });
      await insertPart(tx, at.batch, at.place, { sha256, lengths, madeAt: deps.now() });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
