import { sql } from 'kysely';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { Appeal, AppealId, AppealState } from './appeal.ts';
import type { TakenPart } from './round-part.ts';
import type { Submission, SubmissionId } from './submission.ts';

export interface NewAppeal {
  readonly submission: Pick<Submission, 'agency' | 'id'>;
  readonly requirement: Requirement | undefined;
  readonly aboutAt: Date;
  readonly grounds: string;
  readonly by: PersonId;
  readonly at: Date;
}

/** Undefined when this decision was appealed before. */
export async function insertAppeal(tx: Transaction, appeal: NewAppeal): Promise<AppealId | undefined> {
  const row = await tx
    .insertInto('review_appeal')
    .values({
      agency_id: appeal.submission.agency,
      submission_id: appeal.submission.id,
      requirement: appeal.requirement ?? null,
      about_at: appeal.aboutAt,
      grounds: appeal.grounds,
      filed_by: appeal.by,
      filed_at: appeal.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id as AppealId | undefined;
}

export async function findAppeal(tx: Transaction, id: string): Promise<Appeal | undefined> {
  const row = await appealRows(tx).where('a.id', '=', id).executeTakeFirst();
  return row && toAppeal(row);
}

/** Every appeal of an agency, the newest first. */
export async function listAppeals(tx: Transaction, agency: AgencyId): Promise<readonly Appeal[]> {
  const rows = await appealRows(tx)
    .where('a.agency_id', '=', agency)
    .orderBy('a.filed_at', 'desc')
    .orderBy('a.id')
    .execute();
  return rows.map(toAppeal);
}

/** False when it was decided or taken back a moment before. */
export async function updateAppeal(
  tx: Transaction,
  id: AppealId,
  state: Exclude<AppealState, { readonly is: 'waiting' }>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('review_appeal')
    .set({
      state: state.is,
      ...(state.is === 'withdrawn'
        ? {}
        : { decided_by: state.by, decided_at: state.at, decision_grounds: state.grounds }),
    })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Who had a hand in the decisions of a case. */
export async function listDeciders(
  tx: Transaction,
  { agency, caseId }: Pick<Submission, 'agency' | 'caseId'>,
): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ person: PersonId }>`
    select deciders_of_case(${agency}::uuid, ${caseId}::uuid) as person`.execute(tx);
  return rows.map(({ person }) => person);
}

/** Who can't approve a round, and which parts of theirs in it stand against that. */
export async function listBarsFromApproving(
  tx: Transaction,
  { agency, id }: Pick<Submission, 'agency' | 'id'>,
): Promise<readonly TakenPart[]> {
  const { rows } = await sql<TakenPart>`
    select person, part from bars_from_approving(${agency}::uuid, ${id}::uuid)`.execute(tx);
  return rows;
}

/** Who can't approve a round. */
export async function listBarredFromApproving(
  tx: Transaction,
  of: Pick<Submission, 'agency' | 'id'>,
): Promise<readonly PersonId[]> {
  const bars = await listBarsFromApproving(tx, of);
  return [...new Set(bars.map(({ person }) => person))];
}

function appealRows(tx: Transaction) {
  return tx
    .selectFrom('review_appeal as a')
    .select([
      'a.agency_id',
      'a.id',
      'a.submission_id',
      'a.requirement',
      'a.about_at',
      'a.grounds',
      'a.filed_at',
    ])
    .select(['a.state', 'a.decided_by', 'a.decided_at', 'a.decision_grounds']);
}

type AppealRow = Awaited<ReturnType<ReturnType<typeof appealRows>['execute']>>[number];

function toAppeal(row: AppealRow): Appeal {
  return {
    id: row.id as AppealId,
    agency: row.agency_id as AgencyId,
    submission: row.submission_id as SubmissionId,
    requirement: (row.requirement as Requirement | null) ?? undefined,
    aboutAt: row.about_at,
    grounds: row.grounds,
    filedAt: row.filed_at,
    state: stateOf(row),
  };
}

function stateOf(row: AppealRow): AppealState {
  if (row.decided_by && row.decided_at && (row.state === 'upheld' || row.state === 'allowed')) {
    return {
      is: row.state,
      by: row.decided_by as PersonId,
      at: row.decided_at,
      grounds: row.decision_grounds,
    };
  }
  return { is: row.state === 'withdrawn' ? 'withdrawn' : 'waiting' };
}
