import { basename } from 'node:path';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { mappingOf } from '../columns/column-proposal.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { isTrainingHeading, proposeTrainingColumns } from '../training/training-columns.ts';
import {
  interpretTrainingRow,
  type RowRefusal,
  type TrainingRow,
  trainingHabits,
} from '../training/training-row.ts';
import type { FileChoice } from './check-options.ts';
import {
  columnReports,
  type FileFacts,
  type FileRead,
  type FileRefusal,
  readFile,
  troublesOfUsed,
} from './checked-file.ts';

/** Training records as their file gives them, before anybody is matched. */
export interface TrainingFile extends FileFacts, Pick<FileRead, 'facts'> {
  readonly rows: readonly TrainingRow[];
  readonly refused: readonly RowRefusal[];
}

export async function readTrainingFile(
  choice: FileChoice,
  today: CalendarDate,
): Promise<Outcome<TrainingFile, FileRefusal>> {
  const name = basename(choice.path);
  return readFile<TrainingFile>(
    choice,
    isTrainingHeading,
    ({ format, sheet, headerRow, headings, sample }) => {
      const proposal = proposeTrainingColumns(headings, sample);
      const mapping = mappingOf(proposal);
      if (mapping.fullName === undefined && mapping.familyName === undefined)
        return refused({ name, code: 'no-name-column', headerRow });
      if (mapping.courseTitle === undefined && mapping.courseCode === undefined)
        return refused({ name, code: 'no-course-column', headerRow });
      const rows: TrainingRow[] = [];
      const left: RowRefusal[] = [];
      const context = { today, ...trainingHabits(sample, mapping) };
      return done({
        row(row) {
          const read = interpretTrainingRow(row, mapping, context);
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
          rows,
          refused: left,
        }),
      });
    },
  );
}
