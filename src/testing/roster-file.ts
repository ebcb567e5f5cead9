import { actingAs } from '../database/acting.ts';
import { commitImport } from '../file-import/commit-actions.ts';
import type { ImportId } from '../file-import/file-import.ts';
import { findImport } from '../file-import/file-import-store.ts';
import { planImport } from '../file-import/plan-actions.ts';
import { understandFile } from '../file-import/understand-actions.ts';
import type { Deps } from '../http/environment.ts';
import type { RosterFileFacts, RosterReport } from '../roster/roster-import.ts';
import { rosterImport } from '../roster/roster-import-actions.ts';
import { type ImporterForTests, withReceivedFile } from './training-file.ts';

/** Uploads and plans a roster as it is understood, with what is said about the whole file. */
export async function planRosterFile(
  deps: Deps,
  who: ImporterForTests,
  content: string | Uint8Array,
  said: Partial<RosterFileFacts> = {},
): Promise<{ readonly id: ImportId; readonly report: RosterReport }> {
  const understood = await withReceivedFile(
    content,
    (file) => understandFile(deps, who, rosterImport, file),
    'roster.csv',
  );
  if (!understood.ok) throw new Error(`The file was refused: ${JSON.stringify(understood.refusal)}`);
  const { id } = understood.value;
  const found = await actingAs(
    deps.db.app,
    { as: 'agency', agency: who.agency.id, person: who.person },
    (tx) => findImport(tx, who.agency.id, rosterImport, id),
  );
  if (!found) throw new Error('The import is not there.');
  const plan = await planImport(deps, who, rosterImport, id, {
    mapping: found.columns.mapping,
    facts: { fullRoster: false, ...said },
  });
  if (!plan.ok) throw new Error(`The plan was refused: ${JSON.stringify(plan.refusal)}`);
  return { id: found.id, report: plan.value };
}

/** Imports a roster whole; answers what its plan counted. */
export async function importRosterFile(
  deps: Deps,
  who: ImporterForTests,
  content: string | Uint8Array,
  said: Partial<RosterFileFacts> = {},
): Promise<RosterReport['counts']> {
  const { id, report } = await planRosterFile(deps, who, content, said);
  const committed = await commitImport(deps, who, rosterImport, id, { separateMissing: false });
  if (!committed.ok) throw new Error(`The import was refused: ${JSON.stringify(committed.refusal)}`);
  return report.counts;
}
