import type { Brand } from '../brand.ts';
import type { AgencyId, PartnerId, PersonId } from '../database/acting.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import type { RecordPartnership } from './organization-record.ts';
import type { PartnerOrganization } from './partner-organization.ts';

export type MergeId = Brand<'MergeId'>;

/** For so long a merge can be taken back. */
export const undoDays = 30;

/** Live partnerships of both records with one agency: one of the two ends. */
export interface MergeConflict {
  readonly agency: RecordPartnership['agency'];
  readonly kept: RecordPartnership;
  readonly merged: RecordPartnership;
}

/** Somebody who speaks for a record, or is invited to. */
export interface MergePerson {
  /** Empty where it is not known. */
  readonly name: string;
  readonly email: string;
  /** Agencies of either record at whose own mail domain the address is: they may be the agency's people. */
  readonly atDomainOf: readonly string[];
}

/** One of two records about to be joined, with what hangs on it. */
export interface MergeSide {
  readonly organization: PartnerOrganization;
  readonly partnerships: readonly RecordPartnership[];
  readonly representatives: readonly MergePerson[];
  readonly contacts: number;
  /** Whoever has not answered yet: the links stop working. */
  readonly invited: readonly MergePerson[];
}

/** What a merge would do. */
export interface MergePreview {
  readonly kept: MergeSide;
  readonly merged: MergeSide;
  readonly conflicts: readonly MergeConflict[];
}

type MayStay = Pick<PartnerOrganization, 'isClaimed' | 'addedAt'>;

/** Whether the other record ought to stay: the one that its own people have taken over, else the older one. */
export function otherStays(kept: MayStay, merged: MayStay): boolean {
  if (kept.isClaimed !== merged.isClaimed) return merged.isClaimed;
  return merged.addedAt < kept.addedAt;
}

const live = new Set<RecordPartnership['state']>(['proposed', 'active']);

/** The agencies with which both records have a live partnership. */
export function mergeConflicts(
  kept: readonly RecordPartnership[],
  merged: readonly RecordPartnership[],
): readonly MergeConflict[] {
  const ofKept = new Map(kept.filter(({ state }) => live.has(state)).map((one) => [one.agency.id, one]));
  return merged.flatMap((one) => {
    const other = live.has(one.state) ? ofKept.get(one.agency.id) : undefined;
    return other ? [{ agency: one.agency, kept: other, merged: one }] : [];
  });
}

/** Which partnership goes on, agency by agency. */
export type GoesOn = ReadonlyMap<AgencyId, string>;

/** The partnerships that end, or the agencies for which the choice is missing. */
export function endedByChoice(
  conflicts: readonly MergeConflict[],
  goesOn: GoesOn,
): { readonly ended: readonly PartnershipId[]; readonly unsettled: readonly AgencyId[] } {
  const ended: PartnershipId[] = [];
  const unsettled: AgencyId[] = [];
  for (const { agency, kept, merged } of conflicts) {
    const chosen = goesOn.get(agency.id);
    if (chosen === kept.id) ended.push(merged.id);
    else if (chosen === merged.id) ended.push(kept.id);
    else unsettled.push(agency.id);
  }
  return { ended, unsettled };
}

/** A merge that was done, on the page of the record that was kept. */
export interface DoneMerge {
  readonly id: MergeId;
  readonly kept: PartnerId;
  readonly merged: { readonly id: PartnerId; readonly name: string };
  readonly at: Date;
  readonly undo: 'possible' | 'undone' | 'final' | 'too-late';
}

/** Somebody who came to speak for the joined record since: their place ends when the merge is taken back. */
export interface PlaceSinceMerge {
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
}

/** Whether a merge can be taken back at `now`. */
export function undoOf(
  merge: { readonly at: Date; readonly isFinal: boolean; readonly undoneAt: Date | undefined },
  now: Date,
): DoneMerge['undo'] {
  if (merge.undoneAt) return 'undone';
  if (merge.isFinal) return 'final';
  return now.getTime() - merge.at.getTime() > undoDays * 86_400_000 ? 'too-late' : 'possible';
}

export type MergeRefusal =
  | { readonly code: 'organization-not-found' }
  | { readonly code: 'partnerships-unsettled'; readonly agencies: readonly AgencyId[] };

export type UndoRefusal = { readonly code: 'merge-not-found' } | { readonly code: 'merge-final' };
