import { sql, type Updateable } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { PolicyElementCode } from '../campaign-rules/policy-element.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { AgencyPolicy as PolicyTable } from '../database/schema.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type {
  Adoption,
  AgencyPolicy,
  ElementAnswer,
  ElementStatus,
  PolicyDetails,
  PolicyId,
  PolicyState,
} from './policy.ts';

/** Every version, the newest first. */
export async function listPolicies(tx: Transaction, agency: AgencyId): Promise<readonly AgencyPolicy[]> {
  const rows = await policyRows(tx, agency).orderBy('p.created_at', 'desc').orderBy('p.id').execute();
  return rows.map(policyOf);
}

/** The draft, kept for this transaction: a change and an adoption follow each other. */
export async function lockDraft(tx: Transaction, agency: AgencyId): Promise<AgencyPolicy | undefined> {
  return lockIn(tx, agency, 'draft');
}

export async function lockAdopted(tx: Transaction, agency: AgencyId): Promise<AgencyPolicy | undefined> {
  return lockIn(tx, agency, 'adopted');
}

async function lockIn(tx: Transaction, agency: AgencyId, state: 'draft' | 'adopted') {
  // The row first: a joined row read in the same statement could be older than the one waited for.
  const locked = await tx
    .selectFrom('agency_policy')
    .select('id')
    .where('agency_id', '=', agency)
    .where('state', '=', state)
    .forUpdate()
    .executeTakeFirst();
  if (!locked) return undefined;
  const row = await policyRows(tx, agency).where('p.id', '=', locked.id).executeTakeFirstOrThrow();
  return policyOf(row);
}

export async function listAnswers(
  tx: Transaction,
  agency: AgencyId,
  policy: PolicyId,
): Promise<readonly ElementAnswer[]> {
  const rows = await tx
    .selectFrom('policy_element')
    .select(['code', 'status', 'reference', 'notes'])
    .where('agency_id', '=', agency)
    .where('policy_id', '=', policy)
    .execute();
  return rows.map((row) => ({
    code: row.code as PolicyElementCode,
    status: row.status as ElementStatus,
    reference: row.reference,
    notes: row.notes,
  }));
}

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
  change: { readonly details: PolicyDetails; readonly document: StoredFileId | undefined },
): Promise<void> {
  return update(tx, draft, {
    ...detailsColumns(change.details),
    ...(change.document ? { file_id: change.document } : {}),
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
  await tx
    .insertInto('policy_element')
    .values(answers.map((answer) => ({ agency_id: draft.agency, policy_id: draft.id, ...answer })))
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'policy_id', 'code']).doUpdateSet((row) => ({
        status: row.ref('excluded.status'),
        reference: row.ref('excluded.reference'),
        notes: row.ref('excluded.notes'),
      })),
    )
    .execute();
}

/** Adopts a draft in place of the version adopted before, if there is one. */
export async function updateAdopted(
  tx: Transaction,
  draft: AgencyPolicy,
  adoption: Adoption & { readonly by: PersonId },
  before: AgencyPolicy | undefined,
): Promise<void> {
  if (before) await update(tx, before, { state: 'superseded' });
  await update(tx, draft, {
    state: 'adopted',
    adopted_on: adoption.on,
    adopted_at: adoption.at,
    adopted_by: adoption.by,
    adopted_name: adoption.name,
    supersedes: before?.id ?? null,
  });
}

export function updateReview(tx: Transaction, policy: AgencyPolicy, reviewOn: CalendarDate): Promise<void> {
  return update(tx, policy, { review_on: reviewOn });
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
    issued_on: details.issuedOn ?? null,
    effective_on: details.effectiveOn ?? null,
    review_on: details.reviewOn ?? null,
  };
}

function policyRows(tx: Transaction, agency: AgencyId) {
  return tx
    .selectFrom('agency_policy as p')
    .innerJoin('stored_file as f', (join) =>
      join.onRef('f.agency_id', '=', 'p.agency_id').onRef('f.id', '=', 'p.file_id'),
    )
    .selectAll('p')
    .select(['f.name as file_name', 'f.size', 'f.sha256'])
    .where('p.agency_id', '=', agency);
}

type PolicyRow = Awaited<ReturnType<ReturnType<typeof policyRows>['execute']>>[number];

function policyOf(row: PolicyRow): AgencyPolicy {
  return {
    agency: row.agency_id as AgencyId,
    id: row.id as PolicyId,
    state: stateOf(row),
    title: row.title,
    number: row.number,
    issuedOn: dayOf(row.issued_on),
    effectiveOn: dayOf(row.effective_on),
    reviewOn: dayOf(row.review_on),
    document: {
      id: row.file_id as StoredFileId,
      name: row.file_name,
      size: row.size,
      sha256: row.sha256,
    },
    createdAt: row.created_at,
    revision: row.revision,
  };
}

function stateOf(row: PolicyRow): PolicyState {
  if (row.state === 'draft') return { is: 'draft' };
  const { adopted_on: on, adopted_at: at, adopted_name: name } = row;
  if (on === null || at === null || name === null) throw new Error('An adopted policy lacks its adoption.');
  const is = row.state === 'superseded' ? 'superseded' : 'adopted';
  return { is, adoption: { on: on as CalendarDate, at, name } };
}

function dayOf(day: string | null): CalendarDate | undefined {
  return (day as CalendarDate | null) ?? undefined;
}
