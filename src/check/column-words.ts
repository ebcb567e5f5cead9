import type { ColumnReason } from '../columns/column-proposal.ts';
import { rosterImportWords } from '../roster/roster-import-content.ts';
import { trainingImportWords } from '../training/training-import-content.ts';
import type { ColumnReport } from './checked-file.ts';

const reasons: Readonly<Record<ColumnReason, string>> = {
  name: 'Its heading says so.',
  'name-and-values': 'Its heading says so, and its values look like it.',
  'name-against-values': 'Its heading says so, though its values look different.',
  'part-of-name': 'Part of its heading says so.',
  values: 'Its values look like it.',
  'sensitive-name': 'Nobody needs it here: its heading says what it holds.',
  'sensitive-values': 'Nobody needs it here: its values look like what we never read.',
  'may-be-sensitive':
    'These could be Social Security numbers. Head the column “Employee ID” if they are not.',
  'other-column-fits-better': 'Another column fits better.',
  'not-recognized': 'Nothing we know of is in it.',
  empty: 'It is empty.',
};

const fields: Readonly<Record<string, string>> = {
  ...rosterImportWords.fields,
  ...trainingImportWords.fields,
};

/** “Column D “Rank”: Rank. Its heading says so.” */
export function columnSentence({ column, heading, field, why }: ColumnReport): string {
  const taken = field === null ? 'not used' : (fields[field] ?? field);
  return `Column ${column}${heading === '' ? '' : ` “${heading}”`}: ${taken}. ${reasons[why]}`;
}
