import { type AgencyId, actingAs, type PersonId, type Transaction } from '../database/acting.ts';
import type { Deps } from '../http/environment.ts';
import type { ReceivedFile } from '../http/upload.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { documentMediaType, type FileRefusal } from './file-kind.ts';
import { servedName } from './served-name.ts';
import {
  deleteStoredFile,
  type FilePurpose,
  insertStoredFile,
  lockContentKept,
  lockContentUnkept,
  type StoredFileId,
} from './stored-file-store.ts';
import { scanForViruses } from './virus-scan.ts';

export { findStoredFile, type StoredFile, type StoredFileId } from './stored-file-store.ts';

/** A received file that was found fit to keep. It lies where it was received until the act that uses it keeps it. */
export interface AdmittedFile {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  /** Copies the content into the file store; content that is there already is left as it is. */
  store(): Promise<void>;
}

/**
 * Checks a document by its content and has it scanned where a scanner is set. Nothing is stored yet. For documents that
 * the program makes itself; what people send goes through `admitDocumentOf`, which looks for what acts in it.
 */
export async function admitDocument(
  deps: Pick<Deps, 'files' | 'config'>,
  file: ReceivedFile | undefined,
): Promise<Outcome<AdmittedFile, FileRefusal>> {
  const received = wholeFile(file);
  if (!received.ok) return received;
  const mediaType = await documentMediaType(received.value.path);
  if (!mediaType.ok) return mediaType;
  return admitFile(deps, received.value, mediaType.value);
}

/** The file that came, when one did and it came whole. */
export function wholeFile(file: ReceivedFile | undefined): Outcome<ReceivedFile, FileRefusal> {
  if (!file) return refused({ code: 'file-missing' });
  if (file.cutAt === undefined) return done(file);
  return refused({ code: 'file-too-large', megabytes: Math.round(file.cutAt / 1_048_576) });
}

/** The same for a file whose kind the caller has found out: a roster or training export. */
export async function admitFile(
  deps: Pick<Deps, 'files' | 'config'>,
  file: ReceivedFile,
  mediaType: string,
): Promise<Outcome<AdmittedFile, FileRefusal>> {
  if (file.size === 0) return refused({ code: 'file-empty' });
  if (deps.config.clamavHost) {
    const scan = await scanForViruses(deps.config.clamavHost, file.path);
    if (!scan.clean) return refused({ code: 'file-infected', finding: scan.finding });
  }
  return done({
    name: servedName(file.name, mediaType),
    sha256: file.sha256,
    size: file.size,
    mediaType,
    store: () => deps.files.keep(file.path, file.sha256),
  });
}

/**
 * Puts the admitted file into the store and into the agency's books, inside the act that uses it: a form or an act that
 * is refused before leaves nothing behind.
 */
export async function keepFile(
  tx: Transaction,
  file: AdmittedFile,
  of: { readonly agency: AgencyId; readonly purpose: FilePurpose; readonly by: PersonId },
): Promise<StoredFileId> {
  await lockContentKept(tx, file.sha256);
  // Content first, row second: a crash in between leaves an unreferenced file, never a row without its file.
  await file.store();
  const { name, sha256, size, mediaType } = file;
  return insertStoredFile(
    tx,
    { name, sha256, size, mediaType, agency: of.agency, purpose: of.purpose },
    of.by,
  );
}

/**
 * Puts the content into the store for an act that writes it into other books than those of one agency: of several at once,
 * or of the campaign.
 */
export async function storeContent(
  tx: Transaction,
  file: Pick<AdmittedFile, 'sha256' | 'store'>,
): Promise<void> {
  await lockContentKept(tx, file.sha256);
  await file.store();
}

/** Takes a file out of the agency's books; give its content up with `releaseContent` after the commit. */
export function forgetFile(tx: Transaction, agency: AgencyId, id: StoredFileId): Promise<void> {
  return deleteStoredFile(tx, agency, id);
}

/** Removes a content from the store when no agency keeps it any more. */
export async function releaseContent(deps: Pick<Deps, 'files' | 'db'>, sha256: string): Promise<void> {
  await actingAs(deps.db.app, { as: 'system' }, async (tx) => {
    if (await lockContentUnkept(tx, sha256)) await deps.files.remove(sha256);
  });
}
