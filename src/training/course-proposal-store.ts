import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type {
  CourseProposal,
  CourseProposalId,
  EquivalentProgram,
  ProposedCourse,
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

export async function listProposals(tx: Transaction, agency: AgencyId): Promise<readonly CourseProposal[]> {
  const rows = await tx
    .selectFrom('course_proposal')
    .selectAll()
    .where('agency_id', '=', agency)
    .orderBy('asked_at', 'desc')
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
  return tx
    .selectFrom('course_proposal as p')
    .innerJoin('agency as a', 'a.id', 'p.agency_id')
    .selectAll('p')
    .select('a.name as agency_name');
}

function proposalOf(row: {
  readonly id: string;
  readonly course_key: string;
  readonly title: string;
  readonly code: string;
  readonly provider: string;
  readonly program: string;
  readonly hours: unknown;
  readonly validity_months: number | null;
  readonly note: string;
  readonly state: string;
  readonly asked_at: Date;
  readonly decision_reason: string | null;
}): CourseProposal {
  return {
    id: row.id as CourseProposalId,
    courseKey: row.course_key,
    title: row.title,
    code: row.code,
    provider: row.provider,
    program: row.program as EquivalentProgram,
    hours: Number(row.hours),
    validityMonths: row.validity_months ?? undefined,
    note: row.note,
    state: row.state as CourseProposal['state'],
    askedAt: row.asked_at,
    decisionReason: row.decision_reason ?? undefined,
  };
}
