import { createHash } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgencyId, PersonId } from '../database/acting.ts';
import { actingAs } from '../database/acting.ts';
import { commitImport } from '../file-import/commit-actions.ts';
import type { SaidOfFile } from '../file-import/file-import.ts';
import { findImport } from '../file-import/file-import-store.ts';
import { planImport } from '../file-import/plan-actions.ts';
import { understandFile } from '../file-import/understand-actions.ts';
import type { Deps } from '../http/environment.ts';
import type { ReceivedFile } from '../http/upload.ts';
import type { TrainingImportTypes, TrainingReport } from '../training/training-import.ts';
import { trainingImport } from '../training/training-import-actions.ts';

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

/** Uploads and plans a training export as it is understood, with what is said otherwise. */
export async function planTrainingFile(
  deps: Deps,
  who: ImporterForTests,
  content: string | Uint8Array,
  said: Partial<SaidOfFile<TrainingImportTypes>> = {},
): Promise<{ readonly id: string; readonly report: TrainingReport }> {
  const understood = await withReceivedFile(content, (file) =>
    understandFile(deps, who, trainingImport, file),
  );
  if (!understood.ok) throw new Error(`The file was refused: ${JSON.stringify(understood.refusal)}`);
  const { id } = understood.value;
  const found = await actingAs(
    deps.db.app,
    { as: 'agency', agency: who.agency.id, person: who.person },
    (tx) => findImport(tx, who.agency.id, trainingImport, id),
  );
  if (!found) throw new Error('The import is not there.');
  const plan = await planImport(deps, who, trainingImport, id, {
    mapping: said.mapping ?? found.columns.mapping,
    facts: said.facts ?? {},
  });
  if (!plan.ok) throw new Error(`The plan was refused: ${JSON.stringify(plan.refusal)}`);
  return { id, report: plan.value };
}

/** Imports a training export whole; answers how many records were added. */
export async function importTrainingFile(
  deps: Deps,
  who: ImporterForTests,
  content: string | Uint8Array,
  said: Partial<SaidOfFile<TrainingImportTypes>> = {},
): Promise<number> {
  const { id } = await planTrainingFile(deps, who, content, said);
  const committed = await commitImport(deps, who, trainingImport, id, {});
  if (!committed.ok) throw new Error(`The import was refused: ${JSON.stringify(committed.refusal)}`);
  return committed.value.added ?? 0;
}
