import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { NoticeDue } from './review-notice.ts';
import type { SubmissionId, SubmissionState } from './submission.ts';

/** A round with a day that comes near or has passed, and what was told about it. */
export interface WatchedRound {
  readonly agency: AgencyId;
  readonly agencyName: string;
  readonly slug: string;
  readonly timeZone: string;
  readonly id: SubmissionId;
  readonly state: SubmissionState;
  readonly submittedAt: Date;
  readonly answerBy: CalendarDate | undefined;
  readonly reviewer: PersonId | undefined;
  readonly given: readonly NoticeDue[];
}

/**
 * Rounds that wait for the campaign since `sentBefore`, and returned ones to be answered by `until` that nothing follows
 * and no appeal holds. Acts for the program.
 */
export async function listWatchedRounds(
  tx: Transaction,
  { sentBefore, until }: { readonly sentBefore: Date; readonly until: CalendarDate },
): Promise<readonly WatchedRound[]> {
  const { rows } = await sql<{
    agency_id: AgencyId;
    name: string;
    slug: string;
    time_zone: string;
    id: SubmissionId;
    state: SubmissionState;
    submitted_at: Date;
    answer_by: CalendarDate | null;
    reviewer: PersonId | null;
    given: readonly NoticeDue[];
  }>`
    select s.agency_id, a.name, a.slug, a.time_zone, s.id, s.state, s.submitted_at, s.answer_by, s.reviewer,
      coalesce((select jsonb_agg(jsonb_build_object('notice', n.notice, 'aboutDay', n.about_day))
                from review_notice n where n.agency_id = s.agency_id and n.submission_id = s.id), '[]') as given
    from submission s
    join agency a on a.id = s.agency_id
    join pledge g on g.agency_id = s.agency_id and g.id = s.pledge_id and g.state = 'active'
    where s.state in ('waiting', 'in-review', 'awaiting-approval') and s.submitted_at < ${sentBefore}
       or s.state = 'returned' and s.answer_by <= ${until}::date
          and not exists (select from submission later where later.agency_id = s.agency_id
            and later.pledge_id = s.pledge_id and later.round > s.round and later.state <> 'taken-back')
          and not exists (select from review_appeal p where p.agency_id = s.agency_id and p.submission_id = s.id
            and p.state = 'waiting')
    order by s.agency_id, s.id`.execute(tx);
  return rows.map((row) => ({
    agency: row.agency_id,
    agencyName: row.name,
    slug: row.slug,
    timeZone: row.time_zone,
    id: row.id,
    state: row.state,
    submittedAt: row.submitted_at,
    answerBy: row.answer_by ?? undefined,
    reviewer: row.reviewer ?? undefined,
    given: row.given,
  }));
}

/** False when it was given before: then nothing is written. */
export async function insertReviewNotice(
  tx: Transaction,
  of: Pick<WatchedRound, 'agency' | 'id'>,
  { notice, aboutDay }: NoticeDue,
  at: Date,
): Promise<boolean> {
  const row = await tx
    .insertInto('review_notice')
    .values({ agency_id: of.agency, submission_id: of.id, notice, about_day: aboutDay, given_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('notice')
    .executeTakeFirst();
  return row !== undefined;
}
