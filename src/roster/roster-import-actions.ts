import type { AgencyId } from '../database/acting.ts';
import type { ImportId } from '../file-import/file-import.ts';
import type { ImportSubject, NothingFound, PlannedReport, Planning } from '../file-import/import-subject.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { matchAgain, releaseRecordsOf } from '../training/match-actions.ts';
import { tellsOfTraining } from './file-subject.ts';
import { foldedToStage } from './folded-rows.ts';
import { IdentityDecisions } from './identity-decision.ts';
import { listIdentityDecisions } from './identity-decision-store.ts';
import { readPeople } from './read-roster-people.ts';
import { applyRosterChanges } from './roster-apply-store.ts';
import { countRosterChanges, deleteRosterChanges, insertRosterChanges } from './roster-change-store.ts';
import { isRosterHeading, proposeRosterColumns } from './roster-columns.ts';
import {
  namesPeople,
  type RosterChangeKind,
  type RosterImportTypes,
  rosterChangeKinds,
} from './roster-import.ts';
import { lockRoster, rosterFingerprint } from './roster-lock-store.ts';
import { planRoster } from './roster-plan.ts';
import { listAllStaff } from './roster-store.ts';
import { listTouchedSince, restoreRoster } from './roster-undo-store.ts';
import { countRows, peopleOfPlan, rowsToLookAt } from './rows-to-look-at.ts';
import { type ChangeToStage, changesToStage, stagedValues, withLooks } from './staged-changes.ts';

export { listMissingPeople, listRosterChanges, listRowsToLookAt } from './roster-change-store.ts';

/** A roster on its way in: who is added, changed, coming back, leaving. */
export const rosterImport: ImportSubject<RosterImportTypes> = {
  name: 'roster',
  kinds: rosterChangeKinds,
  // Its people are held in memory together. The largest agency has some 36,000 officers, a file several rows for each.
  rowsAtMost: 400_000,
  countToLookAt: ({ rowsToLookAt }) => rowsToLookAt ?? 0,
  unsaid: { fullRoster: false },
  isKnownHeading: isRosterHeading,
  propose: proposeRosterColumns,
  proposeFacts: () => ({ facts: {}, from: [] }),
  meantFor: (headings) => (tellsOfTraining(headings) ? 'training' : undefined),
  lastingFacts: (facts) => facts,
  missing: ({ mapping }) => (namesPeople(mapping) ? undefined : 'no-name-column'),
  lock: lockRoster,
  basis: rosterFingerprint,
  plan: planRosterFile,
  countStaged: countRosterChanges,
  deleteStaged: deleteRosterChanges,
  async apply(tx, agency, { id }, choice) {
    const applied = await applyRosterChanges(tx, agency, id, choice);
    const matched = await matchAgain(tx, agency);
    return { peopleAdded: applied.added, peopleChanged: applied.changed, matched };
  },
  listTouchedSince,
  async undo(tx, agency, { id }) {
    await releaseRecordsOf(tx, agency, id);
    const restored = await restoreRoster(tx, agency, id);
    await matchAgain(tx, agency);
    return done({ peopleRemoved: restored.removed, peopleRestored: restored.restored });
  },
};

async function planRosterFile(
  planning: Planning<RosterImportTypes>,
): Promise<Outcome<PlannedReport<RosterImportTypes>, NothingFound>> {
  const { tx, copy, agency, said, today } = planning;
  const { folded, refusedRows, noted, rowsRead, emptyTexts } = await readPeople(planning);
  if (folded.people.length === 0) return refused({ code: 'nothing-found' });
  await lockRoster(tx, agency);
  const existing = await listAllStaff(tx, agency);
  const decisions = new IdentityDecisions(await listIdentityDecisions(tx, agency));
  const { fullRoster } = said.facts;
  const plan = planRoster(existing, folded.people, { today, fullRoster, decisions });
  const looks = rowsToLookAt(peopleOfPlan(plan), noted);
  const looksByRow = Map.groupBy(looks, ({ row }) => row);
  const staged = [...changesToStage(plan, refusedRows)].map((change) => withLooks(change, looksByRow));
  const all = stagedAndFolded(staged, foldedToStage(folded, plan.foldedPeople));
  await insertRosterChanges(copy, valuesOf(all, agency, planning.import));
  const rowsFolded = folded.folded.length + plan.foldedPeople.length;
  return done({
    rowsRead,
    rowsFolded,
    people: folded.people.length - plan.foldedPeople.length,
    rowsToLookAt: countRows(looks),
    emptyTexts,
    counts: { ...countsOf(staged), folded: rowsFolded },
  });
}

/** One after the other: a file may have several rows for everybody. */
function* stagedAndFolded(staged: readonly ChangeToStage[], folded: Iterable<ChangeToStage>) {
  yield* staged;
  yield* folded;
}

function* valuesOf(staged: Iterable<ChangeToStage>, agency: AgencyId, id: ImportId) {
  let place = 0;
  for (const change of staged) yield stagedValues(agency, id, place++, change);
}

function countsOf(staged: readonly ChangeToStage[]): Readonly<Record<RosterChangeKind, number>> {
  const counts = new Map<RosterChangeKind, number>(rosterChangeKinds.map((kind) => [kind, 0]));
  for (const { kind } of staged) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries(counts) as Readonly<Record<RosterChangeKind, number>>;
}
