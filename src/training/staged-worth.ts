import { qualifyPerson } from './programs-held.ts';
import { type QualifyingContext, type QualifyingRecord, qualifyRecord } from './qualifying-record.ts';
import type { RecordToJudge } from './record-judging.ts';
import type { StagedRecord } from './staged-record.ts';

/** A staged line with those of its person's records, staged and here, that depend on each other. */
export interface StagedWithDays extends StagedRecord {
  /** The same array for every line of a person. */
  readonly days: readonly RecordToJudge[];
}

/** What staged lines are worth as commit will have it; for one page or download, judged in one way. */
export function stagedJudge(
  judging: QualifyingContext,
): (line: StagedWithDays) => QualifyingRecord | undefined {
  const judged = new WeakMap<readonly RecordToJudge[], ReadonlyMap<string, QualifyingRecord>>();
  const together = (days: readonly RecordToJudge[]) => {
    const known = judged.get(days) ?? worthOfEach(days, judging);
    judged.set(days, known);
    return known;
  };
  return ({ id, verdict, record, days }) => {
    if (!verdict) return undefined;
    return (id && together(days).get(id)) || qualifyRecord(record, judging);
  };
}

/** Every day of a class says what the class is worth. */
function worthOfEach(
  days: readonly RecordToJudge[],
  judging: QualifyingContext,
): ReadonlyMap<string, QualifyingRecord> {
  return new Map(
    qualifyPerson(days, judging).flatMap(({ rows, qualifying }) =>
      rows.map(({ id }) => [id, qualifying] as const),
    ),
  );
}
