import type { ColumnMapping } from '../columns/column-proposal.ts';
import type { CopyValue } from '../database/copying.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { SheetRow } from '../spreadsheet/sheet.ts';
import type { Course } from './course.ts';
import { foundMatch, rememberedMatch, type SaidOfPerson } from './found-match.ts';
import type { Recognition } from './recognition.ts';
import { judgeRecord } from './record-judging.ts';
import { personKey } from './record-key.ts';
import { matchRecord } from './record-matching.ts';
import { type FoundMatch, recordColumns, recordValues } from './record-row.ts';
import type { StaffIndex } from './staff-index.ts';
import type { TrainingField } from './training-headings.ts';
import type { StagedKind } from './training-import.ts';
import { interpretTrainingRow, type TrainingRow, type TrainingRowContext } from './training-row.ts';

export interface StagingContext extends TrainingRowContext {
  readonly agency: string;
  readonly importId: string;
  readonly mapping: ColumnMapping<TrainingField>;
  readonly index: StaffIndex<StaffId>;
  /** What somebody said before about a person as written, by `personKey`. */
  readonly decided: ReadonlyMap<string, SaidOfPerson>;
  readonly recognize: (course: Course) => Recognition;
}

const nothing: readonly CopyValue[] = recordColumns.map(() => undefined);

/** The lines of a file as they are staged, one after the other: no line is kept. */
export async function* stagedRows(
  batches: AsyncIterable<readonly SheetRow[]>,
  context: StagingContext,
): AsyncGenerator<readonly CopyValue[]> {
  const head = (row: number, kind: StagedKind, remark: string) => [
    context.agency,
    context.importId,
    row,
    kind,
    remark,
  ];
  for await (const batch of batches) {
    for (const row of batch) {
      const read = interpretTrainingRow(row, context.mapping, context);
      if (!read.ok) {
        yield [...head(row.number, 'refused', read.refusal.code), ...nothing];
        continue;
      }
      const { record } = read.value;
      const match = matchOf(read.value, context);
      const waits = match.state === 'doubtful' || match.state === 'unmatched';
      yield [
        ...head(row.number, waits ? 'review' : 'new', ''),
        ...recordValues(read.value, match, judgeRecord(record, context.recognize)),
      ];
    }
  }
}

function matchOf(row: TrainingRow, { decided, index }: StagingContext): FoundMatch {
  const decision = decided.size > 0 ? decided.get(personKey(row.employeeNumber, row.name)) : undefined;
  return decision ? rememberedMatch(index, row, decision) : foundMatch(matchRecord(index, row));
}
