import type { Selectable } from 'kysely';
import type { PersonId, Transaction } from '../database/acting.ts';
import type { PledgeDraft } from '../database/schema.ts';
import { type Draft, type DraftAnswers, type DraftId, parseDraftAnswers } from './draft.ts';

export async function insertDraft(tx: Transaction, person: PersonId, now: Date): Promise<DraftId> {
  const row = await tx
    .insertInto('pledge_draft')
    .values({ person_id: person, answers: '{}', created_at: now, updated_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id as DraftId;
}

/** The person's drafts, the one worked on last first. */
export async function listDrafts(tx: Transaction, person: PersonId): Promise<readonly Draft[]> {
  const rows = await tx
    .selectFrom('pledge_draft')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('updated_at', 'desc')
    .execute();
  return rows.map(draftOf);
}

export async function findDraft(tx: Transaction, person: PersonId, id: DraftId): Promise<Draft | undefined> {
  const row = await tx
    .selectFrom('pledge_draft')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row && draftOf(row);
}

/** The draft, kept for this transaction: a second sending of it waits, and then finds nothing. */
export async function lockDraft(tx: Transaction, person: PersonId, id: DraftId): Promise<Draft | undefined> {
  const row = await tx
    .selectFrom('pledge_draft')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', person)
    .forUpdate()
    .executeTakeFirst();
  return row && draftOf(row);
}

export async function updateDraft(
  tx: Transaction,
  id: DraftId,
  answers: DraftAnswers,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('pledge_draft')
    .set({ answers: JSON.stringify(answers), updated_at: now })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirstOrThrow();
}

/** False when it is gone already. */
export async function deleteDraft(tx: Transaction, person: PersonId, id: DraftId): Promise<boolean> {
  const deleted = await tx
    .deleteFrom('pledge_draft')
    .where('id', '=', id)
    .where('person_id', '=', person)
    .returning('id')
    .executeTakeFirst();
  return deleted !== undefined;
}

function draftOf(row: Selectable<PledgeDraft>): Draft {
  return {
    id: row.id as DraftId,
    answers: parseDraftAnswers(row.answers),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
