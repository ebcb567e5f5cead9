import type { AgencyId, Transaction } from '../database/acting.ts';
import {
  type ImportSubject,
  type NothingFound,
  type PlannedReport,
  type Planning,
  reportedRows,
} from '../file-import/import-subject.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { tellsOfStaff } from '../roster/file-subject.ts';
import { listAllStaff, lockRoster, rosterFingerprint } from '../roster/roster-actions.ts';
import { decisionsFingerprint } from './course-decision-store.ts';
import { catchUpWithDecisions, judgeDaysOf, recognizerOf } from './judging-actions.ts';
import { listPeopleWithDays, lockTraining } from './judging-store.ts';
import { listMatchDecisions } from './match-store.ts';
import { preambleProposal } from './preamble-proposal.ts';
import { staffIndex } from './staff-index.ts';
import { countRowsToLookAt } from './staged-look-store.ts';
import {
  applyStagedRecords,
  countStagedRecords,
  deleteStagedRecords,
  insertStagedRecords,
  insertTouchedPeople,
} from './staged-record-store.ts';
import { stagedRows } from './staged-rows.ts';
import { sumUpStagedRecords } from './staged-sum-store.ts';
import { judgeStagedTogether } from './staged-together-actions.ts';
import { isTrainingHeading, proposeTrainingColumns } from './training-columns.ts';
import { missingFact, stagedKinds, type TrainingImportTypes } from './training-import.ts';
import { trainingHabits } from './training-row.ts';
import { deleteImportedRecords, listTouchedSince } from './training-undo-store.ts';

export { listStagedRecords } from './staged-record-store.ts';

/** A training export on its way in: whose each line is, what it is worth, and which are here already. */
export const trainingImport: ImportSubject<TrainingImportTypes> = {
  name: 'training',
  kinds: stagedKinds,
  rowsAtMost: 2_000_000,
  countToLookAt: ({ rowsToLookAt }) => rowsToLookAt ?? 0,
  unsaid: {},
  isKnownHeading: isTrainingHeading,
  propose: proposeTrainingColumns,
  proposeFacts: preambleProposal,
  meantFor: (headings, { title, code }) =>
    title === undefined && code === undefined && tellsOfStaff(headings) ? 'roster' : undefined,
  // A class ends with its file: the next one's course and day are others.
  lastingFacts: () => ({}),
  missing: missingFact,
  async lock(tx, agency) {
    await lockRoster(tx, agency);
    await lockTraining(tx, agency);
  },
  basis: async (tx, agency) =>
    `${await rosterFingerprint(tx, agency)} | ${await decisionsFingerprint(tx, agency)}`,
  plan: planTrainingFile,
  countStaged: countStagedRecords,
  deleteStaged: deleteStagedRecords,
  async apply(tx, agency, { id }) {
    await catchUpWithDecisions(tx, agency);
    const added = await applyStagedRecords(tx, agency, id);
    await insertTouchedPeople(tx, agency, id);
    await judgeDaysOf(tx, agency, await listPeopleWithDays(tx, agency, id));
    return { added };
  },
  listTouchedSince,
  async undo(tx, agency, { id }) {
    const { removed, withDays } = await deleteImportedRecords(tx, agency, id);
    await judgeDaysOf(tx, agency, withDays);
    return done({ removed });
  },
};

async function planTrainingFile(
  planning: Planning<TrainingImportTypes>,
): Promise<Outcome<PlannedReport<TrainingImportTypes>, NothingFound>> {
  const { tx, copy, agency, said, today } = planning;
  const recognize = await recognizerOf(tx, agency);
  const rows = stagedRows(reportedRows(planning), {
    agency,
    importId: planning.import,
    mapping: said.mapping,
    wholeFile: said.facts,
    today,
    dates: planning.dates,
    ...trainingHabits(planning.reading.sample, said.mapping),
    index: staffIndex(await listAllStaff(tx, agency)),
    decided: await decidedPeople(tx, agency),
    recognize,
  });
  const rowsRead = await insertStagedRecords(tx, copy, agency, planning.import, rows);
  await judgeStagedTogether(tx, agency, planning.import, recognize);
  const sums = await sumUpStagedRecords(tx, agency, planning.import, today);
  const rowsToLookAt = await countRowsToLookAt(tx, agency, planning.import);
  return rowsRead === sums.counts.refused
    ? refused({ code: 'nothing-found' })
    : done({ rowsRead, rowsToLookAt, ...sums });
}

async function decidedPeople(tx: Transaction, agency: AgencyId) {
  const decisions = await listMatchDecisions(tx, agency);
  return new Map(decisions.map((decision) => [decision.personKey, decision]));
}
