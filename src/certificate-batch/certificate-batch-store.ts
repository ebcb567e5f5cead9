import type { CertificateNumber } from '../certification/certificate.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { BatchPart, CertificateBatch, CertificateBatchId } from './certificate-batch.ts';

export async function insertBatch(
  tx: Transaction,
  batch: Omit<CertificateBatch, 'id' | 'askedAt'>,
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
    .selectFrom('certificate_batch')
    .select(['form', 'size', 'numbers', 'job_agency', 'asked_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      id,
      form: row.form === 'pdf' ? 'pdf' : 'zip',
      size: row.size === 'wall' ? 'wall' : 'letter',
      numbers: row.numbers as CertificateNumber[],
      jobAgency: row.job_agency as AgencyId,
      askedAt: row.asked_at,
    }
  );
}

/** What is made of a batch, in its order. */
export async function listParts(tx: Transaction, id: CertificateBatchId): Promise<readonly BatchPart[]> {
  return tx
    .selectFrom('certificate_batch_part')
    .select(['sha256', 'lengths'])
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
    .values({ batch_id: id, place, sha256: part.sha256, lengths: [...part.lengths] })
    .onConflict((conflict) => conflict.columns(['batch_id', 'place']).doNothing())
    .execute();
}
