import { recordAudit } from '../audit/audit.ts';
import { actingAs } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import { findStoredFile, type StoredFile } from '../files/file-actions.ts';
import { type FileImport, type ImportTypes, isOpen } from './file-import.ts';
import { actingFor, type Importer, type ImportSubject } from './import-subject.ts';

/**
 * The file of an import as it is kept, for somebody to take; that they did is written down. Undefined while the import
 * is open: the file is as it came then, with columns that nobody may keep.
 */
export async function takeKeptFile<T extends ImportTypes>(
  db: Database,
  who: Importer,
  subject: ImportSubject<T>,
  found: FileImport<T>,
): Promise<StoredFile | undefined> {
  const { kept } = found.file;
  if (!kept || isOpen(found)) return undefined;
  const agency = who.agency.id;
  return actingAs(db, actingFor(who), async (tx) => {
    const file = await findStoredFile(tx, agency, kept.id);
    if (!file) return undefined;
    await recordAudit(
      tx,
      { agency },
      {
        action: `${subject.name}-file-downloaded`,
        subject: { kind: `${subject.name}-import`, id: found.id },
        details: { sha256: kept.sha256 },
      },
    );
    return file;
  });
}
