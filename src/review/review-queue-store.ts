import { sql } from 'kysely';
import type { PersonId, Transaction } from '../database/acting.ts';
import { inReadingOrder } from '../database/reading-order.ts';
import type { SubmissionId, SubmissionState } from './submission.ts';

export interface QueueEntry {
  readonly id: SubmissionId;
  readonly agencyName: string;
  readonly place: string;
  readonly round: number;
  readonly state: SubmissionState;
  readonly submittedAt: Date;
  readonly reviewer: PersonId | undefined;
  readonly reviewerName: string | undefined;
}

export interface QueueQuery {
  readonly show: 'open' | 'decided';
  readonly search: string;
  readonly sort: 'agency' | 'submitted';
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

export interface QueuePage {
  readonly entries: readonly QueueEntry[];
  readonly total: number;
}

/** What waits for the campaign, or what it has decided; one query a page. */
export async function listReviewQueue(tx: Transaction, query: QueueQuery): Promise<QueuePage> {
  const states =
    query.show === 'open' ? ['waiting', 'in-review', 'awaiting-approval'] : ['returned', 'approved'];
  let rows = tx
    .selectFrom('submission as s')
    .innerJoin('agency as a', 'a.id', 's.agency_id')
    .leftJoin('person as p', 'p.id', 's.reviewer')
    .select(['s.id', 's.round', 's.state', 's.submitted_at', 's.reviewer'])
    .select(['a.name', 'a.city', 'a.region', 'p.name as reviewer_name'])
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('s.state', 'in', states);
  if (query.search) rows = rows.where('a.name', 'ilike', `%${query.search.replace(/[\\%_]/g, '\\$&')}%`);
  const direction = query.descending ? 'desc' : 'asc';
  const sorted =
    query.sort === 'agency'
      ? rows.orderBy('a.name', (order) => inReadingOrder(order)[direction]())
      : rows.orderBy('s.submitted_at', direction);
  const found = await sorted.orderBy('s.id').limit(query.limit).offset(query.offset).execute();
  return {
    total: found[0]?.total ?? 0,
    entries: found.map((row) => ({
      id: row.id as SubmissionId,
      agencyName: row.name,
      place: `${row.city}, ${row.region}`,
      round: row.round,
      state: row.state as SubmissionState,
      submittedAt: row.submitted_at,
      reviewer: (row.reviewer as PersonId | null) ?? undefined,
      reviewerName: row.reviewer_name ?? undefined,
    })),
  };
}

export async function countOpenReviews(tx: Transaction): Promise<number> {
  const row = await tx
    .selectFrom('submission')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('state', 'in', ['waiting', 'in-review', 'awaiting-approval'])
    .executeTakeFirstOrThrow();
  return row.count;
}
