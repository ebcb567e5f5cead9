import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { columnsLeftOut } from '../columns/column-proposal.ts';
import type { Transaction } from '../database/acting.ts';
import { type AdmittedFile, forgetFile, keepFile } from '../files/file-actions.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import type { JobDeps } from '../jobs/job-work.ts';
import { openSheet } from '../spreadsheet/open-sheet.ts';
import type { FileImport, ImportTypes } from './file-import.ts';
import { updateKeptFile } from './file-import-store.ts';
import type { Importer, ImportSubject } from './import-subject.ts';
import { csvWithoutColumns } from './kept-rows.ts';

/**
 * Gives `work` what may be kept of a file: a copy of the sheet that was read, without the columns that nobody may keep;
 * undefined when the file as it came has none of them, and stays as it is.
 */
export async function withKeepableCopy<T extends ImportTypes, Result>(
  deps: Pick<JobDeps, 'files'>,
  subject: ImportSubject<T>,
  found: FileImport<T>,
  work: (copy: AdmittedFile | undefined) => Promise<Result>,
): Promise<Result> {
  const dropped = droppedColumns(found);
  const { kept } = found.file;
  if (dropped.size === 0 || !kept) return work(undefined);
  const folder = await makeTemporaryFolder();
  try {
    const path = join(folder, 'copy');
    await withLocalCopy(deps.files, kept.sha256, (original) =>
      writeCopy(original, path, subject, found, dropped),
    );
    return await work(await copyAt(path, found.file.name, deps));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Keeps the copy in place of the file as it came. Give the former content up after the commit. */
export async function keepCopyInstead<T extends ImportTypes>(
  tx: Transaction,
  who: Importer,
  subject: ImportSubject<T>,
  found: FileImport<T>,
  copy: AdmittedFile,
): Promise<void> {
  const agency = who.agency.id;
  const kept = await keepFile(tx, copy, { agency, purpose: subject.name, by: who.person });
  await updateKeptFile(tx, agency, found.id, kept);
  if (found.file.kept) await forgetFile(tx, agency, found.file.kept.id);
}

/** The columns of a file, 0-based, that nobody may keep. */
export function droppedColumns<T extends ImportTypes>({ columns }: FileImport<T>): ReadonlySet<number> {
  return columnsLeftOut(columns.proposal, columns.mapping);
}

async function writeCopy<T extends ImportTypes>(
  original: string,
  path: string,
  subject: ImportSubject<T>,
  found: FileImport<T>,
  dropped: ReadonlySet<number>,
): Promise<void> {
  const { sheet, headerRow, file } = found;
  const opened = await openSheet(
    { name: file.name, path: original },
    {
      isKnownHeading: subject.isKnownHeading,
      allowsNoHeadings: true,
      sheet,
      ...(headerRow > 0 ? { headerRow } : {}),
    },
  );
  if (!opened.ok)
    throw new Error(`The file of import ${found.id} can not be read again: ${opened.refusal.code}.`);
  try {
    const lines = csvWithoutColumns(opened.value, dropped);
    await pipeline(Readable.from(lines), createWriteStream(path, { mode: 0o600 }));
  } finally {
    await opened.value.close();
  }
}

async function copyAt(path: string, name: string, { files }: Pick<JobDeps, 'files'>): Promise<AdmittedFile> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  const sha256 = hash.digest('hex');
  const { size } = await stat(path);
  const store = () => files.keep(path, sha256);
  return { name: `${name.slice(0, 180)} (kept).csv`, sha256, size, mediaType: 'text/csv', store };
}
