import { sql } from 'kysely';
import type { Transaction } from '../database/acting.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { TrainingRecordId } from '../training/stored-record.ts';
import type { Pseudonym } from './counted-person.ts';
import type { SampledRecord } from './draw-sample.ts';
import type { HowDrawn, NextDraw } from './sample-draw.ts';
import type { DrawnSample, ProofState } from './sample-standing.ts';
import type { SampledSubmission } from './snapshot-store.ts';

type Of = Pick<SampledSubmission, 'agency' | 'id'>;

export interface KeptSample
  extends DrawnSample,
    Pick<NextDraw, 'drawnFor' | 'draws' | 'gone' | 'failedBefore' | 'failedGone'> {
  readonly seed: Buffer;
  /** How many of the first records were asked for before. */
  readonly carried: number;
}

/** The sample of a submission, with its records in the order drawn and whom each means. */
export async function insertSample(
  tx: Transaction,
  of: Of,
  sample: KeptSample & { readonly drawnAt: Date },
  drawn: readonly (SampledRecord & { readonly staff: StaffId; readonly recordId: TrainingRecordId })[],
): Promise<void> {
  const at = { agency_id: of.agency, submission_id: of.id };
  const { seed, records, size, drawnFor, draws, carried, gone, failedBefore, failedGone, drawnAt } = sample;
  const failed = { failed_before: failedBefore, failed_gone: failedGone };
  await tx
    .insertInto('sample')
    .values({
      ...at,
      ...failed,
      seed,
      records,
      size,
      drawn_for: drawnFor,
      draws,
      carried,
      gone,
      drawn_at: drawnAt,
    })
    .execute();
  await tx
    .insertInto('sampled_record')
    .values(
      drawn.map(({ person, record }, index) => ({
        ...at,
        place: index + 1,
        person: person.id,
        record: record.ref,
        kind: person.kind,
        category: person.category,
        program: record.program,
        register_entry: record.course?.entry ?? null,
        course: record.course?.title ?? '',
        hours: record.hours ?? null,
        completed_on: record.completedOn,
        valid_until: record.validUntil ?? null,
      })),
    )
    .execute();
  await tx
    .insertInto('sampled_person')
    .values(
      drawn.map(({ staff, recordId }, index) => ({
        ...at,
        place: index + 1,
        staff_id: staff,
        record_id: recordId,
      })),
    )
    .execute();
}

export async function findSample(tx: Transaction, of: Of): Promise<KeptSample | undefined> {
  const row = await tx
    .selectFrom('sample')
    .select(['seed', 'records', 'size', 'drawn_for as drawnFor', 'draws', 'carried', 'gone'])
    .select(['failed_before as failedBefore', 'failed_gone as failedGone'])
    .where('agency_id', '=', of.agency)
    .where('submission_id', '=', of.id)
    .executeTakeFirst();
  return row;
}

/** A kept draw as both sides are told of it. */
export function howDrawn(sample: KeptSample): HowDrawn {
  const { drawnFor, draws, carried, gone, failedBefore, failedGone } = sample;
  return { seed: sample.seed.toString('hex'), drawnFor, draws, carried, gone, failedBefore, failedGone };
}

export interface PlaceState {
  readonly state: ProofState;
  readonly person: Pseudonym;
  readonly record: Pseudonym;
}

/** Where each place stands, from the first on: those that nobody asks for yet, too. */
export async function listPlaceStates(tx: Transaction, of: Of): Promise<readonly PlaceState[]> {
  const { rows } = await sql<PlaceState>`
    select p.state, r.person, r.record
    from sample_place p
    join sampled_record r on r.agency_id = p.agency_id and r.submission_id = p.submission_id and r.place = p.place
    where p.agency_id = ${of.agency} and p.submission_id = ${of.id}
    order by p.place`.execute(tx);
  return rows;
}
