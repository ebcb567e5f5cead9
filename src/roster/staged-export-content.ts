import {
  dateColumn,
  type ExportTable,
  numberColumn as number,
  textColumn as text,
} from '../table-export/export-table.ts';
import { candidateSentence } from './identity-content.ts';
import type { StagedChange } from './roster-change-store.ts';
import { isDecided } from './roster-import.ts';
import { factWords, rosterImportWords as words } from './roster-import-content.ts';
import { kindWords } from './roster-page-content.ts';
import { remarkSentence } from './roster-remarks.ts';

/** What an import does to people, and the rows it could not use, as a table. */
export function stagedChangeExport<Row extends StagedChange>(): ExportTable<Row> {
  return {
    name: 'Rows',
    columns: [
      number('Row', 8, ({ row }) => row),
      text('What happens', 20, ({ kind }) => words.kinds[kind]),
      text('Employee number', 17, ({ facts }) => facts.employeeNumber),
      text('Badge number', 14, ({ facts }) => facts.badge),
      text('Last name', 18, ({ facts }) => facts.name.family),
      text('First name', 16, ({ facts }) => facts.name.given),
      text('Middle name', 14, ({ facts }) => facts.name.middle),
      text('Suffix', 8, ({ facts }) => facts.name.suffix),
      text('Name as written', 30, ({ facts }) => facts.nameWritten ?? ''),
      text('Rank', 22, ({ facts }) => facts.rank),
      text('Rank as written', 22, ({ facts }) => facts.rankWritten || facts.rank),
      text('Sworn or job', 20, (change) => (isDecided(change) ? kindWords(change.facts) : '')),
      text('Unit', 20, ({ facts }) => facts.unit),
      text('Shift', 12, ({ facts }) => facts.shift),
      text('Work email', 28, ({ facts }) => facts.email),
      dateColumn('Hire date', ({ facts }) => facts.hiredOn),
      dateColumn('Separation date', ({ facts }) => facts.separatedOn),
      text('What changes', 50, differences),
      text('Reason code', 20, ({ remark }) => remark),
      text('Reason', 50, ({ remark }) => remarkSentence(remark)),
      text('Who it may be', 60, ({ candidates }) => candidates.map(candidateSentence).join(' ')),
    ],
  };
}

function differences(change: StagedChange): string {
  return change.differences
    .map(([field, before, after]) => `${factWords[field] ?? field}: ${before || 'none'} → ${after || 'none'}`)
    .join('; ');
}
