import type { StagedExport } from '../file-import/staged-export.ts';
import { rulesOf } from './coverage-actions.ts';
import { recognizerOf } from './judging-actions.ts';
import { stagedRecordExport } from './staged-export-content.ts';
import { listStagedAfter } from './staged-export-store.ts';
import type { StagedRecord } from './staged-record-store.ts';
import type { TrainingImportTypes } from './training-import.ts';
import { trainingImport } from './training-import-actions.ts';

/** What an import of training records does, row by row. */
export const stagedTrainingExport: StagedExport<TrainingImportTypes, StagedRecord> = {
  subject: trainingImport,
  table: async (tx, agency, today) =>
    stagedRecordExport(await rulesOf(tx, agency), { today, recognize: await recognizerOf(tx, agency) }),
  read: listStagedAfter,
};
