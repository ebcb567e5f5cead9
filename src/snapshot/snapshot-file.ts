import type { z } from 'zod';
import { done, type Outcome, refused } from '../outcome.ts';
import { canonicalJson } from './canonical-json.ts';
import type { SampledRecord } from './draw-sample.ts';
import { nestingOf } from './json-nesting.ts';
import { publishedSnapshot } from './snapshot-schema.ts';

/** What is published of a sample: with seed and snapshot anybody draws it again. */
export interface PublishedSample {
  readonly seed: Uint8Array;
  /** The hash of the snapshot the seed was drawn for: of this one, or of an earlier one of the round. */
  readonly drawnFor: string;
  /** How often records were drawn in this round of review. */
  readonly draws: number;
  /** How many of the first in `drawn` an earlier draw asked for. */
  readonly carried: number;
  /** How many records it is drawn from. */
  readonly records: number;
  /** Those asked for so far, in the order drawn. */
  readonly drawn: readonly { readonly person: string; readonly record: string }[];
}

export interface SnapshotTexts {
  /** Canonical JSON, as `freeze` made it. */
  readonly text: string;
  readonly sha256: string;
  readonly peopleText: string | undefined;
}

export type PublishedSnapshot = z.output<typeof publishedSnapshot>;

/** The file that agency and campaign download: canonical JSON, whose parts are the very texts that were hashed. */
export function snapshotFileText(
  { text, sha256, peopleText = '[]' }: SnapshotTexts,
  sample: PublishedSample | undefined,
): string {
  const drawn = sample && {
    seed: Buffer.from(sample.seed).toString('hex'),
    drawnFor: sample.drawnFor,
    draws: sample.draws,
    carried: sample.carried,
    records: sample.records,
    wanted: sample.drawn.length,
    drawn: sample.drawn,
  };
  return `{"is":"one-mind-snapshot","people":${peopleText},"sample":${canonicalJson(drawn ?? null)},"sha256":"${sha256}","snapshot":${text}}`;
}

/** How a sampled record stands in the file. */
export function referenceOf({ person, record }: SampledRecord) {
  return { person: person.id, record: record.ref };
}

export type SnapshotFileRefusal =
  | { readonly code: 'not-json' | 'not-a-snapshot' }
  /** A snapshot that says what this program can't read, such as rules of a later year. `at`: where. */
  | { readonly code: 'not-readable'; readonly at: string };

export interface ReadSnapshot extends PublishedSnapshot {
  /** The text is not as One Mind writes it: something was put in, left out or laid out anew. */
  readonly isReformatted: boolean;
}

/** No fact of ours lies deeper; what is nested without end is no snapshot. */
const deepest = 16;

/** Reads a published file. Nothing in it is believed yet: see `examineSnapshot`. Never throws. */
export function readSnapshotFile(text: string): Outcome<ReadSnapshot, SnapshotFileRefusal> {
  if (nestingOf(text, deepest + 1) > deepest) return refused({ code: 'not-a-snapshot' });
  const parsed = parsedJson(text);
  if (!parsed.ok) return parsed;
  if (!isNamedSnapshot(parsed.value)) return refused({ code: 'not-a-snapshot' });
  const read = publishedSnapshot.safeParse(parsed.value);
  if (!read.success) {
    const at = (read.error.issues[0]?.path ?? []).join('.');
    return refused({ code: 'not-readable', at });
  }
  return done({ ...read.data, isReformatted: canonicalJson(parsed.value) !== text.trimEnd() });
}

function parsedJson(text: string): Outcome<unknown, { readonly code: 'not-json' }> {
  try {
    return done(JSON.parse(text));
  } catch {
    return refused({ code: 'not-json' });
  }
}

function isNamedSnapshot(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'is' in value && value.is === 'one-mind-snapshot';
}
