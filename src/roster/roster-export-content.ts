import { dateColumn, type ExportTable, textColumn as text } from '../table-export/export-table.ts';
import { rosterWords } from './roster-page-content.ts';
import type { StaffMember } from './staff-member.ts';

/**
 * The roster as a table. Its headings and values are those our own import reads, so that the file can come back: with
 * the same people, and without a change.
 */
export const rosterExport: ExportTable<StaffMember> = {
  name: 'Roster',
  columns: [
    text('Employee number', 17, ({ employeeNumber }) => employeeNumber),
    text('Badge number', 14, ({ badge }) => badge),
    text('Last name', 20, ({ name }) => name.family),
    text('First name', 18, ({ name }) => name.given),
    text('Middle name', 16, ({ name }) => name.middle),
    text('Suffix', 8, ({ name }) => name.suffix),
    text('Name as written', 30, ({ nameWritten }) => nameWritten ?? ''),
    text('Rank', 26, ({ rank }) => rank),
    text('Rank as written', 26, ({ rank, rankWritten }) => rankWritten || rank),
    text('Sworn', 11, ({ kind }) => rosterWords.kinds[kind]),
    text('Job category', 28, ({ category }) => category && rosterWords.categories[category]),
    text('Unit', 22, ({ unit }) => unit),
    text('Shift', 14, ({ shift }) => shift),
    text('Work email', 32, ({ email }) => email),
    dateColumn('Hire date', ({ hiredOn }) => hiredOn),
    dateColumn('Separation date', ({ separatedOn }) => separatedOn),
  ],
};
