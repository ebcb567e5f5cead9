import { recordAudit } from '../audit/audit.ts';
import type { Transaction } from '../database/acting.ts';
import { type AdmittedFile, keepFile, type StoredFileId } from '../files/file-actions.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { SubmissionId } from '../review/submission.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import type { SampledPerson, SampleRefusal } from './sample-place.ts';
import { findPersonsPlace } from './sample-place-store.ts';
import { insertProof, lockSample } from './sample-proof-store.ts';
import type { SampleStanding } from './sample-standing.ts';
import { standingOfSubmission } from './sample-standing-actions.ts';
import { findSampledSubmission } from './snapshot-store.ts';

/** What is shown: a file that was just sent, or one that the agency keeps already for this record. */
export type OfferedProof = { readonly file: AdmittedFile } | { readonly kept: string };

/** Whether the agency may still show proof: until the review of the round ends. */
export function isProofTaken(state: string): boolean {
  return state === 'waiting' || state === 'in-review';
}

/** How many places are asked for; none without a sample. */
export function wantedOf(standing: SampleStanding): number {
  return standing.is === 'none' ? 0 : standing.wanted;
}

/** Shows proof for one sampled record. A newer file takes the place of one that nobody has decided about. */
export async function showProof(
  tx: Transaction,
  act: AgencyAct,
  at: { readonly submission: SubmissionId; readonly place: number },
  offered: OfferedProof,
): Promise<Outcome<SampledPerson, SampleRefusal>> {
  const submission = await findSampledSubmission(tx, at.submission);
  if (submission?.agency !== act.agency) return refused({ code: 'submission-not-found' });
  await lockSample(tx, submission);
  if (!isProofTaken(submission.state)) return refused({ code: 'review-ended' });
  const wanted = wantedOf(await standingOfSubmission(tx, submission));
  const found = await findPersonsPlace(tx, submission, at.place);
  if (!found || found.place > wanted) return refused({ code: 'record-not-found' });
  if (found.state === 'accepted') return refused({ code: 'record-accepted' });
  if (found.state === 'failed') return refused({ code: 'record-failed' });
  const file = await fileOf(tx, act, found, offered);
  if (!file) return refused({ code: 'proof-not-kept' });
  await insertProof(tx, { ...submission, place: at.place }, { file, by: act.person, at: act.now });
  await recordAudit(
    tx,
    { agency: act.agency },
    {
      action: 'sample-proof-shown',
      subject: { kind: 'submission', id: submission.id },
      details: { place: at.place, isKept: 'kept' in offered },
    },
  );
  return done(found);
}

async function fileOf(
  tx: Transaction,
  act: AgencyAct,
  { kept }: SampledPerson,
  offered: OfferedProof,
): Promise<StoredFileId | undefined> {
  if ('kept' in offered) return kept.find(({ file }) => file === offered.kept)?.file;
  return keepFile(tx, offered.file, { agency: act.agency, purpose: 'certificate', by: act.person });
}
