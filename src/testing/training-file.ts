import { createHash } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgencyId, PersonId } from '../database/acting.ts';
import { actingAs } from '../database/acting.ts';
import type { Deps } from '../http/environment.ts';
import type { ReceivedFile } from '../http/upload.ts';
import type { TrainingFileFacts, TrainingReport } from '../training/training-import.ts';
import {
  commitTrainingImport,
  findTrainingImport,
  planTrainingImport,
  understandTraining,
} from '../training/training-import-actions.ts';

export interface ImporterForTests {
  readonly agency: { readonly id: AgencyId; readonly timeZone: string };
  readonly person: PersonId;
}

/** A file as an upload leaves it, for as long as `work` takes. */
export async function withReceivedFile<Result>(
  content: string | Uint8Array,
  work: (file: ReceivedFile) => Promise<Result>,
  name = 'training.csv',
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'onemind-test-'));
  try {
    const path = join(folder, 'upload');
    await writeFile(path, content);
    const { size } = await stat(path);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return await work({ field: 'file', name, path, size, sha256 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Uploads and plans a training export as it is understood, with what `facts` say otherwise. */
export async function planTrainingFile(
  deps: Deps,
  who: ImporterForTests,
  content: string | Uint8Array,
  facts: Partial<TrainingFileFacts> = {},
): Promise<{ readonly id: string; readonly report: TrainingReport }> {
  const understood = await withReceivedFile(content, (file) => understandTraining(deps, who, file));
  if (!understood.ok) throw new Error(`The file was refused: ${JSON.stringify(understood.refusal)}`);
  const id = understood.value;
  const found = await actingAs(
    deps.db.app,
    { as: 'agency', agency: who.agency.id, person: who.person },
    (tx) => findTrainingImport(tx, who.agency.id, id),
  );
  if (!found) throw new Error('The import is not there.');
  const plan = await planTrainingImport(deps, who, id, {
    mapping: facts.mapping ?? found.columns.mapping,
    wholeFile: facts.wholeFile ?? {},
  });
  if (!plan.ok) throw new Error(`The plan was refused: ${JSON.stringify(plan.refusal)}`);
  return { id, report: plan.value };
}

/** Imports a training export whole; answers how many records were added. */
export async function importTrainingFile(
  deps: Deps,
  who: ImporterForTests,
  content: string | Uint8Array,
  facts: Partial<TrainingFileFacts> = {},
): Promise<number> {
  const { id } = await planTrainingFile(deps, who, content, facts);
  const committed = await commitTrainingImport(deps, who, id);
  if (!committed.ok) throw new Error(`The import was refused: ${JSON.stringify(committed.refusal)}`);
  return committed.value;
}
