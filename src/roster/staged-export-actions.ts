import type { StagedExport } from '../file-import/staged-export.ts';
import type { StagedChange } from './roster-change-store.ts';
import type { RosterImportTypes } from './roster-import.ts';
import { rosterImport } from './roster-import-actions.ts';
import { stagedChangeExport } from './staged-export-content.ts';
import { listChangesAfter } from './staged-export-store.ts';

/** What an import of a roster does, row by row. */
export const stagedRosterExport: StagedExport<RosterImportTypes, StagedChange> = {
  subject: rosterImport,
  table: async () => stagedChangeExport(),
  read: listChangesAfter,
};
