import { recordAudit } from '../audit/audit.ts';
import { actingAs } from '../database/acting.ts';
import type { Deps } from '../http/environment.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { matchAgain } from '../training/match-actions.ts';
import type { RosterChangeCounts, RosterImportRefusal } from './roster-import.ts';
import {
  type AppliedChanges,
  applyRosterChanges,
  countRosterChanges,
  deleteRosterChanges,
  lockRoster,
  lockRosterImport,
  rosterFingerprint,
  updateRosterImportClosed,
} from './roster-import-store.ts';
import { actingFor, type RosterImporter } from './roster-importer.ts';

export { planRosterImport } from './plan-roster-actions.ts';
export type { RosterImporter } from './roster-importer.ts';
export { understandRoster } from './understand-roster-actions.ts';

/** Carries a planned import out, whole or not at all. Refused when the roster changed since it was planned. */
export async function commitRosterImport(
  deps: Deps,
  who: RosterImporter,
  id: string,
  choice: { readonly separateMissing: boolean },
): Promise<Outcome<AppliedChanges, RosterImportRefusal>> {
  const agency = who.agency.id;
  return actingAs(deps.db.app, actingFor(who), async (tx) => {
    const found = await lockRosterImport(tx, agency, id);
    if (!found) return refused({ code: 'import-not-found' });
    if (found.state !== 'planned' || !found.report) return refused({ code: 'import-closed' });
    await lockRoster(tx, agency);
    const staged = await countRosterChanges(tx, agency, found.id);
    const isCurrent = (await rosterFingerprint(tx, agency)) === found.report.heldAgainst;
    // After a crash of the database the staged plan is gone; the file is still there to plan it again.
    if (!isCurrent || staged !== total(found.report.counts)) return refused({ code: 'plan-outdated' });
    const applied = await applyRosterChanges(tx, agency, found.id, choice.separateMissing);
    await matchAgain(tx, agency);
    await deleteRosterChanges(tx, agency, found.id);
    await updateRosterImportClosed(tx, agency, found.id, 'committed', who.person);
    await recordAudit(
      tx,
      { agency },
      {
        action: 'roster-imported',
        subject: { kind: 'roster-import', id: found.id },
        details: {
          ...found.report.counts,
          separateMissing: choice.separateMissing,
          sha256: found.file.sha256,
        },
      },
    );
    return done(applied);
  });
}

/** Gives an import up; the roster stays as it is. */
export async function discardRosterImport(
  deps: Deps,
  who: RosterImporter,
  id: string,
): Promise<Outcome<undefined, RosterImportRefusal>> {
  return actingAs(deps.db.app, actingFor(who), async (tx) => {
    const found = await lockRosterImport(tx, who.agency.id, id);
    if (!found) return refused({ code: 'import-not-found' });
    if (found.state === 'committed' || found.state === 'discarded') return refused({ code: 'import-closed' });
    await deleteRosterChanges(tx, who.agency.id, found.id);
    await updateRosterImportClosed(tx, who.agency.id, found.id, 'discarded', who.person);
    return done(undefined);
  });
}

function total(counts: RosterChangeCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
