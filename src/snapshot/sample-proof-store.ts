import { sql } from 'kysely';
import type { PersonId, Transaction } from '../database/acting.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { ProofDecision, SampleProofId } from './sample-place.ts';
import type { SampledSubmission } from './snapshot-store.ts';

type At = Pick<SampledSubmission, 'agency' | 'id'> & { readonly place: number };

/** What is shown and what is decided about one sample follow each other until the transaction ends. */
export async function lockSample(tx: Transaction, { id }: Pick<SampledSubmission, 'id'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sample ${id}`}, 0))`.execute(tx);
}

export async function insertProof(
  tx: Transaction,
  at: At,
  shown: { readonly file: StoredFileId; readonly by: PersonId; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('sample_proof')
    .values({
      agency_id: at.agency,
      submission_id: at.id,
      place: at.place,
      file_id: shown.file,
      shown_by: shown.by,
      shown_at: shown.at,
    })
    .execute();
}

export async function insertProofDecision(
  tx: Transaction,
  at: At,
  decided: {
    readonly proof: SampleProofId;
    readonly decision: ProofDecision;
    readonly word: string;
    readonly by: PersonId;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('sample_decision')
    .values({
      agency_id: at.agency,
      submission_id: at.id,
      place: at.place,
      proof_id: decided.proof,
      decision: decided.decision,
      word: decided.word,
      decided_by: decided.by,
      decided_at: decided.at,
    })
    .execute();
}

/** Whether the acting person of the campaign may open what is shown for the sample: the database's own answer. */
export async function mayOpenProofs(
  tx: Transaction,
  { agency, id }: Pick<SampledSubmission, 'agency' | 'id'>,
): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select may_open_proofs(${agency}, ${id}) as may`.execute(tx);
  return rows[0]?.may === true;
}
