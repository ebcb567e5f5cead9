import type { StaffId } from '../roster/staff-member.ts';
import { foundMatch } from './found-match.ts';
import type { DoubtReason, MatchedHow, RecordMatch } from './record-matching.ts';
import type { FoundMatch } from './record-row.ts';

/** Matches that rest on nobody else having the name: they hold only as long as that is so. */
export const settledByName: readonly MatchedHow[] = [
  'name-alone',
  'name-with-number-unknown',
  'name-with-number-changed',
  'name-with-middle-or-suffix',
];

/** Doubts that tell of somebody else with the same name or the number. */
const doubtsByOthers: readonly DoubtReason[] = [
  'several-with-name',
  'several-with-number-and-name',
  'number-of-someone-else',
];

/**
 * What becomes of records that were somebody's by name, now that matching answers `match`; undefined when they stay.
 * They stay when the person has changed their own name since: only somebody else who joined the roster takes the
 * certainty away, or is whose number and name they give.
 */
export function overtakenBy(staff: StaffId, match: RecordMatch<StaffId>): FoundMatch | undefined {
  const isDoubted = match.kind === 'doubtful' && doubtsByOthers.includes(match.reason);
  const isOthers = match.kind === 'matched' && match.how === 'number-and-name' && match.staffId !== staff;
  return isDoubted || isOthers ? foundMatch(match) : undefined;
}
