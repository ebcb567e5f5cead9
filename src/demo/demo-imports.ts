import { commitRosterImport, planRosterImport, understandRoster } from '../roster/roster-import-actions.ts';
import {
  commitTrainingImport,
  planTrainingImport,
  understandTraining,
} from '../training/training-import-actions.ts';
import { withReceivedFile } from './demo-file.ts';
import type { DemoAgency } from './demo-pledge.ts';
import { rosterCsv, rosterMapping, trainingCsv, trainingMapping } from './demo-sheet.ts';
import type { DemoOfficer } from './demo-staff.ts';
import { type Stage, value } from './demo-stage.ts';
import type { DemoRecord } from './demo-training.ts';

/** Uploads, checks and imports a roster, as the training officer does it. */
export async function importRoster(
  stage: Stage,
  made: DemoAgency,
  people: readonly DemoOfficer[],
): Promise<void> {
  const { deps } = stage;
  const who = importerOf(made);
  const understood = await withReceivedFile('personnel.csv', rosterCsv(stage, people), (file) =>
    understandRoster(deps, who, file),
  );
  const id = value(understood);
  const facts = { mapping: rosterMapping, fullRoster: true, defaultKind: undefined };
  value(await planRosterImport(deps, who, id, facts));
  value(await commitRosterImport(deps, who, id, { separateMissing: false }));
}

/** Uploads, checks and imports training records. */
export async function importTraining(
  stage: Stage,
  made: DemoAgency,
  records: readonly DemoRecord[],
): Promise<void> {
  const { deps } = stage;
  const who = importerOf(made);
  const understood = await withReceivedFile('training-records.csv', trainingCsv(stage, records), (file) =>
    understandTraining(deps, who, file),
  );
  const id = value(understood);
  value(await planTrainingImport(deps, who, id, { mapping: trainingMapping, wholeFile: {} }));
  value(await commitTrainingImport(deps, who, id));
}

function importerOf({ agency, coordinator, trainingOfficer }: DemoAgency) {
  return { agency, person: (trainingOfficer ?? coordinator).id };
}
