import type { FieldDescription } from '../columns/column-fit.ts';
import { type ColumnProposal, proposeColumns } from '../columns/column-proposal.ts';
import { isKnownHeading } from '../columns/known-heading.ts';
import { withSplitName } from '../columns/split-name.ts';
import {
  looksLikeCodes,
  looksLikeDates,
  looksLikeEmails,
  looksLikeFiledNames,
  looksLikeFullNames,
  looksLikeSingleNames,
  looksLikeWords,
  shareOf,
} from '../columns/value-shapes.ts';
import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import { readEmploymentStatus } from './employment-status.ts';
import { rosterHeadings } from './roster-headings.ts';
import { readKind } from './staff-kind.ts';
import { withUnsureColumns } from './unsure-columns.ts';

export type RosterField =
  | 'employeeNumber'
  | 'badge'
  | 'fullName'
  | 'familyName'
  | 'givenName'
  | 'middleName'
  | 'suffix'
  | 'rank'
  | 'jobTitle'
  | 'rankWritten'
  | 'nameWritten'
  | 'kind'
  | 'category'
  | 'unit'
  | 'shift'
  | 'email'
  | 'hiredOn'
  | 'rehiredOn'
  | 'separatedOn'
  | 'employmentStatus';

/** `Name (Last, First)` and its like, in folded form. */
const namePatterns = [/^(\w+ )?name (last|family|surname|lf|lfm)\b/, /^last (name )?(,? ?)first\b/];

/** What a roster may hold, and how its columns are told. */
export const rosterFields: readonly FieldDescription<RosterField>[] = [
  {
    field: 'employeeNumber',
    names: rosterHeadings('employeeNumber'),
    looksLike: looksLikeCodes,
    values: 'ids',
  },
  { field: 'badge', names: rosterHeadings('badge'), looksLike: looksLikeCodes },
  {
    field: 'fullName',
    names: [...rosterHeadings('fullName'), ...namePatterns],
    looksLike: likelyFullNames,
    tellsByValues: true,
  },
  { field: 'familyName', names: rosterHeadings('familyName'), looksLike: looksLikeSingleNames },
  { field: 'givenName', names: rosterHeadings('givenName'), looksLike: looksLikeSingleNames },
  { field: 'middleName', names: rosterHeadings('middleName') },
  { field: 'suffix', names: rosterHeadings('suffix') },
  { field: 'rank', names: rosterHeadings('rank'), looksLike: looksLikeWords },
  // The same headings: where a file has two such columns, the surer one is the rank.
  { field: 'jobTitle', names: rosterHeadings('rank'), looksLike: looksLikeWords },
  { field: 'rankWritten', names: rosterHeadings('rankWritten') },
  { field: 'nameWritten', names: rosterHeadings('nameWritten') },
  {
    field: 'kind',
    names: rosterHeadings('kind'),
    looksLike: (cells) => shareOf(cells, (cell) => readKind(cell.text) !== undefined),
    values: 'yes-no',
  },
  { field: 'category', names: rosterHeadings('category') },
  { field: 'unit', names: rosterHeadings('unit') },
  { field: 'shift', names: rosterHeadings('shift') },
  {
    field: 'email',
    names: rosterHeadings('email'),
    looksLike: looksLikeEmails,
    tellsByValues: true,
  },
  { field: 'hiredOn', names: rosterHeadings('hiredOn'), looksLike: looksLikeDates, values: 'dates' },
  { field: 'rehiredOn', names: rosterHeadings('rehiredOn'), looksLike: looksLikeDates },
  { field: 'separatedOn', names: rosterHeadings('separatedOn'), looksLike: looksLikeDates },
  {
    field: 'employmentStatus',
    names: rosterHeadings('employmentStatus'),
    looksLike: (cells) => shareOf(cells, (cell) => readEmploymentStatus(cell.text) !== undefined),
  },
];

/** Whether a heading says something about a roster: helps to find the row of headings. */
export function isRosterHeading(heading: string): boolean {
  return isKnownHeading(rosterFields, heading);
}

/** What each column of a roster is taken for; `Name` over two columns is taken for family and given name. */
export function proposeRosterColumns(
  headings: readonly string[],
  sample: readonly SheetRow[],
): ColumnProposal<RosterField> {
  const proposal = withSplitName(proposeColumns(rosterFields, headings, sample), sample, nameFields);
  return withUnsureColumns(proposal, sample);
}

const nameFields = { full: 'fullName', family: 'familyName', given: 'givenName' } as const;

/** Units and titles are two words too, so values alone tell names only when they are filed: `Last, First`. */
function likelyFullNames(cells: readonly Cell[]): number {
  return Math.max(looksLikeFiledNames(cells), 0.75 * looksLikeFullNames(cells));
}
