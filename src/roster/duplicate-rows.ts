import { foldWord } from '../person-name/name-folding.ts';
import type { NamedRow } from './named-row.ts';
import { rowContent } from './person-facts.ts';

/** A row that says, word for word, what an earlier row says about somebody who can only be one person. */
export interface DuplicateRow {
  readonly row: number;
  readonly into: number;
  readonly code: 'duplicate-row';
}

/** Parts exact duplicates from the rows they repeat. `rows` come in the order of the file. */
export function withoutDuplicates(rows: readonly NamedRow[]): {
  readonly distinct: readonly NamedRow[];
  readonly duplicates: readonly DuplicateRow[];
} {
  const distinct: NamedRow[] = [];
  const duplicates: DuplicateRow[] = [];
  const firsts = new Map<string, number>();
  for (const named of rows) {
    const content = isOnePerson(named) ? rowContent(named.row) : undefined;
    const into = content === undefined ? undefined : firsts.get(content);
    if (into !== undefined) duplicates.push({ row: named.row.row, into, code: 'duplicate-row' });
    else distinct.push(named);
    if (content !== undefined && into === undefined) firsts.set(content, named.row.row);
  }
  return { distinct, duplicates };
}

/** A name with a rank may be two people's; with a number, an email, a hire date or all given names it is one's. */
function isOnePerson({ row, numbers }: NamedRow): boolean {
  return (
    numbers.length > 0 ||
    row.email !== '' ||
    row.hiredOn !== undefined ||
    foldWord(row.name.middle).length > 1
  );
}
