import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { PledgeId } from '../pledge/pledge.ts';
import type { SubmissionId } from '../review/submission.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { TrainingRecordId } from '../training/stored-record.ts';
import type { EarlierDraw, RecordReference } from './sample-draw.ts';
import type { DrawnSample } from './sample-standing.ts';

/** A submission of a round that was taken back before anybody reviewed it. */
export interface TakenBackRound {
  readonly id: SubmissionId;
  readonly round: number;
}

/** Submissions under the pledge that were taken back one after the other, just before the round (or the next one). */
function takenBack(agency: AgencyId, pledge: PledgeId, before: number) {
  return sql`select s.id, s.round from submission s
    where s.agency_id = ${agency} and s.pledge_id = ${pledge} and s.state = 'taken-back' and s.round < ${before}
      and s.round > coalesce((select max(o.round) from submission o where o.agency_id = ${agency}
        and o.pledge_id = ${pledge} and o.state <> 'taken-back' and o.round < ${before}), 0)`;
}

/** No round comes after this. */
const anyRound = 2_147_483_647;

/** What a submission that is just being sent in follows, from the first on, and the key of their pseudonyms. Acts for the agency. */
export async function listEarlierDraws(
  tx: Transaction,
  agency: AgencyId,
  pledge: PledgeId,
): Promise<{ readonly key: Buffer | undefined; readonly draws: readonly EarlierDraw[] }> {
  const { rows } = await sql<{
    key: Buffer;
    seed: Buffer | null;
    drawn_for: string;
    draws: number;
    asked: readonly RecordReference[];
  }>`
    select k.key, d.seed, d.drawn_for, d.draws, coalesce((
      select jsonb_agg(jsonb_build_object('person', r.person, 'record', r.record) order by r.place)
      from sampled_record r
      where r.agency_id = d.agency_id and r.submission_id = d.submission_id and r.place <= d.size), '[]') as asked
    from (${takenBack(agency, pledge, anyRound)}) s
    join snapshot_key k on k.agency_id = ${agency} and k.submission_id = s.id
    left join sample d on d.agency_id = ${agency} and d.submission_id = s.id
    order by s.round`.execute(tx);
  return {
    key: rows[0]?.key,
    draws: rows.flatMap(({ seed, drawn_for, draws, asked }) =>
      seed ? [{ seed, drawnFor: drawn_for, draws, asked }] : [],
    ),
  };
}

/** A round that was reviewed and in which records failed, with whose they are. */
export interface FailedRound extends DrawnSample {
  readonly failed: readonly {
    readonly place: number;
    readonly staff: StaffId;
    readonly record: TrainingRecordId;
  }[];
}

/** Rounds under the pledge in which records failed, the newest first. Acts for the agency: it alone knows whose they are. */
export async function listFailedRounds(
  tx: Transaction,
  agency: AgencyId,
  pledge: PledgeId,
): Promise<readonly FailedRound[]> {
  const { rows } = await sql<FailedRound>`
    select d.size, d.records, jsonb_agg(
      jsonb_build_object('place', p.place, 'staff', w.staff_id, 'record', w.record_id) order by p.place) as failed
    from submission s
    join sample d on d.agency_id = s.agency_id and d.submission_id = s.id
    join sample_place p on p.agency_id = s.agency_id and p.submission_id = s.id and p.state = 'failed'
    join sampled_person w on w.agency_id = s.agency_id and w.submission_id = s.id and w.place = p.place
    where s.agency_id = ${agency} and s.pledge_id = ${pledge}
    group by s.round, d.size, d.records order by s.round desc`.execute(tx);
  return rows;
}

/** The submissions of the same round that were taken back before this one, from the first on. */
export async function listTakenBack(tx: Transaction, id: SubmissionId): Promise<readonly TakenBackRound[]> {
  const own = await tx
    .selectFrom('submission')
    .select(['agency_id', 'pledge_id', 'round'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!own) return [];
  const before = takenBack(own.agency_id as AgencyId, own.pledge_id as PledgeId, own.round);
  const { rows } = await sql<TakenBackRound>`${before} order by s.round`.execute(tx);
  return rows;
}
