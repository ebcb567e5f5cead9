import type { PolicyElementCode } from '../campaign-rules/policy-element.ts';
import type { AgencyId, PartnerId, PersonId, Transaction } from '../database/acting.ts';
import type { PolicyId } from './policy.ts';
import type { PolicyComment, PolicyCommentId, Said } from './policy-comment.ts';

/** The comments on a version that the acting party may see, the oldest first. */
export async function listComments(
  tx: Transaction,
  agency: AgencyId,
  policy: PolicyId,
): Promise<readonly PolicyComment[]> {
  const rows = await commentRows(tx, agency)
    .where('c.policy_id', '=', policy)
    .orderBy('c.written_at')
    .execute();
  return rows.map(toComment);
}

/** The version that a comment is about. */
export async function findCommented(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<PolicyId | undefined> {
  const row = await tx
    .selectFrom('policy_comment')
    .select('policy_id')
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && (row.policy_id as PolicyId);
}

/** A comment, kept for this transaction: two answers to it follow each other. */
export async function lockComment(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<PolicyComment | undefined> {
  const locked = await tx
    .selectFrom('policy_comment')
    .select('id')
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!locked) return undefined;
  return toComment(await commentRows(tx, agency).where('c.id', '=', locked.id).executeTakeFirstOrThrow());
}

export async function insertComment(
  tx: Transaction,
  comment: {
    readonly agency: AgencyId;
    readonly policy: PolicyId;
    readonly code: PolicyElementCode;
    readonly partner: PartnerId;
    readonly said: Said;
    readonly by: PersonId;
  },
): Promise<PolicyCommentId> {
  const { agency, policy, code, partner, said, by } = comment;
  const row = await tx
    .insertInto('policy_comment')
    .values({
      agency_id: agency,
      policy_id: policy,
      code,
      partner_id: partner,
      written_by: by,
      written_name: said.name,
      written_at: said.at,
      said: said.text,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id as PolicyCommentId;
}

export async function updateAnswer(
  tx: Transaction,
  comment: PolicyComment,
  answer: Said & { readonly by: PersonId },
): Promise<void> {
  await tx
    .updateTable('policy_comment')
    .set({
      answer: answer.text,
      answered_by: answer.by,
      answered_name: answer.name,
      answered_at: answer.at,
    })
    .where('agency_id', '=', comment.agency)
    .where('id', '=', comment.id)
    .returning('id')
    .executeTakeFirstOrThrow();
}

export async function updateSettled(
  tx: Transaction,
  comment: PolicyComment,
  settledAt: Date | null,
): Promise<void> {
  await tx
    .updateTable('policy_comment')
    .set({ settled_at: settledAt })
    .where('agency_id', '=', comment.agency)
    .where('id', '=', comment.id)
    .returning('id')
    .executeTakeFirstOrThrow();
}

/** Marks every comment on a version that is neither answered nor settled as one it was adopted over. */
export async function updateAdoptedOver(
  tx: Transaction,
  agency: AgencyId,
  policy: PolicyId,
  over: { readonly reason: string; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('policy_comment')
    .set({ adopted_over_at: over.at, adopted_over_reason: over.reason })
    .where('agency_id', '=', agency)
    .where('policy_id', '=', policy)
    .where('answer', 'is', null)
    .where('settled_at', 'is', null)
    .execute();
}

function commentRows(tx: Transaction, agency: AgencyId) {
  return tx
    .selectFrom('policy_comment as c')
    .leftJoin('partner_organization as o', 'o.id', 'c.partner_id')
    .selectAll('c')
    .select('o.name as partner_name')
    .where('c.agency_id', '=', agency);
}

type CommentRow = Awaited<ReturnType<ReturnType<typeof commentRows>['execute']>>[number];

function toComment(row: CommentRow): PolicyComment {
  const { answer, answered_name: name, answered_at: at } = row;
  const { adopted_over_at: overAt, adopted_over_reason: reason } = row;
  return {
    id: row.id as PolicyCommentId,
    agency: row.agency_id as AgencyId,
    policy: row.policy_id as PolicyId,
    code: row.code as PolicyElementCode,
    partner: { id: row.partner_id as PartnerId, name: row.partner_name ?? '' },
    said: { text: row.said, name: row.written_name, at: row.written_at },
    answer: answer !== null && name !== null && at !== null ? { text: answer, name, at } : undefined,
    settledAt: row.settled_at ?? undefined,
    adoptedOver: overAt !== null && reason !== null ? { at: overAt, reason } : undefined,
  };
}
