import { type SelectQueryBuilder, sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Transaction } from '../database/acting.ts';
import { inReadingOrder } from '../database/reading-order.ts';
import type { QueuePage, QueueQuery, QueueShow } from './review-queue.ts';
import type { SubmissionId, SubmissionState } from './submission.ts';
import type { SubmissionChange } from './submission-change.ts';

const openStates = sql`('waiting', 'in-review', 'awaiting-approval')`;
const hasAppeal = sql<boolean>`exists (
  select from review_appeal w where w.agency_id = s.agency_id and w.submission_id = s.id and w.state = 'waiting')`;

const answers = sql<number>`(
  select count(*) from submission_requirement r
  where r.agency_id = s.agency_id and r.submission_id = s.id and r.answer <> '')`;
/** Of a round that is still the newest: an earlier one was answered. */
const answerBy = sql<CalendarDate | null>`case when s.state = 'returned' and not exists (
  select from submission later where later.agency_id = s.agency_id and later.pledge_id = s.pledge_id
    and later.round > s.round and later.state <> 'taken-back') then s.answer_by end`;

/** What waits for the campaign, or what it has decided; one query a page. */
export async function listReviewQueue(tx: Transaction, query: QueueQuery): Promise<QueuePage> {
  let rows = tx
    .selectFrom('submission as s')
    .innerJoin('agency as a', 'a.id', 's.agency_id')
    .innerJoin('pledge as g', (join) =>
      join.onRef('g.agency_id', '=', 's.agency_id').onRef('g.id', '=', 's.pledge_id'),
    )
    .leftJoin('person as p', 'p.id', 's.reviewer')
    .select(['s.id', 's.round', 's.state', 's.submitted_at', 's.changes'])
    .select(['a.name', 'a.city', 'a.region', 'g.sworn_headcount', 'p.name as reviewer_name'])
    .select([hasAppeal.as('has_appeal'), answers.as('answers'), answerBy.as('answer_by')])
    .select(sql<number>`count(*) over ()`.as('total'))
    .where(shown(query));
  if (query.search) rows = rows.where('a.name', 'ilike', `%${query.search.replace(/[\\%_]/g, '\\$&')}%`);
  const found = await inOrder(rows, query).limit(query.limit).offset(query.offset).execute();
  return {
    total: found[0]?.total ?? 0,
    entries: found.map((row) => ({
      id: row.id as SubmissionId,
      agencyName: row.name,
      place: `${row.city}, ${row.region}`,
      sworn: row.sworn_headcount,
      round: row.round,
      state: row.state as SubmissionState,
      submittedAt: row.submitted_at,
      reviewerName: row.reviewer_name ?? undefined,
      hasAppeal: row.has_appeal,
      answerBy: row.answer_by ?? undefined,
      answers: row.answers,
      changes: (row.changes as readonly SubmissionChange[] | null) ?? undefined,
    })),
  };
}

function shown({ show, me, overdueBefore }: QueueQuery) {
  const conditions: Readonly<Record<QueueShow, () => ReturnType<typeof sql<boolean>>>> = {
    open: () => sql<boolean>`(s.state in ${openStates} or ${hasAppeal})`,
    mine: () => sql<boolean>`s.state in ${openStates} and s.reviewer = ${me}::uuid`,
    waiting: () => sql<boolean>`s.state = 'waiting'`,
    overdue: () =>
      sql<boolean>`s.state in ${openStates} and (s.submitted_at at time zone 'UTC')::date < ${overdueBefore}::date`,
    approval: () => sql<boolean>`s.state = 'awaiting-approval'`,
    appeals: () => hasAppeal,
    decided: () => sql<boolean>`s.state in ('returned', 'approved', 'closed')`,
  };
  return conditions[show]();
}

function inOrder<DB, TB extends keyof DB, O>(rows: SelectQueryBuilder<DB, TB, O>, query: QueueQuery) {
  const direction = query.descending ? 'desc' : 'asc';
  const by = {
    agency: 'a.name',
    size: 'g.sworn_headcount',
    submitted: 's.submitted_at',
    reviewer: 'p.name',
  } as const;
  const isName = query.sort === 'agency' || query.sort === 'reviewer';
  return rows
    .orderBy(sql.ref(by[query.sort]), (order) => (isName ? inReadingOrder(order) : order)[direction]())
    .orderBy(sql.ref('s.id'));
}

/** What waits for somebody of the campaign: submissions, and appeals of what was decided. */
export async function countOpenReviews(tx: Transaction): Promise<number> {
  const row = await tx
    .selectFrom('submission as s')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where(sql<boolean>`(s.state in ${openStates} or ${hasAppeal})`)
    .executeTakeFirstOrThrow();
  return row.count;
}
