import { sql } from 'kysely';
import type { RulesVersion } from '../campaign-rules/campaign-rules.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { SubmissionId, SubmissionState } from '../review/submission.ts';
import type { FrozenWithPeople } from './freeze.ts';

/** A submission as far as its sample needs to know it: without the texts of its snapshot. */
export interface SampledSubmission {
  readonly agency: AgencyId;
  readonly id: SubmissionId;
  readonly state: SubmissionState;
  readonly round: number;
  readonly rulesVersion: RulesVersion;
  readonly sha256: string;
  readonly reviewer: PersonId | undefined;
}

export async function insertPeople(
  tx: Transaction,
  of: Pick<SampledSubmission, 'agency' | 'id'>,
  { peopleText, snapshot }: FrozenWithPeople,
): Promise<void> {
  const { count, sha256 } = snapshot.people;
  await tx
    .insertInto('snapshot_people')
    .values({ agency_id: of.agency, submission_id: of.id, people: count, text: peopleText, sha256 })
    .execute();
}

/** What lets the agency tell whom the pseudonyms mean. */
export async function insertPseudonymKey(
  tx: Transaction,
  of: Pick<SampledSubmission, 'agency' | 'id'>,
  key: Buffer,
): Promise<void> {
  await tx.insertInto('snapshot_key').values({ agency_id: of.agency, submission_id: of.id, key }).execute();
}

function submissions(tx: Transaction) {
  return tx
    .selectFrom('submission')
    .select(['agency_id', 'id', 'state', 'round', 'rules_version', 'snapshot_sha256', 'reviewer']);
}

type Row = Awaited<ReturnType<ReturnType<typeof submissions>['executeTakeFirstOrThrow']>>;

function sampledSubmission(row: Row): SampledSubmission {
  return {
    agency: row.agency_id as AgencyId,
    id: row.id as SubmissionId,
    state: row.state as SubmissionState,
    round: row.round,
    rulesVersion: row.rules_version as RulesVersion,
    sha256: row.snapshot_sha256,
    reviewer: (row.reviewer as PersonId | null) ?? undefined,
  };
}

/** The submission if the acting party may see it. */
export async function findSampledSubmission(
  tx: Transaction,
  id: SubmissionId,
): Promise<SampledSubmission | undefined> {
  const row = await submissions(tx).where('id', '=', id).executeTakeFirst();
  return row && sampledSubmission(row);
}

/** The agency's newest submission that has a sample and was not taken back. */
export async function findLatestSampled(
  tx: Transaction,
  agency: AgencyId,
): Promise<SampledSubmission | undefined> {
  const row = await submissions(tx)
    .where('agency_id', '=', agency)
    .where('state', '<>', 'taken-back')
    .where(
      sql<boolean>`exists (select from sample s where s.agency_id = submission.agency_id and s.submission_id = submission.id)`,
    )
    .orderBy('submitted_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && sampledSubmission(row);
}

/** The texts of one submission; the people's may be some megabytes, and is missing in the first format. */
export async function findSnapshotTexts(
  tx: Transaction,
  id: SubmissionId,
): Promise<
  { readonly text: string; readonly sha256: string; readonly peopleText: string | undefined } | undefined
> {
  const row = await tx
    .selectFrom('submission as s')
    .leftJoin('snapshot_people as p', (join) =>
      join.onRef('p.agency_id', '=', 's.agency_id').onRef('p.submission_id', '=', 's.id'),
    )
    .select(['s.snapshot', 's.snapshot_sha256', 'p.text'])
    .where('s.id', '=', id)
    .executeTakeFirst();
  return row && { text: row.snapshot, sha256: row.snapshot_sha256, peopleText: row.text ?? undefined };
}
