import { sql } from 'kysely';
import type { CertificateNumber } from '../certification/certificate.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { BatchPart, CertificateBatch, CertificateBatchId } from './certificate-batch.ts';

export async function insertBatch(
  tx: Transaction,
  batch: Pick<CertificateBatch, 'form' | 'size' | 'numbers' | 'jobAgency'>,
  by: PersonId,
): Promise<CertificateBatchId> {
  const { id } = await tx
    .insertInto('certificate_batch')
    .values({
      asked_by: by,
      form: batch.form,
      size: batch.size,
      numbers: [...batch.numbers],
      job_agency: batch.jobAgency,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id as CertificateBatchId;
}

export async function findBatch(
  tx: Transaction,
  id: CertificateBatchId,
): Promise<CertificateBatch | undefined> {
  const row = await tx
    .selectFrom('certificate_batch as b')
    .leftJoin('person as p', 'p.id', 'b.asked_by')
    .select(['b.form', 'b.size', 'b.numbers', 'b.job_agency', 'b.asked_at', 'b.files_removed_at', 'p.name'])
    .where('b.id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      id,
      form: row.form === 'pdf' ? 'pdf' : 'zip',
      size: row.size === 'wall' ? 'wall' : 'letter',
      numbers: row.numbers as CertificateNumber[],
      jobAgency: row.job_agency as AgencyId,
      askedAt: row.asked_at,
      askedBy: row.name ?? '',
      filesRemovedAt: row.files_removed_at ?? undefined,
    }
  );
}

/** What is made of a batch, in its order. */
export async function listParts(tx: Transaction, id: CertificateBatchId): Promise<readonly BatchPart[]> {
  return tx
    .selectFrom('certificate_batch_part')
    .select(['sha256', 'lengths', 'made_at as madeAt'])
    .where('batch_id', '=', id)
    .orderBy('place')
    .execute();
}

/** A part that another process made in the meantime stays as it is. */
export async function insertPart(
  tx: Transaction,
  id: CertificateBatchId,
  place: number,
  part: BatchPart,
): Promise<void> {
  await tx
    .insertInto('certificate_batch_part')
    .values({ batch_id: id, place, sha256: part.sha256, lengths: [...part.lengths], made_at: part.madeAt })
    .onConflict((conflict) => conflict.columns(['batch_id', 'place']).doNothing())
    .execute();
}

/** Nobody removes the files of a batch, or asks for its work again, until the transaction ends. Acts for the program. */
export async function lockBatch(
  tx: Transaction,
  id: CertificateBatchId,
): Promise<{ readonly filesRemovedAt: Date | undefined } | undefined> {
  const row = await tx
    .selectFrom('certificate_batch')
    .select('files_removed_at')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && { filesRemovedAt: row.files_removed_at ?? undefined };
}

/** Batches of whose parts the last was made before then and which still have files, the oldest first. */
export async function listBatchesMadeBefore(
  tx: Transaction,
  before: Date,
  limit: number,
): Promise<readonly CertificateBatch[]> {
  const { rows } = await sql<{ id: CertificateBatchId }>`
    select b.id
    from certificate_batch b join certificate_batch_part p on p.batch_id = b.id
    group by b.id
    having b.files_removed_at is not null or max(p.made_at) < ${before}
    order by max(p.made_at) limit ${limit}`.execute(tx);
  const found: CertificateBatch[] = [];
  for (const { id } of rows) {
    const batch = await findBatch(tx, id);
    if (batch) found.push(batch);
  }
  return found;
}

export async function updateFilesRemoved(tx: Transaction, id: CertificateBatchId, at: Date): Promise<void> {
  await tx.updateTable('certificate_batch').set({ files_removed_at: at }).where('id', '=', id).execute();
}

export async function deleteParts(tx: Transaction, id: CertificateBatchId): Promise<void> {
  await tx.deleteFrom('certificate_batch_part').where('batch_id', '=', id).execute();
}
