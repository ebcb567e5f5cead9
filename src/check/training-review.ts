import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { doubtSentence } from '../training/matching-content.ts';
import { qualifyingSentence } from '../training/qualifying-content.ts';
import type { QualifyingRecord } from '../training/qualifying-record.ts';
import { personKey, recordId } from '../training/record-key.ts';
import type { RecordMatch } from '../training/record-matching.ts';
import { isRecordToLookAt, type LookedAtRecord } from '../training/row-to-look-at.ts';
import { noteSentence } from '../training/training-content.ts';
import type { RowNote, TrainingRow } from '../training/training-row.ts';
import type { RecordsOfPerson } from './records-of-person.ts';
import type { RowReason } from './row-reason.ts';

/**
 * What somebody should look at in a person's records, each class and row in its turn: whose they are, whether they count,
 * and every cell that can't be read. A row that says the same as an earlier one needs no second look.
 */
export function recordReasons(person: RecordsOfPerson, rules: CampaignRules): readonly RowReason[] {
  const { match, rows, classes } = person;
  const read = new Map(withoutRepeats(rows).map((row) => [row.row, row]));
  return classes.flatMap(({ qualifying, rows: own }) =>
    own.flatMap(({ row: number }) => {
      const row = read.get(number);
      if (!row || !isRecordToLookAt(lookedAt(match, qualifying, row))) return [];
      return [...doubtReasons(match, qualifying, row, rules), ...noteReasons(row)];
    }),
  );
}

function lookedAt(
  match: RecordMatch<string>,
  { verdict, why }: QualifyingRecord,
  { notes }: TrainingRow,
): LookedAtRecord {
  return { match: match.kind, verdict, why: why.code, hasNotes: notes.length > 0 };
}

function doubtReasons(
  match: RecordMatch<string>,
  qualifying: QualifyingRecord,
  { row, notes }: TrainingRow,
  rules: CampaignRules,
): readonly RowReason[] {
  if (match.kind === 'doubtful')
    return [{ row, reason: match.reason, sentence: doubtSentence(match.reason) }];
  if (qualifying.verdict !== 'doubtful' || isExplained(qualifying, notes)) return [];
  return [{ row, reason: qualifying.why.code, sentence: qualifyingSentence(rules, qualifying) }];
}

function withoutRepeats(rows: readonly TrainingRow[]): readonly TrainingRow[] {
  const seen = new Set<string>();
  return rows.filter(({ name, employeeNumber, record }) => {
    const id = recordId(personKey(employeeNumber, name), record);
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/** Cells of rows that nobody needs to look at before anything counts, and that can't be read all the same. */
export function unreadCells({ match, rows, classes }: RecordsOfPerson): readonly RowReason[] {
  const read = new Map(rows.map((row) => [row.row, row]));
  return classes.flatMap(({ qualifying, rows: own }) =>
    own.flatMap(({ row: number }) => {
      const row = read.get(number);
      if (!row || isRecordToLookAt(lookedAt(match, qualifying, row))) return [];
      return noteReasons(row).filter(({ reason }) => reason !== 'completed-ahead');
    }),
  );
}

/** A date that stands in the row but can't be read isn't missing: the note about it says what to correct. */
export function isExplained(qualifying: QualifyingRecord, notes: readonly RowNote[]): boolean {
  return (
    qualifying.verdict === 'doubtful' &&
    qualifying.why.code === 'completion-date-missing' &&
    notes.some((note) => note.code === 'date-unreadable' && note.field === 'completedOn')
  );
}

export function noteReasons({ row, notes }: TrainingRow): readonly RowReason[] {
  return notes.map((note) => ({ row, reason: note.code, sentence: noteSentence(note) }));
}
