import type { RowNote } from './training-row.ts';

const none: readonly RowNote[] = [];

/** The notes of a record as the database keeps them. */
export function notesFrom(kept: unknown): readonly RowNote[] {
  return kept === null || kept === undefined ? none : JSON.parse(JSON.stringify(kept));
}
