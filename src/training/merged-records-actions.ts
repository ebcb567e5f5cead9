import type { AgencyId, Transaction } from '../database/acting.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { catchUpWithDecisions, judgeDaysOf } from './judging-actions.ts';
import { lockTraining } from './judging-store.ts';
import { matchWritten } from './match-actions.ts';
import {
  listDoubtfulAbout,
  listWrittenIn,
  updateDecisionsMoved,
  updateDecisionsReturned,
  updateDoubtsRestored,
  updateOthersReleased,
  updateRecordsMoved,
  updateRecordsReturned,
} from './merged-records-store.ts';
import type { MovedRecords, RecordImage, RecordMove, SettledRecords } from './moved-records.ts';

/** Gives all records of a person to another, and what was said by hand about them. Before the person goes. */
export async function moveRecords(
  tx: Transaction,
  agency: AgencyId,
  move: RecordMove,
): Promise<MovedRecords> {
  await catchUpWithDecisions(tx, agency);
  await lockTraining(tx, agency);
  const moved = await updateRecordsMoved(tx, agency, move);
  return { ...moved, decisions: await updateDecisionsMoved(tx, agency, move) };
}

/**
 * Once two people are one: adds up the days of their classes anew, and looks again for those of whom it wasn't clear
 * which of the two they are. Answers the records that waited for it, as they were.
 */
export async function settleMerged(
  tx: Transaction,
  agency: AgencyId,
  { from, to }: RecordMove,
): Promise<readonly RecordImage[]> {
  const waiting = await listDoubtfulAbout(tx, agency, [from, to]);
  const ids = waiting.map(({ id }) => id);
  if (ids.length > 0) await matchWritten(tx, agency, await listWrittenIn(tx, agency, ids));
  await judgeDaysOf(tx, agency, [to]);
  return waiting;
}

/**
 * Takes a merge's part in the records back, once both people are there again. What was entered or given by hand since
 * stays where it is; what a file brought since is looked up anew. Answers how many records went back.
 */
export async function returnRecords(
  tx: Transaction,
  agency: AgencyId,
  moved: SettledRecords,
  people: { readonly kept: StaffId; readonly removed: StaffId },
): Promise<number> {
  await catchUpWithDecisions(tx, agency);
  await lockTraining(tx, agency);
  const back = { from: people.kept, to: people.removed };
  const returned = await updateRecordsReturned(tx, agency, moved.records, back);
  await updateDecisionsReturned(tx, agency, moved.decisions, back);
  await updateDoubtsRestored(tx, agency, moved.waiting);
  const since = await updateOthersReleased(tx, agency, people.kept, [...moved.ofKept, ...moved.records]);
  if (since.length > 0) await matchWritten(tx, agency, await listWrittenIn(tx, agency, since));
  await judgeDaysOf(tx, agency, [people.kept, people.removed]);
  return returned;
}
