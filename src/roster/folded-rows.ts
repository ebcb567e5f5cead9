import type { FoldedPeople } from './roster-people.ts';
import type { FoldedPerson } from './roster-plan.ts';
import { blank, type ChangeToStage, nobody, shownFacts } from './staged-changes.ts';

/** The rows that add nobody of their own, each with the row of the person it belongs to. There may be several for each. */
export function* foldedToStage(
  { people, folded }: FoldedPeople,
  foldedPeople: readonly FoldedPerson[],
): Generator<ChangeToStage> {
  if (folded.length + foldedPeople.length === 0) return;
  const byRow = new Map(people.flatMap((person) => person.rows.map((row) => [row, person])));
  for (const { row, into, code } of folded) {
    const person = byRow.get(into);
    yield { ...foldedLine(row, `${code}:${into}`), ...(person && { facts: shownFacts(person) }) };
  }
  for (const { person, into } of foldedPeople) {
    const [row] = person.rows;
    yield { ...foldedLine(row, `merged-person:${into.rows[0]}`), facts: shownFacts(person) };
  }
}

function foldedLine(row: number | undefined, remark: string): ChangeToStage {
  return { ...blank, facts: nobody, kind: 'folded', row, remark };
}
