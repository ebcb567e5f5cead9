import type { FieldDescription } from '../columns/column-fit.ts';
import { type ColumnProposal, proposeColumns } from '../columns/column-proposal.ts';
import { isKnownHeading } from '../columns/known-heading.ts';
import { withSplitName } from '../columns/split-name.ts';
import {
  looksLikeCodes,
  looksLikeDates,
  looksLikeFiledNames,
  looksLikeFullNames,
  looksLikeNumbers,
  looksLikeSingleNames,
  shareOf,
} from '../columns/value-shapes.ts';
import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import { headingsOf, type TrainingField } from './training-headings.ts';
import { readTrainingResult } from './training-result.ts';
import { withUnheadedColumns } from './unheaded-columns.ts';

/** `Name (Last, First)` and its like, in folded form. */
const namePatterns = [/^(\w+ )?name (last|family|surname|lf|lfm)\b/, /^last (name )?(,? ?)first\b/];

/** What a training export may hold, and how its columns are told. */
export const trainingFields: readonly FieldDescription<TrainingField>[] = [
  {
    field: 'employeeNumber',
    names: headingsOf('employeeNumber'),
    looksLike: looksLikeCodes,
    values: 'ids',
  },
  {
    field: 'fullName',
    names: [...headingsOf('fullName'), ...namePatterns],
    looksLike: filedNameLikeness,
    tellsByValues: true,
  },
  { field: 'familyName', names: headingsOf('familyName'), looksLike: looksLikeSingleNames },
  { field: 'givenName', names: headingsOf('givenName'), looksLike: looksLikeSingleNames },
  { field: 'middleName', names: headingsOf('middleName') },
  { field: 'suffix', names: headingsOf('suffix') },
  { field: 'courseTitle', names: headingsOf('courseTitle'), looksLike: titleLikeness },
  { field: 'courseCode', names: headingsOf('courseCode'), looksLike: looksLikeCodes },
  { field: 'hours', names: headingsOf('hours'), looksLike: looksLikeNumbers, values: 'small-numbers' },
  { field: 'completedOn', names: headingsOf('completedOn'), looksLike: looksLikeDates, values: 'dates' },
  { field: 'startedOn', names: headingsOf('startedOn'), looksLike: looksLikeDates },
  { field: 'expiresOn', names: headingsOf('expiresOn'), looksLike: looksLikeDates },
  { field: 'result', names: headingsOf('result'), looksLike: resultLikeness },
  { field: 'provider', names: headingsOf('provider') },
];

/** Whether a heading says something about training records: helps to find the row of headings. */
export function isTrainingHeading(heading: string): boolean {
  return isKnownHeading(trainingFields, heading);
}

/** What each column of a training export is taken for. */
export function proposeTrainingColumns(
  headings: readonly string[],
  sample: readonly SheetRow[],
): ColumnProposal<TrainingField> {
  const named = withSplitName(proposeColumns(trainingFields, headings, sample), sample, nameFields);
  return withUnheadedColumns(named, headings, sample);
}

const nameFields = { full: 'fullName', family: 'familyName', given: 'givenName' } as const;

/** Course titles are words too, so values alone show names only when they are filed: `Last, First`. */
function filedNameLikeness(cells: readonly Cell[]): number {
  return Math.max(looksLikeFiledNames(cells), 0.75 * looksLikeFullNames(cells));
}

/** Some exports put the number under “Course” and the name under “Title”: words are a title, `B-1234` is a number. */
function titleLikeness(cells: readonly Cell[]): number {
  const named = shareOf(cells, ({ text }) => /\p{L}{3}/u.test(text));
  const coded = shareOf(cells, ({ text }) => /\p{L}{3}/u.test(text) && /\d/.test(text) && !/\s/.test(text));
  return named - coded / 2;
}

function resultLikeness(cells: readonly Cell[]): number {
  return shareOf(cells, ({ text }) => ['completed', 'not-completed'].includes(readTrainingResult(text).kind));
}
