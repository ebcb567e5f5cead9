import { sql } from 'kysely';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { FrozenSnapshot } from '../snapshot/snapshot.ts';
import type {
  Decision,
  RequirementReview,
  ReviewProgress,
  Submission,
  SubmissionId,
  SubmissionState,
} from './submission.ts';

export interface NewSubmission {
  readonly pledge: string;
  readonly round: number;
  readonly rulesVersion: string;
  readonly snapshot: FrozenSnapshot;
  readonly note: string;
  readonly by: PersonId;
  /** When it was sent in; now without it. */
  readonly at?: Date;
  /** One per requirement, with the agency's answer to what was asked before ('' when nothing was). */
  readonly answers: ReadonlyMap<Requirement, string>;
}

export async function insertSubmission(
  tx: Transaction,
  agency: AgencyId,
  submission: NewSubmission,
): Promise<SubmissionId> {
  const { id } = await tx
    .insertInto('submission')
    .values({
      agency_id: agency,
      pledge_id: submission.pledge,
      round: submission.round,
      state: 'waiting',
      rules_version: submission.rulesVersion,
      snapshot: submission.snapshot.text,
      snapshot_sha256: submission.snapshot.sha256,
      note: submission.note,
      submitted_by: submission.by,
      ...(submission.at && { submitted_at: submission.at }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('submission_requirement')
    .values(
      [...submission.answers].map(([requirement, answer]) => ({
        agency_id: agency,
        submission_id: id,
        requirement,
        answer,
      })),
    )
    .execute();
  return id as SubmissionId;
}

/** Nothing that is audited changes at the acting agency from here to the end of the transaction. */
export async function holdAuditedActs(tx: Transaction): Promise<void> {
  await sql`select hold_audited_acts()`.execute(tx);
}

/** Every round of an agency, the newest first. */
export async function listSubmissions(tx: Transaction, agency: AgencyId): Promise<readonly Submission[]> {
  const rows = await submissionRows(tx)
    .where('s.agency_id', '=', agency)
    .orderBy('s.submitted_at', 'desc')
    .execute();
  return rows.map(toSubmission);
}

/** What the newest round under a pledge came to so far, without the snapshot. */
export async function findLatestRound(
  tx: Transaction,
  agency: AgencyId,
  pledge: string,
): Promise<ReviewProgress | undefined> {
  const row = await tx
    .selectFrom('submission as s')
    .select('s.state')
    .select(
      sql<readonly Requirement[]>`array(
        select r.requirement from submission_requirement r
        where r.agency_id = s.agency_id and r.submission_id = s.id and r.decision = 'returned')`.as(
        'returned',
      ),
    )
    .where('s.agency_id', '=', agency)
    .where('s.pledge_id', '=', pledge)
    .orderBy('s.round', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const state = row.state as SubmissionState;
  // Until the round has ended its decisions may still change, and are the reviewer's alone.
  return { state, returned: state === 'returned' ? row.returned : [] };
}

export async function findSubmission(tx: Transaction, id: string): Promise<Submission | undefined> {
  const row = await submissionRows(tx).where('s.id', '=', id).executeTakeFirst();
  return row && toSubmission(row);
}

/** The submission, locked until commit: two decisions about it follow each other. */
export async function lockSubmission(tx: Transaction, id: string): Promise<Submission | undefined> {
  const locked = await tx
    .selectFrom('submission')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return locked && findSubmission(tx, id);
}

export interface SubmissionChange {
  readonly state: SubmissionState;
  readonly reviewer?: PersonId | null;
  readonly approver?: PersonId | null;
  readonly approverNote?: string;
  /** The step taken, and when. */
  readonly stamp?: { readonly of: 'claimed_at' | 'reviewed_at' | 'approved_at'; readonly at: Date };
}

export async function updateSubmission(
  tx: Transaction,
  id: SubmissionId,
  change: SubmissionChange,
): Promise<void> {
  await tx
    .updateTable('submission')
    .set({
      state: change.state,
      ...(change.reviewer === undefined ? {} : { reviewer: change.reviewer }),
      ...(change.approver === undefined ? {} : { approver: change.approver }),
      ...(change.approverNote === undefined ? {} : { approver_note: change.approverNote }),
      ...(change.stamp ? { [change.stamp.of]: change.stamp.at } : {}),
    })
    .where('id', '=', id)
    .execute();
}

export async function updateDecision(
  tx: Transaction,
  id: SubmissionId,
  requirement: Requirement,
  decided: { readonly decision: Decision; readonly comment: string; readonly by: PersonId },
): Promise<void> {
  await tx
    .updateTable('submission_requirement')
    .set({
      decision: decided.decision,
      comment: decided.comment,
      decided_by: decided.by,
      decided_at: sql`now()`,
    })
    .where('submission_id', '=', id)
    .where('requirement', '=', requirement)
    .execute();
}

/** Whether the person holds or ever held a role at the agency: then they don't review it. */
export async function hasTiesTo(tx: Transaction, person: PersonId, agency: AgencyId): Promise<boolean> {
  const row = await tx
    .selectFrom('agency_membership')
    .select('id')
    .where('agency_id', '=', agency)
    .where('person_id', '=', person)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function submissionRows(tx: Transaction) {
  return tx
    .selectFrom('submission as s')
    .select([
      's.agency_id',
      's.id',
      's.pledge_id',
      's.round',
      's.state',
      's.note',
      's.submitted_at',
      's.reviewer',
      's.approver',
    ])
    .select(['s.reviewed_at', 's.approved_at', 's.approver_note', 's.snapshot', 's.snapshot_sha256'])
    .select(
      sql<readonly RequirementRow[]>`(
        select json_agg(json_build_object('requirement', r.requirement, 'answer', r.answer,
                                          'decision', r.decision, 'comment', r.comment))
        from submission_requirement r where r.agency_id = s.agency_id and r.submission_id = s.id)`.as(
        'reviews',
      ),
    );
}

interface RequirementRow {
  readonly requirement: Requirement;
  readonly answer: string;
  readonly decision: Decision | null;
  readonly comment: string;
}

type SubmissionRow = Awaited<ReturnType<ReturnType<typeof submissionRows>['execute']>>[number];

const order: readonly Requirement[] = ['partnership', 'policy', 'advanced-training', 'everyone-trained'];

function toSubmission(row: SubmissionRow): Submission {
  return {
    agency: row.agency_id as AgencyId,
    id: row.id as SubmissionId,
    pledge: row.pledge_id,
    round: row.round,
    state: row.state as SubmissionState,
    note: row.note,
    submittedAt: row.submitted_at,
    reviewer: (row.reviewer as PersonId | null) ?? undefined,
    approver: (row.approver as PersonId | null) ?? undefined,
    reviewedAt: row.reviewed_at ?? undefined,
    approvedAt: row.approved_at ?? undefined,
    approverNote: row.approver_note,
    snapshotText: row.snapshot,
    snapshotSha256: row.snapshot_sha256,
    reviews: row.reviews
      .map((review): RequirementReview => ({ ...review, decision: review.decision ?? undefined }))
      .toSorted((a, b) => order.indexOf(a.requirement) - order.indexOf(b.requirement)),
  };
}
