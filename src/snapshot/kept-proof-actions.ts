import { recordAudit } from '../audit/audit.ts';
import type { Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { SubmissionId } from '../review/submission.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import type { KeptProof, SampledPerson, SampleRefusal } from './sample-place.ts';
import { listPeoplesPlaces } from './sample-place-store.ts';
import { insertProof, lockSample } from './sample-proof-store.ts';
import { standingOfSubmission } from './sample-standing-actions.ts';
import { isProofTaken, wantedOf } from './show-proof-actions.ts';
import { findSampledSubmission, type SampledSubmission } from './snapshot-store.ts';

/** A record for which nothing was shown yet in this round, and a file that the agency keeps as proof of it. */
export interface ReadyProof {
  readonly row: SampledPerson;
  readonly kept: KeptProof;
}

/**
 * The records of the sample for which the agency keeps a proof already, as from an earlier round. Not those for which the
 * reviewer asked for another proof: what is kept was just found not to do.
 */
export async function listReadyProofs(
  tx: Transaction,
  submission: Pick<SampledSubmission, 'agency' | 'id'>,
  wanted: number,
): Promise<readonly ReadyProof[]> {
  const query = { wanted, state: 'wanted', search: '', limit: Math.max(wanted, 1), offset: 0 } as const;
  const { places } = await listPeoplesPlaces(tx, submission, query);
  return places.flatMap((row) => {
    const [kept] = row.kept;
    return kept && !row.proof ? [{ row, kept }] : [];
  });
}

/** Shows all of them at once; answers how many there were. */
export async function showKeptProofs(
  tx: Transaction,
  act: AgencyAct,
  id: SubmissionId,
): Promise<Outcome<number, SampleRefusal>> {
  const submission = await findSampledSubmission(tx, id);
  if (submission?.agency !== act.agency) return refused({ code: 'submission-not-found' });
  await lockSample(tx, submission);
  if (!isProofTaken(submission.state)) return refused({ code: 'review-ended' });
  const wanted = wantedOf(await standingOfSubmission(tx, submission));
  const ready = await listReadyProofs(tx, submission, wanted);
  for (const { row, kept } of ready) {
    await insertProof(
      tx,
      { ...submission, place: row.place },
      { file: kept.file, by: act.person, at: act.now },
    );
    await recordAudit(
      tx,
      { agency: act.agency },
      {
        action: 'sample-proof-shown',
        subject: { kind: 'submission', id: submission.id },
        details: { place: row.place, isKept: true },
      },
    );
  }
  return done(ready.length);
}
