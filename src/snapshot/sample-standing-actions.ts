import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import type { Transaction } from '../database/acting.ts';
import type { SubmissionId } from '../review/submission.ts';
import type { CountedPerson } from './counted-person.ts';
import { recompute } from './recompute.ts';
import { type SampleStanding, standingOfSample, trainingRequirements } from './sample-standing.ts';
import { findSample, listPlaceStates, type PlaceState } from './sample-store.ts';
import { thaw } from './snapshot.ts';
import { findSampledSubmission, findSnapshotTexts, type SampledSubmission } from './snapshot-store.ts';

/**
 * Where the sample of a submission stands; `sampleAllows` says from it which requirements a reviewer may find met. Acts for
 * the agency or the campaign; none for a submission that they can't see.
 */
export async function sampleStanding(tx: Transaction, submission: SubmissionId): Promise<SampleStanding> {
  const found = await findSampledSubmission(tx, submission);
  return found ? standingOfSubmission(tx, found) : { is: 'none' };
}

export async function standingOfSubmission(
  tx: Transaction,
  submission: SampledSubmission,
): Promise<SampleStanding> {
  const sample = await findSample(tx, submission);
  if (!sample) return { is: 'none' };
  const places = await listPlaceStates(tx, submission);
  const { sampling } = campaignRules(submission.rulesVersion);
  const failed = places.filter(({ state }) => state === 'failed');
  const unmet = failed.length === 0 ? [] : await unmetWithout(tx, submission.id, failed);
  return standingOfSample(
    sampling,
    sample,
    places.map(({ state }) => state),
    unmet,
  );
}

/** The training requirements that the snapshot's people don't meet once these records are taken out. */
async function unmetWithout(
  tx: Transaction,
  id: SubmissionId,
  failed: readonly PlaceState[],
): Promise<readonly Requirement[]> {
  const texts = await findSnapshotTexts(tx, id);
  if (texts?.peopleText === undefined) throw new Error('A sample was drawn from people who are not kept.');
  const gone = new Set(failed.map(({ record }) => record));
  // Our own text, which the database checks against its hash.
  const people: readonly CountedPerson[] = JSON.parse(texts.peopleText);
  const left = people.map((person) => ({
    ...person,
    records: person.records.filter(({ ref }) => !gone.has(ref)),
  }));
  const { requirements } = recompute(thaw(texts.text), left);
  return requirements
    .filter(({ requirement, state }) => trainingRequirements.includes(requirement) && state !== 'met')
    .map(({ requirement }) => requirement);
}
