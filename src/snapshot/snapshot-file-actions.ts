import type { Transaction } from '../database/acting.ts';
import type { SubmissionId } from '../review/submission.ts';
import { standingOfSubmission } from './sample-standing-actions.ts';
import { findSample, listPlaceStates } from './sample-store.ts';
import { wantedOf } from './show-proof-actions.ts';
import { type PublishedSample, snapshotFileText } from './snapshot-file.ts';
import { findSampledSubmission, findSnapshotTexts, type SampledSubmission } from './snapshot-store.ts';

/**
 * The published file of a submission that the acting party may see: the snapshot, its people under pseudonyms, and the
 * sample as far as it is asked for. Of an agency of 36,000 it has some 8 million signs.
 */
export async function snapshotFile(
  tx: Transaction,
  id: SubmissionId,
): Promise<{ readonly submission: SampledSubmission; readonly text: string } | undefined> {
  const submission = await findSampledSubmission(tx, id);
  const texts = submission && (await findSnapshotTexts(tx, id));
  if (!texts) return undefined;
  return { submission, text: snapshotFileText(texts, await publishedSample(tx, submission)) };
}

async function publishedSample(
  tx: Transaction,
  submission: SampledSubmission,
): Promise<PublishedSample | undefined> {
  const sample = await findSample(tx, submission);
  if (!sample) return undefined;
  const places = await listPlaceStates(tx, submission);
  const wanted = wantedOf(await standingOfSubmission(tx, submission));
  const drawn = places.slice(0, wanted).map(({ person, record }) => ({ person, record }));
  return { ...sample, drawn };
}
