import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { ClassSessionId } from '../class-session/class-session.ts';
import type { Transaction } from '../database/acting.ts';
import { inReadingOrder } from '../database/reading-order.ts';
import type { Partnership } from '../partnership/partnership.ts';
import type { TrainingListAsked } from './joint-list.ts';
import type { JointTraining, JointTrainingContent, JointTrainingId } from './joint-training.ts';

type Of = Pick<Partnership, 'agency' | 'id'>;

/** Undefined when the class is listed already: then nothing is written. */
export async function insertTraining(
  tx: Transaction,
  of: Of,
  content: JointTrainingContent,
  from: { readonly session: ClassSessionId | undefined; readonly at: Date },
): Promise<JointTrainingId | undefined> {
  const row = await tx
    .insertInto('joint_training')
    .values({
      agency_id: of.agency.id,
      partnership_id: of.id,
      ...columnsOf(content),
      class_session_id: from.session ?? null,
      added_at: from.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row && (row.id as JointTrainingId);
}

export async function findTraining(tx: Transaction, of: Of, id: string): Promise<JointTraining | undefined> {
  const row = await rowsOf(tx, of).selectAll().where('id', '=', id).executeTakeFirst();
  return row && trainingOf(row);
}

/** The same, kept for this transaction. */
export async function lockTraining(tx: Transaction, of: Of, id: string): Promise<JointTraining | undefined> {
  const row = await rowsOf(tx, of).selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && trainingOf(row);
}

/** Writes over the training that was locked. */
export async function updateTraining(
  tx: Transaction,
  of: Of,
  before: JointTraining,
  after: { readonly content: JointTrainingContent; readonly removedAt: Date | undefined },
): Promise<void> {
  await tx
    .updateTable('joint_training')
    .set({
      ...columnsOf(after.content),
      removed_at: after.removedAt ?? null,
      revision: before.revision + 1,
    })
    .where('agency_id', '=', of.agency.id)
    .where('partnership_id', '=', of.id)
    .where('id', '=', before.id)
    .where('revision', '=', before.revision)
    .returning('id')
    .executeTakeFirstOrThrow();
}

export async function isClassListed(tx: Transaction, of: Of, session: ClassSessionId): Promise<boolean> {
  const row = await rowsOf(tx, of)
    .select('id')
    .where('class_session_id', '=', session)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The classes that are on the list. */
export async function listClassesListed(tx: Transaction, of: Of): Promise<readonly ClassSessionId[]> {
  const rows = await rowsOf(tx, of)
    .select('class_session_id')
    .where('removed_at', 'is', null)
    .where('class_session_id', 'is not', null)
    .execute();
  return rows.map((row) => row.class_session_id as ClassSessionId);
}

/** One page of the trainings of a partnership. */
export async function listTrainings(
  tx: Transaction,
  of: Of,
  asked: TrainingListAsked,
): Promise<{ readonly trainings: readonly JointTraining[]; readonly total: number }> {
  const direction = asked.direction === 'ascending' ? 'asc' : 'desc';
  const columns = { day: 'held_on', course: 'course', attended: 'attended' } as const;
  let rows = rowsOf(tx, of)
    .selectAll()
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('removed_at', asked.shown === 'removed' ? 'is not' : 'is', null);
  if (asked.search !== '') {
    const inside = `%${asked.search.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where(sql<boolean>`concat_ws(' ', course, taught_by) ilike ${inside}`);
  }
  const found = await rows
    .orderBy(columns[asked.sort], (order) =>
      (asked.sort === 'course' ? inReadingOrder(order) : order)[direction](),
    )
    .orderBy('held_on', 'desc')
    .orderBy('id')
    .limit(asked.pageSize)
    .offset((asked.page - 1) * asked.pageSize)
    .execute();
  return { trainings: found.map(trainingOf), total: found[0]?.total ?? 0 };
}

function rowsOf(tx: Transaction, { agency, id }: Of) {
  return tx.selectFrom('joint_training').where('agency_id', '=', agency.id).where('partnership_id', '=', id);
}

type TrainingRow = {
  readonly id: string;
  readonly course: string;
  readonly held_on: string;
  readonly taught_by_side: string;
  readonly taught_by: string;
  readonly attended: number;
  readonly class_session_id: string | null;
  readonly removed_at: Date | null;
  readonly revision: number;
};

function trainingOf(row: TrainingRow): JointTraining {
  return {
    id: row.id as JointTrainingId,
    course: row.course,
    heldOn: row.held_on as CalendarDate,
    taughtBySide: row.taught_by_side as JointTraining['taughtBySide'],
    taughtBy: row.taught_by,
    attended: row.attended,
    session: (row.class_session_id as ClassSessionId | null) ?? undefined,
    isRemoved: row.removed_at !== null,
    revision: row.revision,
  };
}

function columnsOf({ course, heldOn, taughtBySide, taughtBy, attended }: JointTrainingContent) {
  return {
    course,
    held_on: heldOn,
    taught_by_side: taughtBySide,
    taught_by: taughtBy,
    attended,
  };
}
