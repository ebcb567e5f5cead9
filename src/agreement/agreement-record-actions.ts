import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Acting, actingAs } from '../database/acting.ts';
import type { MemorandumFacts } from '../documents/document-facts.ts';
import { memorandumDocx } from '../documents/memorandum-docx.ts';
import { TypesettingError } from '../documents/typesetter.ts';
import type { AdmittedFile } from '../files/file-actions.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import type { Deps } from '../http/environment.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { memorandumDocument } from './agreement-content.ts';
import { waitingVersion } from './agreement-version.ts';
import type { Signer } from './party.ts';
import { listVersions } from './version-actions.ts';

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Makes the memorandum, as both sides confirm it, into a file that the act can keep: as PDF, or as DOCX where a sign
 * was typed that no font of the PDF has. The file is gone when `work` is done, unless `work` kept it.
 */
export async function withRecord<Result>(
  deps: Pick<Deps, 'documents' | 'files'>,
  facts: MemorandumFacts,
  name: string,
  work: (record: AdmittedFile) => Promise<Result>,
): Promise<Result> {
  const { bytes, mediaType, suffix } = await printed(deps, facts);
  const folder = await makeTemporaryFolder();
  try {
    const path = join(folder, 'record');
    await writeFile(path, bytes, { mode: 0o600 });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const store = () => deps.files.keep(path, sha256);
    return await work({ name: `${name}${suffix}`, sha256, size: bytes.length, mediaType, store });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function printed({ documents }: Pick<Deps, 'documents'>, facts: MemorandumFacts) {
  try {
    return { bytes: await documents.memorandum(facts), mediaType: 'application/pdf', suffix: '.pdf' };
  } catch (error) {
    if (!(error instanceof TypesettingError)) throw error;
    return { bytes: await memorandumDocx(facts), mediaType: docxType, suffix: '.docx' };
  }
}

/**
 * The record of the version that waits as an answer will have confirmed it, for the answering act to keep. Undefined
 * when nothing waits, or what waits has its signed document.
 */
export async function recordOfAnswer<Result>(
  deps: Pick<Deps, 'documents' | 'files' | 'db' | 'config' | 'now'>,
  { partnership, acting }: { readonly partnership: Partnership; readonly acting: Acting },
  signer: Signer,
  work: (record: AdmittedFile | undefined) => Promise<Result>,
): Promise<Result> {
  const of = { agency: partnership.agency.id, partnership: partnership.id };
  const waiting = waitingVersion(await actingAs(deps.db.app, acting, (tx) => listVersions(tx, of)));
  if (!waiting?.terms.memorandum || waiting.document) return work(undefined);
  const agreed = { ...waiting, state: { is: 'agreed', answer: { ...signer, at: deps.now() } } } as const;
  const facts = memorandumDocument(agreed, partnership, deps.config.campaign.name);
  return withRecord(deps, facts, `Memorandum of understanding, version ${waiting.number}`, work);
}
