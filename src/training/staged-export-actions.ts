import type { StagedExport } from '../file-import/staged-export.ts';
import { rulesOf } from './coverage-actions.ts';
import { recognizerOf } from './judging-actions.ts';
import { stagedRecordExport } from './staged-export-content.ts';
import { listStagedAfter } from './staged-export-store.ts';
import { withDays } from './staged-together-actions.ts';
import type { StagedWithDays } from './staged-worth.ts';
import type { TrainingImportTypes } from './training-import.ts';
import { trainingImport } from './training-import-actions.ts';

/** What an import of training records does, row by row. */
export const stagedTrainingExport: StagedExport<TrainingImportTypes, StagedWithDays> = {
  subject: trainingImport,
  table: async (tx, agency, today) =>
    stagedRecordExport(await rulesOf(tx, agency), { today, recognize: await recognizerOf(tx, agency) }),
  read: async (tx, agency, selection, after, limit) =>
    withDays(tx, agency, selection.import, await listStagedAfter(tx, agency, selection, after, limit)),
};
