import { commitImport } from '../file-import/commit-actions.ts';
import { planImport } from '../file-import/plan-actions.ts';
import { understandFile } from '../file-import/understand-actions.ts';
import { rosterImport } from '../roster/roster-import-actions.ts';
import { trainingImport } from '../training/training-import-actions.ts';
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
    understandFile(deps, who, rosterImport, file),
  );
  const { id } = value(understood);
  const said = { mapping: rosterMapping, facts: { fullRoster: true } };
  value(await planImport(deps, who, rosterImport, id, said));
  value(await commitImport(deps, who, rosterImport, id, { separateMissing: false }));
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
    understandFile(deps, who, trainingImport, file),
  );
  const { id } = value(understood);
  value(await planImport(deps, who, trainingImport, id, { mapping: trainingMapping, facts: {} }));
  value(await commitImport(deps, who, trainingImport, id, {}));
}

function importerOf({ agency, coordinator, trainingOfficer }: DemoAgency) {
  return { agency, person: (trainingOfficer ?? coordinator).id };
}
