import { basename } from 'node:path';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { mappingOf } from '../columns/column-proposal.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { type PreambleProposal, preambleProposal } from '../training/preamble-proposal.ts';
import { isTrainingHeading, proposeTrainingColumns } from '../training/training-columns.ts';
import {
  interpretTrainingRow,
  type RowRefusal,
  type TrainingRow,
  trainingHabits,
  type WholeFileFacts,
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
  /** What was taken for every row that doesn't say it: as the command line said, or else as the title has it. */
  readonly wholeFile: WholeFileFacts;
  /** The lines above the headings that the title's facts stand in, as far as they were used. */
  readonly fromTitle: PreambleProposal['from'];
}

export async function readTrainingFile(
  choice: FileChoice,
  today: CalendarDate,
  said: WholeFileFacts = {},
): Promise<Outcome<TrainingFile, FileRefusal>> {
  const name = basename(choice.path);
  return readFile<TrainingFile>(
    choice,
    isTrainingHeading,
    ({ format, sheet, headerRow, headings, sample, preambleRows }) => {
      const proposal = proposeTrainingColumns(headings, sample);
      const mapping = mappingOf(proposal);
      if (mapping.fullName === undefined && mapping.familyName === undefined)
        return refused({ name, code: 'no-name-column', headerRow });
      const title = preambleProposal(preambleRows, mapping, today);
      const isTitleUsed = said.title === undefined;
      const wholeFile = { ...(isTitleUsed ? title.facts : {}), ...withoutBlanks(said) };
      const hasCourse = mapping.courseTitle !== undefined || mapping.courseCode !== undefined;
      if (!hasCourse && wholeFile.title === undefined)
        return refused({ name, code: 'no-course-column', headerRow });
      const rows: TrainingRow[] = [];
      const left: RowRefusal[] = [];
      const context = { today, wholeFile, ...trainingHabits(sample, mapping) };
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
          wholeFile,
          fromTitle: isTitleUsed ? title.from : [],
        }),
      });
    },
  );
}

function withoutBlanks(facts: WholeFileFacts): WholeFileFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
