import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Transaction } from '../database/acting.ts';
import type { JointCheckIn } from '../database/schema.ts';
import type { Partnership, Side } from '../partnership/partnership.ts';
import { type CheckIn, type CheckInAnswer, ratings } from './check-in.ts';
import { type HalfYear, halfYearOf } from './half-year.ts';
import type { JointAct } from './joint-act.ts';

type Of = Pick<Partnership, 'agency' | 'id'>;

/** Answers that the acting side may read, the latest half-year first. */
export async function listCheckIns(tx: Transaction, of: Of, limit: number): Promise<readonly CheckIn[]> {
  const rows = await rowsOf(tx, of).selectAll().orderBy('half_starts_on', 'desc').limit(limit).execute();
  return rows.map(checkInOf);
}

/** A side's own answer for a half-year, kept for this transaction. */
export async function lockCheckIn(
  tx: Transaction,
  of: Of,
  half: HalfYear,
  side: Side,
): Promise<CheckIn | undefined> {
  const row = await rowsOf(tx, of)
    .selectAll()
    .where('half_starts_on', '=', half.startsOn)
    .where('side', '=', side)
    .forUpdate()
    .executeTakeFirst();
  return row && checkInOf(row);
}

/** False when a colleague has answered a moment before: then nothing is written. */
export async function insertCheckIn(
  tx: Transaction,
  { partnership, side, person, personName, now }: JointAct,
  half: HalfYear,
  answer: CheckInAnswer & { readonly liaisonName: string },
): Promise<boolean> {
  const row = await tx
    .insertInto('joint_check_in')
    .values({
      agency_id: partnership.agency.id,
      partnership_id: partnership.id,
      half_starts_on: half.startsOn,
      side,
      ...columnsOf(answer),
      answered_by: person,
      answered_name: personName,
      answered_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('side')
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes over the answer that was locked. */
export async function updateCheckIn(
  tx: Transaction,
  { partnership, person, personName, now }: JointAct,
  before: CheckIn,
  answer: CheckInAnswer & { readonly liaisonName: string },
): Promise<void> {
  await tx
    .updateTable('joint_check_in')
    .set({
      ...columnsOf(answer),
      answered_by: person,
      answered_name: personName,
      changed_at: now,
      revision: before.revision + 1,
    })
    .where('agency_id', '=', partnership.agency.id)
    .where('partnership_id', '=', partnership.id)
    .where('half_starts_on', '=', before.half.startsOn)
    .where('side', '=', before.side)
    .where('revision', '=', before.revision)
    .returning('side')
    .executeTakeFirstOrThrow();
}

function rowsOf(tx: Transaction, { agency, id }: Of) {
  return tx.selectFrom('joint_check_in').where('agency_id', '=', agency.id).where('partnership_id', '=', id);
}

function columnsOf(answer: CheckInAnswer & { readonly liaisonName: string }) {
  return {
    ratings: JSON.stringify(answer.ratings),
    going_well: answer.goingWell,
    would_help: answer.wouldHelp,
    liaison_in_place: answer.isLiaisonInPlace,
    liaison_name: answer.liaisonName,
  };
}

function checkInOf(row: Selectable<JointCheckIn>): CheckIn {
  return {
    half: halfYearOf(row.half_starts_on as CalendarDate),
    side: row.side as Side,
    ratings: ratingsOf(row.ratings),
    goingWell: row.going_well,
    wouldHelp: row.would_help,
    isLiaisonInPlace: row.liaison_in_place,
    liaisonName: row.liaison_name,
    answeredBy: row.answered_name,
    answeredAt: row.answered_at,
    changedAt: row.changed_at ?? undefined,
    revision: row.revision,
  };
}

/** Written here alone, every question answered. */
function ratingsOf(kept: unknown): CheckIn['ratings'] {
  return keptRatings.parse(kept);
}

const rating = z.union(ratings.map((number) => z.literal(number)));

const keptRatings = z.object({
  respect: rating,
  reach: rating,
  handover: rating,
  meetings: rating,
  'people-helped': rating,
});
