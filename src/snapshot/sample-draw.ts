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
  /** Records that earlier draws of the round asked for: they come first. */
  readonly carried: readonly SampledRecord[];
}

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
}

/** The same as both sides are told. */
export interface HowDrawn extends Pick<NextDraw, 'draws' | 'gone'> {
  readonly seed: string;
  readonly drawnFor: string;
  /** How many of the first records earlier draws asked for. */
  readonly carried: number;
}

/**
 * How the records of a submission are drawn that follows others of the same round, from the first on, taken back before their
 * review. Whoever was drawn once is drawn again. While everybody of the draw before still counts, that draw stands with its
 * seed: sending in again gives no other chance. When somebody is gone, records are drawn anew beside those that are left.
 */
export function nextDraw(
  earlier: readonly EarlierDraw[],
  records: readonly SampledRecord[],
  fresh: Omit<SampleDraw, 'carried'>,
): NextDraw {
  const carried = carriedOver(
    earlier.flatMap(({ asked }) => asked),
    records,
  );
  const last = earlier.at(-1);
  if (!last) return { ...fresh, carried, draws: 1, gone: 0 };
  const counting = new Set(records.map(({ person }) => person.id));
  const gone = new Set(last.asked.map(({ person }) => person).filter((id) => !counting.has(id))).size;
  const { seed, drawnFor, draws } = last;
  return gone === 0
    ? { seed, drawnFor, carried, draws, gone }
    : { ...fresh, carried, draws: draws + 1, gone };
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

/** How many records are asked for at first: a whole sample for each draw, so that nothing is won by removing what was drawn. */
export function sizeOfDraw(
  rule: SamplingRule,
  records: number,
  { draws, carried }: Pick<NextDraw, 'draws' | 'carried'>,
): number {
  return Math.min(records, Math.max(sampleSize(rule, records) * draws, carried.length));
}
