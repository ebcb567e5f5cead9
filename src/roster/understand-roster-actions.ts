import { mappingOf } from '../columns/column-proposal.ts';
import { actingAs } from '../database/acting.ts';
import { admitFile, keepFile } from '../files/file-actions.ts';
import type { Deps } from '../http/environment.ts';
import type { ReceivedFile } from '../http/upload.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { openSheet } from '../spreadsheet/open-sheet.ts';
import type { SheetReading } from '../spreadsheet/sheet.ts';
import { isRosterHeading, proposeRosterColumns } from './roster-columns.ts';
import type { RosterColumns, RosterImportId, RosterImportRefusal } from './roster-import.ts';
import { insertRosterImport } from './roster-import-store.ts';
import { actingFor, type RosterImporter } from './roster-importer.ts';

/** Takes an uploaded roster in: keeps the file, finds sheet and headings, proposes what the columns hold. */
export async function understandRoster(
  deps: Deps,
  who: RosterImporter,
  file: ReceivedFile | undefined,
  options: { readonly sheet?: string | undefined } = {},
): Promise<Outcome<RosterImportId, RosterImportRefusal>> {
  if (!file) return refused({ code: 'file-missing' });
  const opened = await openSheet(file, { isKnownHeading: isRosterHeading, sheet: options.sheet });
  if (!opened.ok) return opened;
  const reading = opened.value;
  try {
    const admitted = await admitFile(deps, file, mediaTypes[reading.format]);
    if (!admitted.ok) return admitted;
    const columns = columnsOf(reading);
    const id = await actingAs(deps.db.app, actingFor(who), async (tx) => {
      const kept = await keepFile(tx, admitted.value, {
        agency: who.agency.id,
        purpose: 'roster',
        by: who.person,
      });
      const { sheet, headerRow } = reading;
      return insertRosterImport(tx, who.agency.id, { file: kept, sheet, headerRow, columns }, who.person);
    });
    return done(id);
  } finally {
    await reading.close();
  }
}

const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
} as const;

function columnsOf(reading: SheetReading): RosterColumns {
  const proposal = proposeRosterColumns(reading.headings, reading.sample);
  return {
    proposal,
    mapping: mappingOf(proposal),
    examples: proposal.columns.map((column) => (column.dropped ? [] : examplesOf(reading, column.index))),
    sheets: reading.sheets.map((sheet) => sheet.name),
  };
}

function examplesOf(reading: SheetReading, index: number): readonly string[] {
  const texts = reading.sample.map((row) => row.cells[index]?.text ?? '').filter((text) => text !== '');
  return [...new Set(texts)].slice(0, 3);
}
