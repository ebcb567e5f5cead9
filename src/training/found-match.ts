import type { StaffId } from '../roster/staff-member.ts';
import type { RecordMatch } from './record-matching.ts';
import type { FoundMatch } from './record-row.ts';

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

/** What somebody said about a person comes before what matching finds. */
export function decidedMatch(decision: {
  readonly staffId: StaffId | undefined;
  readonly reason: string;
}): FoundMatch {
  const { staffId, reason } = decision;
  return { state: staffId ? 'by-hand' : 'set-aside', staffId, reason, candidates: [] };
}
