import type { StaffId } from '../roster/staff-member.ts';
import { matchRecord, type RecordMatch, type RecordPerson } from './record-matching.ts';
import type { FoundMatch } from './record-row.ts';
import { peopleOfName } from './shared-name.ts';
import type { StaffIndex } from './staff-index.ts';

/** What matching found, as it is kept with the record. */
export function foundMatch(match: RecordMatch<StaffId>): FoundMatch {
  switch (match.kind) {
    case 'matched':
      return {
        state: match.isFlagged ? 'flagged' : 'matched',
        staffId: match.staffId,
        reason: match.how,
        candidates: [],
      };
    case 'doubtful':
      return { state: 'doubtful', staffId: undefined, reason: match.reason, candidates: match.candidates };
    case 'unmatched':
      return { state: 'unmatched', staffId: undefined, reason: match.reason, candidates: [] };
  }
}

/** What somebody said about a person as written: who it is, or why their records are left out. */
export interface SaidOfPerson {
  readonly staffId: StaffId | undefined;
  readonly reason: string;
}

/** Why a record is somebody's that nobody has looked at itself: what was said of earlier ones holds for it. */
export const rememberedReason = 'remembered';

/**
 * What was said about a person as written comes before what matching finds, as long as one person at most has the
 * name. Once two have it, number and middle name decide, and where they don't, somebody is asked again.
 */
export function rememberedMatch(
  index: StaffIndex<StaffId>,
  person: RecordPerson,
  said: SaidOfPerson,
): FoundMatch {
  if (peopleOfName(index, person.name) > 1) return foundMatch(matchRecord(index, person));
  return decidedMatch(said.staffId ? { ...said, reason: rememberedReason } : said);
}

/** What somebody said about the very records that they looked at. */
export function decidedMatch(decision: SaidOfPerson): FoundMatch {
  const { staffId, reason } = decision;
  return { state: staffId ? 'by-hand' : 'set-aside', staffId, reason, candidates: [] };
}
