import type { StaffId } from '../roster/staff-member.ts';
import { foundMatch, rememberedReason } from './found-match.ts';
import type { DoubtReason, MatchedHow, RecordMatch } from './record-matching.ts';
import type { FoundMatch } from './record-row.ts';

/** Matches that rest on nobody else having the name: they hold only as long as that is so. */
export const settledByName: readonly MatchedHow[] = [
  'name-alone',
  'name-with-number-unknown',
  'name-with-number-changed',
  'name-with-middle-or-suffix',
];

/** These, and what nobody has looked at since somebody said it of earlier records. */
export const settledForOthers: readonly string[] = [...settledByName, rememberedReason];

/** Doubts that tell of somebody else with the same name or the number. */
const doubtsByOthers: readonly DoubtReason[] = [
  'several-with-name',
  'several-with-number-and-name',
  'number-of-someone-else',
];

/** What the records rest on: the name itself, or what was remembered of it; and how many people have it now. */
export interface Settled {
  readonly isRemembered: boolean;
  readonly people: number;
}

/**
 * What becomes of records that were somebody's by name, now that matching answers `match`; undefined when they stay.
 * They stay when the person has changed their own name since: only somebody else who joined the roster takes the
 * certainty away, or is whose number and name they give. What was remembered of a name holds for one person only.
 */
export function overtakenBy(
  staff: StaffId,
  match: RecordMatch<StaffId>,
  settled: Settled = { isRemembered: false, people: 1 },
): FoundMatch | undefined {
  if (settled.isRemembered && settled.people < 2) return undefined;
  const isDoubted =
    match.kind === 'doubtful' && (settled.isRemembered || doubtsByOthers.includes(match.reason));
  const isOthers = match.kind === 'matched' && match.how === 'number-and-name' && match.staffId !== staff;
  return isDoubted || isOthers ? foundMatch(match) : undefined;
}
