import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { Deps } from '../http/environment.ts';
import type { ReceivedFile } from '../http/upload.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { documentMediaType, type FileRefusal } from './file-kind.ts';
import { type FilePurpose, insertStoredFile, type StoredFileId } from './stored-file-store.ts';
import { scanForViruses } from './virus-scan.ts';

export { findStoredFile, type StoredFile, type StoredFileId } from './stored-file-store.ts';

/** A received file that was found fit to keep; its content already lies in the file store. */
export interface AdmittedFile {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

/** Checks a document by its content, has it scanned where a scanner is set, and puts it into the file store. */
export async function admitDocument(
  deps: Pick<Deps, 'files' | 'config'>,
  file: ReceivedFile | undefined,
): Promise<Outcome<AdmittedFile, FileRefusal>> {
  if (!file) return refused({ code: 'file-missing' });
  const mediaType = await documentMediaType(file.path);
  if (!mediaType.ok) return mediaType;
  return admitFile(deps, file, mediaType.value);
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
  // Content first, row second: a crash in between leaves an unreferenced file, never a row without its file.
  await deps.files.keep(file.path, file.sha256);
  return done({ name: file.name, sha256: file.sha256, size: file.size, mediaType });
}

/** Writes the admitted file into the agency's books, inside the act that uses it. */
export function keepFile(
  tx: Transaction,
  file: AdmittedFile,
  of: { readonly agency: AgencyId; readonly purpose: FilePurpose; readonly by: PersonId },
): Promise<StoredFileId> {
  return insertStoredFile(tx, { ...file, agency: of.agency, purpose: of.purpose }, of.by);
}
