import type { NamedRow } from './named-row.ts';
import { rowContent } from './person-facts.ts';

/** A row that says, word for word, what an earlier row says about somebody who can only be one person. */
export interface DuplicateRow {
  readonly row: number;
  readonly into: number;
  readonly code: 'duplicate-row';
}

/** Parts exact duplicates from the rows they repeat. `rows` are one person's, or share a number, in the file's order. */
export function withoutDuplicates(rows: readonly NamedRow[]): {
  readonly distinct: readonly NamedRow[];
  readonly duplicates: readonly DuplicateRow[];
} {
  const distinct: NamedRow[] = [];
  const duplicates: DuplicateRow[] = [];
  const firsts = new Map<string, number>();
  for (const named of rows) {
    const { row } = named.row;
    const content = rowContent(named.row);
    const into = firsts.get(content);
    if (into !== undefined) duplicates.push({ row, into, code: 'duplicate-row' });
    else {
      firsts.set(content, row);
      distinct.push(named);
    }
  }
  return { distinct, duplicates };
}
