import { sql } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { AskedJob, Job, JobId, JobRefusal, JobState, JobTake } from './job.ts';

/** A process that has given no sign of life for so long is taken to be gone. */
const claimSeconds = 20;

/** Work that so many processes began and none ended isn't begun again. */
const attemptsAtMost = 3;

/** Answers undefined when such work is under way for this subject already. */
export async function insertJob(
  tx: Transaction,
  agency: AgencyId,
  job: AskedJob,
  by: PersonId,
): Promise<JobId | undefined> {
  const row = await tx
    .insertInto('job')
    .values({
      agency_id: agency,
      kind: job.kind,
      subject_id: job.subject,
      asked: JSON.stringify(job.asked),
      is_long: job.isLong,
      asked_by: by,
    })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'subject_id']).where('ended_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row && (row.id as JobId);
}

/**
 * Work under way about a subject; when there is none, the newest that ended. A server whose clock ran ahead may have asked
 * for ended work later than the work that runs was asked for.
 */
export async function findLatestJob(
  tx: Transaction,
  agency: AgencyId,
  subject: string,
): Promise<Job | undefined> {
  const row = await jobRows(tx)
    .where('agency_id', '=', agency)
    .where('subject_id', '=', subject)
    .orderBy(sql`ended_at is not null`)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toJob(row);
}

/** Work that nobody has begun ends at once; work under way is told. */
export async function updateCancelAsked(tx: Transaction, agency: AgencyId, subject: string): Promise<void> {
  await sql`
    update job set cancel_asked_at = now(),
      state = case state when 'waiting' then 'cancelled' else state end,
      ended_at = case state when 'waiting' then now() end
    where agency_id = ${agency} and subject_id = ${subject} and ended_at is null`.execute(tx);
}

/**
 * Claims work that waits, or whose process is gone. Agencies take turns: one that has work under way comes last, one
 * whose last work ended longest ago comes first, and of each the oldest. Processes that ask at the same moment get
 * different work.
 */
export async function claimNextJob(tx: Transaction, take: JobTake): Promise<Job | undefined> {
  await sql`
    update job set state = 'failed', claimed_until = null, ended_at = now(), refusal = '{"code": "gave-up"}'
    where state = 'working' and claimed_until < now() and attempts >= ${attemptsAtMost}`.execute(tx);
  const { rows } = await sql<{ agency_id: string; id: string }>`
    update job j set state = 'working', attempts = attempts + 1, steps_done = 0, steps_total = null,
      claimed_until = now() + make_interval(secs => ${claimSeconds})
    from (select w.agency_id, w.id from job w
          where w.ended_at is null and (w.state = 'waiting' or w.claimed_until < now())
            and (${take === 'any'} or not w.is_long)
          order by
            exists (select from job busy where busy.agency_id = w.agency_id
                    and busy.ended_at is null and busy.claimed_until >= now()),
            (select max(past.ended_at) from job past
             where past.agency_id = w.agency_id and past.ended_at is not null) nulls first,
            w.asked_at
          limit 1 for update of w skip locked) due
    where j.agency_id = due.agency_id and j.id = due.id
    returning j.agency_id, j.id`.execute(tx);
  const [claimed] = rows;
  if (!claimed) return undefined;
  const row = await jobRows(tx)
    .where('agency_id', '=', claimed.agency_id)
    .where('id', '=', claimed.id)
    .executeTakeFirstOrThrow();
  return toJob(row);
}

export type Claim = Pick<Job, 'agency' | 'id' | 'attempt'>;

/** Gives a sign of life. Answers whether somebody asked to cancel, or undefined when the work was claimed by another. */
export async function updateProgress(
  tx: Transaction,
  claim: Claim,
  steps: { readonly done: number; readonly total: number | undefined },
): Promise<{ readonly isCancelAsked: boolean } | undefined> {
  const { rows } = await sql<{ isCancelAsked: boolean }>`
    update job set claimed_until = now() + make_interval(secs => ${claimSeconds}),
      steps_done = ${Math.round(steps.done)}, steps_total = ${steps.total ?? null}
    where ${isClaimed(claim)}
    returning cancel_asked_at is not null as "isCancelAsked"`.execute(tx);
  return rows[0];
}

/** Ends claimed work. Answers false when another process has claimed it since. */
export async function updateJobEnded(
  tx: Transaction,
  claim: Claim,
  state: Exclude<JobState, 'waiting' | 'working'>,
  refusal?: JobRefusal,
): Promise<boolean> {
  const ended = await sql`
    update job set state = ${state}, claimed_until = null, ended_at = now(),
      refusal = ${refusal ? JSON.stringify(refusal) : null}
    where ${isClaimed(claim)}`.execute(tx);
  return ended.numAffectedRows === 1n;
}

/** Hands claimed work back, for another process to begin: this one is stopping, or failed and tries again. */
export async function updateJobReleased(
  tx: Transaction,
  claim: Claim,
  attempt: 'counts' | 'does-not-count',
): Promise<void> {
  const counted = attempt === 'counts' ? 0 : 1;
  await sql`
    update job set state = 'waiting', claimed_until = null, attempts = attempts - ${counted}::int
    where ${isClaimed(claim)}`.execute(tx);
}

function isClaimed({ agency, id, attempt }: Claim) {
  return sql`agency_id = ${agency} and id = ${id} and attempts = ${attempt} and state = 'working'`;
}

function jobRows(tx: Transaction) {
  return tx
    .selectFrom('job')
    .select(['agency_id', 'id', 'kind', 'subject_id', 'state', 'asked', 'asked_by', 'asked_at', 'attempts'])
    .select(['steps_done', 'steps_total', 'cancel_asked_at', 'refusal']);
}

type JobRow = Awaited<ReturnType<ReturnType<typeof jobRows>['execute']>>[number];

function toJob(row: JobRow): Job {
  return {
    id: row.id as JobId,
    agency: row.agency_id as AgencyId,
    kind: row.kind,
    subject: row.subject_id,
    state: row.state as JobState,
    asked: row.asked,
    askedBy: row.asked_by as PersonId,
    askedAt: row.asked_at,
    attempt: row.attempts,
    stepsDone: Number(row.steps_done),
    stepsTotal: row.steps_total === null ? undefined : Number(row.steps_total),
    isCancelAsked: row.cancel_asked_at !== null,
    refusal: row.refusal === null ? undefined : JSON.parse(JSON.stringify(row.refusal)),
  };
}
