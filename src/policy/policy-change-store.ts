import { sql, type Updateable } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { AgencyPolicy as PolicyTable } from '../database/schema.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { Adoption, AgencyPolicy, ElementAnswer, PolicyDetails, PolicyId, Rescission } from './policy.ts';

/** Undefined when the agency has a draft already: then nothing is written. */
export async function insertDraft(
  tx: Transaction,
  agency: AgencyId,
  draft: PolicyDetails & {
    readonly document: StoredFileId;
    readonly by: PersonId;
    readonly at: Date;
  },
): Promise<PolicyId | undefined> {
  const row = await tx
    .insertInto('agency_policy')
    .values({
      agency_id: agency,
      state: 'draft',
      ...detailsColumns(draft),
      file_id: draft.document,
      created_by: draft.by,
      created_at: draft.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row && (row.id as PolicyId);
}

export function updateDraft(
  tx: Transaction,
  draft: AgencyPolicy,
  change: {
    readonly details: PolicyDetails;
    /** What takes the place of its document. */
    readonly document: { readonly id: StoredFileId; readonly at: Date | undefined } | undefined;
  },
): Promise<void> {
  const { details, document } = change;
  return update(tx, draft, {
    ...detailsColumns(details),
    ...(document ? { file_id: document.id, document_replaced_at: document.at ?? null } : {}),
  });
}

/** Writes the answers of a draft's checklist; elements not among them keep theirs. */
export async function updateAnswers(
  tx: Transaction,
  draft: AgencyPolicy,
  answers: readonly ElementAnswer[],
): Promise<void> {
  await update(tx, draft, {});
  if (answers.length === 0) return;
  const of = { agency_id: draft.agency, policy_id: draft.id };
  await tx
    .insertInto('policy_element')
    .values(answers.map(({ isToCheck = false, ...answer }) => ({ ...of, ...answer, is_to_check: isToCheck })))
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'policy_id', 'code']).doUpdateSet((row) => ({
        status: row.ref('excluded.status'),
        reference: row.ref('excluded.reference'),
        notes: row.ref('excluded.notes'),
        is_to_check: row.ref('excluded.is_to_check'),
      })),
    )
    .execute();
}

/** Begins a draft's checklist with the answers of another version, each of which is to be checked. */
export async function insertAnswersToCheck(
  tx: Transaction,
  agency: AgencyId,
  draft: PolicyId,
  from: PolicyId,
): Promise<void> {
  await tx
    .insertInto('policy_element')
    .columns(['agency_id', 'policy_id', 'code', 'status', 'reference', 'notes', 'is_to_check'])
    .expression((of) =>
      of
        .selectFrom('policy_element')
        .select((row) => [
          'agency_id',
          row.val(draft).as('policy_id'),
          'code',
          'status',
          'reference',
          'notes',
          row.lit(true).as('is_to_check'),
        ])
        .where('agency_id', '=', agency)
        .where('policy_id', '=', from),
    )
    .execute();
}

/** What was answered about the document before has to be checked against the one that took its place. */
export async function updateAnswersToCheck(tx: Transaction, draft: AgencyPolicy): Promise<void> {
  await tx
    .updateTable('policy_element')
    .set({ is_to_check: true })
    .where('agency_id', '=', draft.agency)
    .where('policy_id', '=', draft.id)
    .execute();
}

/** Adopts a draft in place of the version adopted before, if there is one. */
export async function updateAdopted(
  tx: Transaction,
  draft: AgencyPolicy,
  adoption: Adoption & { readonly by: PersonId; readonly effectiveOn: CalendarDate | undefined },
  before: AgencyPolicy | undefined,
): Promise<void> {
  if (before) await update(tx, before, { state: 'superseded' });
  await update(tx, draft, {
    state: 'adopted',
    effective_on: adoption.effectiveOn ?? null,
    adopted_on: adoption.on,
    adopted_at: adoption.at,
    adopted_by: adoption.by,
    adopted_name: adoption.name,
    supersedes: before?.id ?? null,
  });
}

/** Ends the policy in force without another in its place. */
export function updateRescinded(
  tx: Transaction,
  policy: AgencyPolicy,
  rescission: Rescission & { readonly by: PersonId },
): Promise<void> {
  return update(tx, policy, {
    state: 'rescinded',
    rescinded_on: rescission.on,
    rescinded_at: rescission.at,
    rescinded_by: rescission.by,
    rescinded_name: rescission.name,
    rescind_reason: rescission.reason,
  });
}

/** Lets the agency's partners read a version, or no longer; what the version says stays as it is. */
export async function updateShared(
  tx: Transaction,
  policy: AgencyPolicy,
  sharedAt: Date | null,
): Promise<void> {
  await tx
    .updateTable('agency_policy')
    .set({ shared_at: sharedAt })
    .where('agency_id', '=', policy.agency)
    .where('id', '=', policy.id)
    .returning('id')
    .executeTakeFirstOrThrow();
}

export function updateReview(tx: Transaction, policy: AgencyPolicy, reviewOn: CalendarDate): Promise<void> {
  return update(tx, policy, { review_on: reviewOn });
}

/** Counts the draft as changed: what hangs on it did. */
export function updateTouched(tx: Transaction, draft: AgencyPolicy): Promise<void> {
  return update(tx, draft, {});
}

async function update(
  tx: Transaction,
  policy: AgencyPolicy,
  columns: Updateable<PolicyTable>,
): Promise<void> {
  await tx
    .updateTable('agency_policy')
    .set({ ...columns, revision: sql`revision + 1` })
    .where('agency_id', '=', policy.agency)
    .where('id', '=', policy.id)
    .returning('id')
    .executeTakeFirstOrThrow();
}

function detailsColumns(details: PolicyDetails) {
  return {
    title: details.title,
    number: details.number,
    amends: details.amends,
    accreditation: details.accreditation,
    issued_on: details.issuedOn ?? null,
    effective_on: details.effectiveOn ?? null,
    review_on: details.reviewOn ?? null,
  };
}
