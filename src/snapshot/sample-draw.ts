import { type SamplingRule, sampleSize } from '../campaign-rules/sampling-rule.ts';
import type { Pseudonym } from './counted-person.ts';
import type { SampledRecord } from './draw-sample.ts';

/** A record by its pseudonyms. */
export interface RecordReference {
  readonly person: Pseudonym;
  readonly record: Pseudonym;
}

/** What decides which records come in which order. */
export interface SampleDraw {
  /** 32 random bytes, drawn after a snapshot was frozen. */
  readonly seed: Uint8Array;
  /** The hash of that snapshot, 64 hex digits. */
  readonly drawnFor: string;
  /** Records that failed in earlier rounds, then those that earlier draws of the round asked for: they come first. */
  readonly carried: readonly SampledRecord[];
}

/** What did not hold in earlier rounds under the pledge, by the pseudonyms of this one. */
export interface FailedBefore {
  readonly records: readonly RecordReference[];
  /** How many records were asked for at last, in the newest of these rounds. */
  readonly wanted: number;
}

export const noneFailed: FailedBefore = { records: [], wanted: 0 };

/** A draw of the round that was made for a submission which the agency took back before anybody reviewed it. */
export interface EarlierDraw extends Omit<SampleDraw, 'carried'> {
  readonly draws: number;
  /** In the order drawn. */
  readonly asked: readonly RecordReference[];
}

export interface NextDraw extends SampleDraw {
  /** How often records were drawn in this round, with this one. */
  readonly draws: number;
  /** How many people of the draw before count no more. */
  readonly gone: number;
  /** How many of the first records failed in an earlier round, or stand in the place of one that did. */
  readonly failedBefore: number;
  /** How many records failed in an earlier round and count no more. */
  readonly failedGone: number;
  /** How many records are asked for at the least: as many as when one failed. */
  readonly least: number;
}

/** The same as both sides are told. */
export interface HowDrawn extends Pick<NextDraw, 'draws' | 'gone' | 'failedBefore' | 'failedGone'> {
  readonly seed: string;
  readonly drawnFor: string;
  /** How many of the first records were asked for before. */
  readonly carried: number;
}

/**
 * How the records of a submission are drawn that follows others of the same round, from the first on, taken back before their
 * review. Whoever was drawn once is drawn again. While everybody of the draw before still counts, that draw stands with its
 * seed: sending in again gives no other chance. When somebody is gone, records are drawn anew beside those that are left.
 * What failed in an earlier round is asked for again before all others.
 */
export function nextDraw(
  earlier: readonly EarlierDraw[],
  records: readonly SampledRecord[],
  fresh: Omit<SampleDraw, 'carried'>,
  failed: FailedBefore = noneFailed,
): NextDraw {
  const again = carriedOver(failed.records, records);
  const asked = carriedOver(
    earlier.flatMap((draw) => draw.asked),
    records,
  );
  const kept = {
    carried: [...new Set([...again, ...asked])],
    failedBefore: again.length,
    failedGone: failed.records.length - again.length,
    least: failed.wanted,
  };
  const last = earlier.at(-1);
  if (!last) return { ...fresh, ...kept, draws: 1, gone: 0 };
  const counting = new Set(records.map(({ person }) => person.id));
  const gone = new Set(last.asked.map(({ person }) => person).filter((id) => !counting.has(id))).size;
  const { seed, drawnFor, draws } = last;
  return gone === 0
    ? { seed, drawnFor, ...kept, draws, gone }
    : { ...fresh, ...kept, draws: draws + 1, gone };
}

/** Each record asked for before that still stands for its person, or the one that stands in its place. */
function carriedOver(
  asked: readonly RecordReference[],
  records: readonly SampledRecord[],
): readonly SampledRecord[] {
  const byPerson = Map.groupBy(records, ({ person }) => person.id);
  const carried = new Set<SampledRecord>();
  for (const { person, record } of asked) {
    const own = byPerson.get(person) ?? [];
    const found = own.find((one) => one.record.ref === record) ?? own.find((one) => !carried.has(one));
    if (found) carried.add(found);
  }
  return [...carried];
}

/**
 * How many records are asked for at first: a whole sample for each draw, so that nothing is won by removing what was drawn;
 * and no fewer than when a record failed.
 */
export function sizeOfDraw(
  rule: SamplingRule,
  records: number,
  { draws, carried, least }: Pick<NextDraw, 'draws' | 'carried' | 'least'>,
): number {
  return Math.min(records, Math.max(sampleSize(rule, records) * draws, carried.length, least));
}
