import type { AgencyId, Transaction } from '../database/acting.ts';
import type { StoredFileId } from '../files/file-actions.ts';

export interface KeptFile {
  readonly id: StoredFileId;
  readonly mediaType: string;
  readonly sha256: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** Those of the files that are still kept and that who acts may see; one query. */
export async function listKeptFiles(
  tx: Transaction,
  agency: AgencyId,
  files: readonly StoredFileId[],
): Promise<ReadonlyMap<StoredFileId, KeptFile>> {
  if (files.length === 0) return new Map();
  const rows = await tx
    .selectFrom('stored_file')
    .select(['id', 'media_type', 'sha256', 'name', 'size'])
    .where('agency_id', '=', agency)
    .where('id', 'in', [...files])
    .execute();
  return new Map(
    rows.map((row) => {
      const id = row.id as StoredFileId;
      return [
        id,
        { id, mediaType: row.media_type, sha256: row.sha256, name: row.name, size: Number(row.size) },
      ] as const;
    }),
  );
}
