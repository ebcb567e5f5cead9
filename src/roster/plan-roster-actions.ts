import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { chosenMapping } from '../columns/column-proposal.ts';
import { type AgencyId, actingAs } from '../database/acting.ts';
import { actingWithCopy } from '../database/copying.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import type { Deps } from '../http/environment.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { type ReadPeople, readPeople } from './read-roster-people.ts';
import {
  namesPeople,
  type RosterChangeCounts,
  type RosterChangeKind,
  type RosterFileFacts,
  type RosterImport,
  type RosterImportId,
  type RosterImportRefusal,
  type RosterReport,
  rosterChangeKinds,
} from './roster-import.ts';
import {
  findRosterImport,
  lockRoster,
  replaceRosterChanges,
  rosterFingerprint,
  updateRosterPlan,
} from './roster-import-store.ts';
import { actingFor, type RosterImporter } from './roster-importer.ts';
import { planRoster } from './roster-plan.ts';
import { listAllStaff } from './roster-store.ts';
import { type ChangeToStage, changesToStage, stagedValues, withNote } from './staged-changes.ts';

/** Reads the whole file as it is understood, holds it against the roster and stages what would change. */
export async function planRosterImport(
  deps: Deps,
  who: RosterImporter,
  id: string,
  facts: RosterFileFacts,
): Promise<Outcome<RosterReport, RosterImportRefusal>> {
  const found = await openImport(deps, who, id);
  if (!found.ok) return found;
  const { file, sheet, headerRow, columns } = found.value;
  if (!namesPeople(facts.mapping)) return refused({ code: 'no-name-column' });
  const mapping = chosenMapping(columns.proposal, facts.mapping);
  if (!mapping.ok) {
    return refused(
      mapping.refusal.code === 'column-chosen-twice' ? mapping.refusal : { code: 'column-not-usable' },
    );
  }
  const today = dayIn(who.agency.timeZone, deps.now());
  const read = await withLocalCopy(deps.files, file.sha256, (path) =>
    readPeople({ name: file.name, path }, { sheet, headerRow }, facts, today),
  );
  if (!read.ok) return read;
  if (read.value.folded.people.length === 0) return refused({ code: 'no-people' });
  return done(await stagePlan(deps, who, found.value, facts, read.value, today));
}

async function openImport(
  deps: Deps,
  who: RosterImporter,
  id: string,
): Promise<Outcome<RosterImport, RosterImportRefusal>> {
  const found = await actingAs(deps.db.app, actingFor(who), (tx) => findRosterImport(tx, who.agency.id, id));
  if (!found) return refused({ code: 'import-not-found' });
  if (found.state === 'committed' || found.state === 'discarded') return refused({ code: 'import-closed' });
  return done(found);
}

async function stagePlan(
  deps: Deps,
  who: RosterImporter,
  { id, columns }: RosterImport,
  facts: RosterFileFacts,
  { folded, refusedRows, notes, rowsRead }: ReadPeople,
  today: CalendarDate,
): Promise<RosterReport> {
  const agency = who.agency.id;
  return actingWithCopy(deps.db.appPool, actingFor(who), async (tx, copy) => {
    await lockRoster(tx, agency);
    const heldAgainst = await rosterFingerprint(tx, agency);
    const existing = await listAllStaff(tx, agency);
    const plan = planRoster(existing, folded.people, { today, fullRoster: facts.fullRoster });
    const staged = [...changesToStage(plan, refusedRows)].map((change) => withNote(change, notes));
    await replaceRosterChanges(tx, copy, agency, id, valuesOf(staged, agency, id));
    const report: RosterReport = {
      rowsRead,
      rowsFolded: folded.folded.length,
      people: folded.people.length,
      counts: countsOf(staged),
      heldAgainst,
    };
    await updateRosterPlan(tx, agency, id, facts, columns, report);
    return report;
  });
}

function* valuesOf(staged: readonly ChangeToStage[], agency: AgencyId, id: RosterImportId) {
  for (const [place, change] of staged.entries()) yield stagedValues(agency, id, place, change);
}

function countsOf(staged: readonly ChangeToStage[]): RosterChangeCounts {
  const counts = new Map<RosterChangeKind, number>(rosterChangeKinds.map((kind) => [kind, 0]));
  for (const { kind } of staged) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries(counts) as RosterChangeCounts;
}
