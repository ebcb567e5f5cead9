import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type {
  CourseProposal,
  CourseProposalId,
  EquivalentProgram,
  ProposedCourse,
  Syllabus,
} from './course-proposal.ts';

/** Undefined when the course is proposed already. */
export async function insertProposal(
  tx: Transaction,
  agency: AgencyId,
  course: ProposedCourse,
  by: PersonId,
  at: Date,
): Promise<CourseProposalId | undefined> {
  const row = await tx
    .insertInto('course_proposal')
    .values({
      agency_id: agency,
      course_key: course.courseKey,
      title: course.title,
      code: course.code,
      offered_by: course.offeredBy,
      provider: course.provider,
      program: course.program,
      hours: course.hours,
      validity_months: course.validityMonths ?? null,
      note: course.note,
      state: 'proposed',
      asked_by: by,
      asked_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row && (row.id as CourseProposalId);
}

export async function updateSyllabus(
  tx: Transaction,
  agency: AgencyId,
  id: CourseProposalId,
  syllabus: StoredFileId,
): Promise<void> {
  await tx
    .updateTable('course_proposal')
    .set({ syllabus_id: syllabus })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .execute();
}

export async function listProposals(tx: Transaction, agency: AgencyId): Promise<readonly CourseProposal[]> {
  const rows = await proposalRows(tx)
    .where('p.agency_id', '=', agency)
    .orderBy('p.asked_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(proposalOf);
}

/** A proposal as the campaign sees it: with the agency that asks. */
export interface AskedProposal extends CourseProposal {
  readonly agency: AgencyId;
  readonly agencyName: string;
}

export async function listWaitingProposals(
  tx: Transaction,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly AskedProposal[]> {
  const rows = await askedRows(tx)
    .where('p.state', '=', 'proposed')
    .orderBy('p.asked_at')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map((row) => ({
    ...proposalOf(row),
    agency: row.agency_id as AgencyId,
    agencyName: row.agency_name,
  }));
}

export async function countWaitingProposals(tx: Transaction): Promise<number> {
  const { count } = await tx
    .selectFrom('course_proposal')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('state', '=', 'proposed')
    .executeTakeFirstOrThrow();
  return count;
}

export async function findProposal(tx: Transaction, id: string): Promise<AskedProposal | undefined> {
  const row = await askedRows(tx).where('p.id', '=', id).executeTakeFirst();
  return row && { ...proposalOf(row), agency: row.agency_id as AgencyId, agencyName: row.agency_name };
}

/** The proposal, locked until commit: two decisions about it follow each other. */
export async function lockProposal(tx: Transaction, id: string): Promise<AskedProposal | undefined> {
  const row = await askedRows(tx).where('p.id', '=', id).forUpdate('p').executeTakeFirst();
  return row && { ...proposalOf(row), agency: row.agency_id as AgencyId, agencyName: row.agency_name };
}

export async function updateProposal(
  tx: Transaction,
  { agency, id }: Pick<AskedProposal, 'agency' | 'id'>,
  decision: {
    readonly state: 'accepted' | 'declined' | 'withdrawn';
    readonly reason: string;
    readonly by: PersonId;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .updateTable('course_proposal')
    .set({
      state: decision.state,
      decision_reason: decision.reason,
      decided_by: decision.by,
      decided_at: decision.at,
    })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .execute();
}

function askedRows(tx: Transaction) {
  return proposalRows(tx).innerJoin('agency as a', 'a.id', 'p.agency_id').select('a.name as agency_name');
}

function proposalRows(tx: Transaction) {
  return tx
    .selectFrom('course_proposal as p')
    .leftJoin('stored_file as f', (join) =>
      join.onRef('f.agency_id', '=', 'p.agency_id').onRef('f.id', '=', 'p.syllabus_id'),
    )
    .selectAll('p')
    .select(['f.name as file_name', 'f.media_type', 'f.size', 'f.sha256']);
}

interface SyllabusColumns {
  readonly syllabus_id: string | null;
  readonly file_name: string | null;
  readonly media_type: string | null;
  readonly size: number | null;
  readonly sha256: string | null;
}

function syllabusOf({
  syllabus_id,
  file_name,
  media_type,
  size,
  sha256,
}: SyllabusColumns): Syllabus | undefined {
  if (syllabus_id === null || file_name === null || media_type === null || size === null || sha256 === null)
    return undefined;
  return { id: syllabus_id as StoredFileId, name: file_name, mediaType: media_type, size, sha256 };
}

interface ProposalRow extends SyllabusColumns {
  readonly id: string;
  readonly course_key: string;
  readonly title: string;
  readonly code: string;
  readonly offered_by: string;
  readonly provider: string;
  readonly program: string;
  readonly hours: unknown;
  readonly validity_months: number | null;
  readonly note: string;
  readonly state: string;
  readonly asked_at: Date;
  readonly decision_reason: string | null;
}

function proposalOf(row: ProposalRow): CourseProposal {
  return {
    id: row.id as CourseProposalId,
    courseKey: row.course_key,
    title: row.title,
    code: row.code,
    offeredBy: row.offered_by,
    provider: row.provider,
    program: row.program as EquivalentProgram,
    hours: Number(row.hours),
    validityMonths: row.validity_months ?? undefined,
    note: row.note,
    state: row.state as CourseProposal['state'],
    askedAt: row.asked_at,
    decisionReason: row.decision_reason ?? undefined,
    syllabus: syllabusOf(row),
  };
}
