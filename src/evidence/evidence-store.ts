import { sql } from 'kysely';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { Evidence, EvidenceId } from './evidence.ts';

export interface NewEvidence {
  readonly requirement: Requirement;
  readonly title: string;
  readonly note: string;
  readonly file: StoredFileId;
  readonly by: PersonId;
  readonly replaces?: EvidenceId | undefined;
}

/** Every piece of the agency, newest first, replaced and removed ones among them. */
export async function listEvidence(tx: Transaction, agency: AgencyId): Promise<readonly Evidence[]> {
  const rows = await evidenceRows(tx, agency).orderBy('e.added_at', 'desc').orderBy('e.id').execute();
  return rows.map(toEvidence);
}

/** One piece, locked until commit so that two replacements follow each other. */
export async function lockEvidence(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<Evidence | undefined> {
  const row = await evidenceRows(tx, agency).where('e.id', '=', id).forUpdate('e').executeTakeFirst();
  return row && toEvidence(row);
}

export async function hasReplacement(tx: Transaction, agency: AgencyId, id: EvidenceId): Promise<boolean> {
  const row = await tx
    .selectFrom('evidence')
    .select('id')
    .where('agency_id', '=', agency)
    .where('replaces', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertEvidence(
  tx: Transaction,
  agency: AgencyId,
  piece: NewEvidence,
): Promise<EvidenceId> {
  const { id } = await tx
    .insertInto('evidence')
    .values({
      agency_id: agency,
      requirement: piece.requirement,
      title: piece.title,
      note: piece.note,
      file_id: piece.file,
      added_by: piece.by,
      replaces: piece.replaces ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id as EvidenceId;
}

/** Marks a piece as removed; its file and its trace stay. Answers false when it was removed already. */
export async function updateEvidenceRemoved(
  tx: Transaction,
  agency: AgencyId,
  id: EvidenceId,
  by: PersonId,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('evidence')
    .set({ removed_at: sql`now()`, removed_by: by })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function evidenceRows(tx: Transaction, agency: AgencyId) {
  return tx
    .selectFrom('evidence as e')
    .innerJoin('stored_file as f', (join) =>
      join.onRef('f.agency_id', '=', 'e.agency_id').onRef('f.id', '=', 'e.file_id'),
    )
    .leftJoin('person as p', 'p.id', 'e.added_by')
    .select(['e.id', 'e.requirement', 'e.title', 'e.note', 'e.added_at', 'e.replaces', 'e.removed_at'])
    .select([
      'f.id as file_id',
      'f.name as file_name',
      'f.media_type',
      'f.size',
      'f.sha256',
      'p.name as added_by',
    ])
    .where('e.agency_id', '=', agency);
}

type EvidenceRow = Awaited<ReturnType<ReturnType<typeof evidenceRows>['execute']>>[number];

function toEvidence(row: EvidenceRow): Evidence {
  return {
    id: row.id as EvidenceId,
    requirement: row.requirement as Requirement,
    title: row.title,
    note: row.note,
    file: {
      id: row.file_id as StoredFileId,
      name: row.file_name,
      mediaType: row.media_type,
      size: row.size,
      sha256: row.sha256,
    },
    addedAt: row.added_at,
    addedBy: row.added_by ?? undefined,
    replaces: (row.replaces as EvidenceId | null) ?? undefined,
    removedAt: row.removed_at ?? undefined,
  };
}
