import { sql } from 'kysely';
import type { Brand } from '../brand.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';

export type StoredFileId = Brand<'StoredFileId'>;
export type FilePurpose =
  | 'evidence'
  | 'agreement'
  | 'policy'
  | 'roster'
  | 'training'
  | 'certificate'
  | 'acknowledgment'
  | 'syllabus';

export interface StoredFile {
  readonly id: StoredFileId;
  readonly agency: AgencyId;
  readonly purpose: FilePurpose;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly uploadedAt: Date;
}

export async function insertStoredFile(
  tx: Transaction,
  file: Omit<StoredFile, 'id' | 'uploadedAt'>,
  uploadedBy: PersonId,
): Promise<StoredFileId> {
  const { id } = await tx
    .insertInto('stored_file')
    .values({
      agency_id: file.agency,
      purpose: file.purpose,
      sha256: file.sha256,
      name: file.name,
      media_type: file.mediaType,
      size: file.size,
      uploaded_by: uploadedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id as StoredFileId;
}

/** The file if the acting party may see it. */
export async function findStoredFile(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<StoredFile | undefined> {
  const row = await tx
    .selectFrom('stored_file')
    .select(['id', 'agency_id', 'purpose', 'sha256', 'name', 'media_type', 'size', 'uploaded_at'])
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      id: row.id as StoredFileId,
      agency: row.agency_id as AgencyId,
      purpose: row.purpose as FilePurpose,
      sha256: row.sha256,
      name: row.name,
      mediaType: row.media_type,
      size: row.size,
      uploadedAt: row.uploaded_at,
    }
  );
}

export async function deleteStoredFile(tx: Transaction, agency: AgencyId, id: StoredFileId): Promise<void> {
  await tx.deleteFrom('stored_file').where('agency_id', '=', agency).where('id', '=', id).execute();
}

/** Until the end of the transaction no other one takes this content out of the store. */
export async function lockContentKept(tx: Transaction, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`content ${sha256}`}, 0))`.execute(tx);
}

/** Waits until nobody is just keeping this content, then answers whether anybody does. */
export async function lockContentUnkept(tx: Transaction, sha256: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`content ${sha256}`}, 0))`.execute(tx);
  const { rows } = await sql<{ is_kept: boolean }>`select is_content_kept(${sha256}) as is_kept`.execute(tx);
  return rows[0]?.is_kept === false;
}
