import { sql } from 'kysely';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { PersonId, Transaction } from '../database/acting.ts';
import { inReadingOrder } from '../database/reading-order.ts';
import type { Phrasing, PhrasingId, PhrasingWords } from './phrasing.ts';

export interface PhrasingQuery {
  readonly search: string;
  readonly show: 'in-use' | 'retired';
  readonly limit: number;
  readonly offset: number;
}

/** One page of the campaign's phrasings, by title. */
export async function listPhrasings(
  tx: Transaction,
  { search, show, limit, offset }: PhrasingQuery,
): Promise<{ readonly phrasings: readonly Phrasing[]; readonly total: number }> {
  let rows = phrasingRows(tx)
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('retired_at', show === 'in-use' ? 'is' : 'is not', null);
  if (search) {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where((to) => to.or([to('title', 'ilike', pattern), to('text', 'ilike', pattern)]));
  }
  const found = await rows
    .orderBy('title', inReadingOrder)
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return { total: found[0]?.total ?? 0, phrasings: found.map(toPhrasing) };
}

/** Those in use for one requirement: its own first, then those for all. */
export async function listPhrasingsFor(
  tx: Transaction,
  requirement: Requirement,
): Promise<readonly Phrasing[]> {
  const rows = await phrasingRows(tx)
    .where('retired_at', 'is', null)
    .where((to) => to.or([to('requirement', '=', requirement), to('requirement', 'is', null)]))
    .orderBy(sql`requirement is null`)
    .orderBy('title', inReadingOrder)
    .orderBy('id')
    .execute();
  return rows.map(toPhrasing);
}

export async function findPhrasing(tx: Transaction, id: string): Promise<Phrasing | undefined> {
  const row = await phrasingRows(tx).where('id', '=', id).executeTakeFirst();
  return row && toPhrasing(row);
}

interface Writing {
  readonly by: PersonId;
  readonly at: Date;
}

export async function insertPhrasing(
  tx: Transaction,
  { requirement, title, text }: PhrasingWords,
  { by, at }: Writing,
): Promise<PhrasingId> {
  const { id } = await tx
    .insertInto('review_phrasing')
    .values({ requirement: requirement ?? null, title, text, written_by: by, written_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id as PhrasingId;
}

/** False when it was changed or retired since `revision`. */
export async function updatePhrasing(
  tx: Transaction,
  { id, revision }: Pick<Phrasing, 'id' | 'revision'>,
  change: PhrasingWords | 'retire',
  { by, at }: Writing,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('review_phrasing')
    .set({
      revision: revision + 1,
      written_by: by,
      written_at: at,
      ...(change === 'retire'
        ? { retired_at: at }
        : { requirement: change.requirement ?? null, title: change.title, text: change.text }),
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function phrasingRows(tx: Transaction) {
  return tx
    .selectFrom('review_phrasing')
    .select(['id', 'requirement', 'title', 'text', 'revision', 'retired_at']);
}

type PhrasingRow = Awaited<ReturnType<ReturnType<typeof phrasingRows>['execute']>>[number];

function toPhrasing(row: PhrasingRow): Phrasing {
  return {
    id: row.id as PhrasingId,
    requirement: (row.requirement as Requirement | null) ?? undefined,
    title: row.title,
    text: row.text,
    revision: row.revision,
    isRetired: row.retired_at !== null,
  };
}
