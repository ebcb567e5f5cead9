import { basename } from 'node:path';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { mappingOf } from '../columns/column-proposal.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { isRosterHeading, proposeRosterColumns } from '../roster/roster-columns.ts';
import { namesPeople } from '../roster/roster-import.ts';
import { columnHabits, interpretRosterRow, type RosterRow, type RowRefusal } from '../roster/roster-row.ts';
import type { StaffKind } from '../roster/staff-kind.ts';
import type { FileChoice } from './check-options.ts';
import {
  columnReports,
  type FileFacts,
  type FileRead,
  type FileRefusal,
  readFile,
  troublesOfUsed,
} from './checked-file.ts';

/** A roster as its file gives it, before anybody is counted. */
export interface RosterFile extends FileFacts, Pick<FileRead, 'facts'> {
  readonly rows: readonly RosterRow[];
  readonly refused: readonly RowRefusal[];
  /** No row says what anybody's work is, so all were taken for sworn: the requirement is then hardest to meet. */
  readonly isEveryoneTakenForSworn: boolean;
}

export interface RosterFileContext {
  readonly today: CalendarDate;
  readonly everyone: StaffKind | undefined;
}

export async function readRosterFile(
  choice: FileChoice,
  { today, everyone }: RosterFileContext,
): Promise<Outcome<RosterFile, FileRefusal>> {
  const name = basename(choice.path);
  const read = await readFile<RosterFile>(
    choice,
    isRosterHeading,
    ({ format, sheet, headerRow, headings, sample }) => {
      const proposal = proposeRosterColumns(headings, sample);
      const mapping = mappingOf(proposal);
      if (!namesPeople(mapping)) return refused({ name, code: 'no-name-column', headerRow });
      const rows: RosterRow[] = [];
      const left: RowRefusal[] = [];
      const context = { today, defaultKind: everyone, ...columnHabits(sample, mapping) };
      return done({
        row(row) {
          const read = interpretRosterRow(row, mapping, context);
          if (read.ok) rows.push(read.value);
          else left.push(read.refusal);
        },
        finish: ({ rowsRead, troubles, facts }) => ({
          file: name,
          format,
          sheet,
          headerRow,
          rowsRead,
          columns: columnReports(proposal),
          troubles: troublesOfUsed(troubles, proposal),
          facts,
          refused: left,
          ...withKinds(rows),
        }),
      });
    },
  );
  if (!read.ok || read.value.rows.length > 0) return read;
  return refused({ name, code: 'nobody', headerRow: read.value.headerRow });
}

function withKinds(rows: readonly RosterRow[]): Pick<RosterFile, 'rows' | 'isEveryoneTakenForSworn'> {
  const saysNothing = rows.every(
    ({ kind }) => kind.kind === 'undecided' && kind.doubt.code === 'no-rank-or-kind',
  );
  if (!saysNothing) return { rows, isEveryoneTakenForSworn: false };
  return {
    rows: rows.map((row) => ({ ...row, kind: { kind: 'sworn', why: { code: 'decided-for-file' } } })),
    isEveryoneTakenForSworn: true,
  };
}
