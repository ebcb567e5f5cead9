import { recordAudit } from '../audit/audit.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { moveRecords, returnRecords, settleMerged } from '../training/merged-records-actions.ts';
import { mergedFactsOf } from './merged-facts.ts';
import {
  chosenFacts,
  type MergeChoices,
  type MergeId,
  type MergeRefusal,
  type MergeUndoRefusal,
} from './person-merge.ts';
import {
  haveAccountsBoth,
  lockSessionsOf,
  moveReferences,
  returnReferences,
} from './person-merge-reference-store.ts';
import {
  deleteStaff,
  findMerge,
  findMergedInto,
  insertMerge,
  lockStaffRows,
  restoreMerged,
  updateMerged,
  updateMergeUndone,
} from './person-merge-store.ts';
import { lockRoster } from './roster-lock-store.ts';
import { findStaff } from './roster-store.ts';
import type { StaffId } from './staff-member.ts';

export { findMergedInto, listMergesInto, type PersonMerge } from './person-merge-store.ts';

export interface MergeAsked {
  readonly kept: string;
  readonly other: string;
  readonly choices: MergeChoices;
  readonly reason: string;
  /** When both were last changed, as `seenStamp` told the page; without it nobody looked at them before. */
  readonly seen?: string;
}

/** One text for how two people stand, to notice that somebody changed one of them meanwhile. */
export async function seenStamp(
  tx: Transaction,
  agency: AgencyId,
  kept: string,
  other: string,
): Promise<string> {
  const rows = await lockStaffRows(tx, agency, [kept, other]);
  return `${rows.get(kept)?.stamp ?? ''} ${rows.get(other)?.stamp ?? ''}`;
}

/** Makes two people of the roster one: with the facts chosen and everything that either had. */
export async function mergePeople(
  tx: Transaction,
  agency: AgencyId,
  asked: MergeAsked,
  by: PersonId,
): Promise<Outcome<{ readonly kept: StaffId; readonly merge: MergeId }, MergeRefusal>> {
  if (asked.kept === asked.other) return refused({ code: 'merge-with-oneself' });
  await lockRoster(tx, agency);
  const kept = await findStaff(tx, agency, asked.kept);
  const other = await findStaff(tx, agency, asked.other);
  if (!kept || !other) return refused({ code: 'staff-not-found' });
  const stamp = await seenStamp(tx, agency, kept.id, other.id);
  if (asked.seen !== undefined && asked.seen !== stamp) return refused({ code: 'changed-since-seen' });
  const move = { from: other.id, to: kept.id };
  if (await haveAccountsBoth(tx, agency, move)) return refused({ code: 'both-have-accounts' });
  const before = await lockStaffRows(tx, agency, [kept.id, other.id]);
  await lockSessionsOf(tx, agency, move);
  const records = await moveRecords(tx, agency, move);
  const references = await moveReferences(tx, agency, move);
  await deleteStaff(tx, agency, other.id);
  const chosen = chosenFacts(kept, other, asked.choices);
  await updateMerged(tx, agency, kept.id, mergedFactsOf(kept, other, chosen));
  const waiting = await settleMerged(tx, agency, move);
  const merge = await insertMerge(tx, agency, {
    kept: kept.id,
    removed: other.id,
    keptBefore: before.get(kept.id)?.image,
    removedBefore: before.get(other.id)?.image,
    moved: { records: { ...records, waiting }, references },
    reason: asked.reason,
    by,
  });
  await recordAudit(
    tx,
    { agency },
    {
      action: 'staff-merged',
      subject: { kind: 'staff', id: kept.id },
      details: { merge, removed: other.id, records: records.records.length },
    },
  );
  return done({ kept: kept.id, merge });
}

/**
 * Takes a merge back, while the person is as it left them: both have their facts again to the last one, and what went
 * over goes back. What was entered or given by hand since stays with the person who was kept; training records that
 * files brought since are looked up anew.
 */
export async function undoMerge(
  tx: Transaction,
  agency: AgencyId,
  id: string,
  by: PersonId,
): Promise<Outcome<{ readonly kept: StaffId; readonly removed: StaffId }, MergeUndoRefusal>> {
  await lockRoster(tx, agency);
  const merge = await findMerge(tx, agency, id);
  if (!merge) return refused({ code: 'merge-not-found' });
  const { kept, removed, moved } = merge;
  if (merge.isUndone) return refused({ code: 'merge-undone-before' });
  const into = await findMergedInto(tx, agency, kept);
  if (into) return refused({ code: 'merged-since', into });
  if (!merge.isUntouched) return refused({ code: 'changed-since-merge', kept });
  await lockSessionsOf(tx, agency, { from: kept, to: removed });
  await restoreMerged(tx, agency, merge.id);
  await returnReferences(tx, agency, moved.references, { from: kept, to: removed });
  const records = await returnRecords(tx, agency, moved.records, { kept, removed });
  await updateMergeUndone(tx, agency, merge.id, by);
  await recordAudit(
    tx,
    { agency },
    {
      action: 'staff-merge-undone',
      subject: { kind: 'staff', id: kept },
      details: { merge: merge.id, removed, records },
    },
  );
  return done({ kept, removed });
}
