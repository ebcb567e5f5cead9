import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { doubtSentence } from '../training/matching-content.ts';
import { qualifyingSentence } from '../training/qualifying-content.ts';
import type { QualifyingRecord } from '../training/qualifying-record.ts';
import { noteSentence } from '../training/training-content.ts';
import type { RowNote, TrainingRow } from '../training/training-row.ts';
import type { RecordsOfPerson } from './records-of-person.ts';
import type { RowReason } from './row-reason.ts';

/**
 * Nobody knows whom the records are about: each that might count waits, and what can't be read in it is said too.
 */
export function doubtfulMatchReasons(person: RecordsOfPerson): readonly RowReason[] {
  const { match } = person;
  if (match.kind !== 'doubtful') return [];
  const { reason } = match;
  return rowsThatMightCount(person).flatMap((row) => [
    { row: row.row, reason, sentence: doubtSentence(reason) },
    ...noteReasons(row),
  ]);
}

/** Records of known people that might count, and every cell of such records that couldn't be read. */
export function doubtfulRecordReasons(person: RecordsOfPerson, rules: CampaignRules): readonly RowReason[] {
  const { rows, classes } = person;
  const notes = new Map(rows.map(({ row, notes: own }) => [row, own]));
  const doubts = classes.flatMap(({ qualifying, rows: own }) =>
    qualifying.verdict === 'doubtful'
      ? own
          .filter(({ row }) => !isExplained(qualifying, notes.get(row) ?? []))
          .map(({ row }) => ({
            row,
            reason: qualifying.why.code,
            sentence: qualifyingSentence(rules, qualifying),
          }))
      : [],
  );
  return [...doubts, ...rowsThatMightCount(person).flatMap(noteReasons)];
}

/**
 * A row about another course, or of somebody who didn't finish, counts for nobody whatever is corrected in it. One of
 * few hours may: it may be a day of a longer class.
 */
function rowsThatMightCount({ rows, classes }: RecordsOfPerson): readonly TrainingRow[] {
  const out = new Set(
    classes
      .filter(
        ({ qualifying: { verdict, why } }) => verdict === 'does-not-count' && why.code !== 'too-few-hours',
      )
      .flatMap((one) => one.rows.map(({ row }) => row)),
  );
  return rows.filter(({ row }) => !out.has(row));
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
