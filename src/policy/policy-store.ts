import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { PolicyElementCode } from '../campaign-rules/policy-element.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type {
  AgencyPolicy,
  ElementAnswer,
  ElementStatus,
  PolicyId,
  PolicyState,
  Rescission,
} from './policy.ts';
import { inEffectFrom } from './policy-life.ts';

/** Every version, the newest first. */
export async function listPolicies(tx: Transaction, agency: AgencyId): Promise<readonly AgencyPolicy[]> {
  const rows = await policyRows(tx, agency).orderBy('p.created_at', 'desc').orderBy('p.id').execute();
  return rows.map(policyOf);
}

/** An asking of the executive to adopt a draft. */
export interface AdoptionAsked {
  readonly at: Date;
  /** Undefined where the acting party may not know it. */
  readonly by: string | undefined;
}

/** When the executive was asked last to adopt a draft, as the audit log has it. */
export async function findAdoptionAsked(
  tx: Transaction,
  agency: AgencyId,
  draft: PolicyId,
): Promise<AdoptionAsked | undefined> {
  const row = await tx
    .selectFrom('audit_event as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .select(['e.at', 'p.name'])
    .where('e.agency_id', '=', agency)
    .where('e.action', '=', 'policy-adoption-asked')
    .where('e.subject_id', '=', draft)
    .orderBy('e.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { at: row.at, by: row.name ?? undefined };
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
    .select(['code', 'status', 'reference', 'notes', 'is_to_check'])
    .where('agency_id', '=', agency)
    .where('policy_id', '=', policy)
    .execute();
  return rows.map((row) => ({
    code: row.code as PolicyElementCode,
    status: row.status as ElementStatus,
    reference: row.reference,
    notes: row.notes,
    ...(row.is_to_check ? { isToCheck: true } : {}),
  }));
}

function policyRows(tx: Transaction, agency: AgencyId) {
  return tx
    .selectFrom('agency_policy as p')
    .innerJoin('stored_file as f', (join) =>
      join.onRef('f.agency_id', '=', 'p.agency_id').onRef('f.id', '=', 'p.file_id'),
    )
    .selectAll('p')
    .select(['f.name as file_name', 'f.size', 'f.sha256', 'f.media_type'])
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
    amends: row.amends,
    accreditation: row.accreditation,
    issuedOn: dayOf(row.issued_on),
    effectiveOn: inEffectFrom(dayOf(row.effective_on), dayOf(row.adopted_on)),
    reviewOn: dayOf(row.review_on),
    document: {
      id: row.file_id as StoredFileId,
      name: row.file_name,
      size: row.size,
      sha256: row.sha256,
      mediaType: row.media_type,
    },
    createdAt: row.created_at,
    sharedAt: row.shared_at ?? undefined,
    documentReplacedAt: row.document_replaced_at ?? undefined,
    revision: row.revision,
  };
}

function stateOf(row: PolicyRow): PolicyState {
  if (row.state === 'draft') return { is: 'draft' };
  const { adopted_on: on, adopted_at: at, adopted_name: name } = row;
  if (on === null || at === null || name === null) throw new Error('An adopted policy lacks its adoption.');
  const adoption = { on: on as CalendarDate, at, name };
  if (row.state === 'rescinded') return { is: 'rescinded', adoption, rescission: rescissionOf(row) };
  return { is: row.state === 'superseded' ? 'superseded' : 'adopted', adoption };
}

function rescissionOf(row: PolicyRow): Rescission {
  const { rescinded_on: on, rescinded_at: at, rescinded_name: name, rescind_reason: reason } = row;
  if (on === null || at === null || name === null || reason === null)
    throw new Error('A rescinded policy lacks its rescission.');
  return { on: on as CalendarDate, at, name, reason };
}

function dayOf(day: string | null): CalendarDate | undefined {
  return (day as CalendarDate | null) ?? undefined;
}
