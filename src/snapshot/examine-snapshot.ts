import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import { canonicalJson } from './canonical-json.ts';
import { decisiveRecords, drawSample, type SampledRecord } from './draw-sample.ts';
import { sha256Of } from './freeze.ts';
import { type Recomputed, recompute, type SnapshotDifference } from './recompute.ts';
import { type ReadSnapshot, referenceOf } from './snapshot-file.ts';

/** What is wrong with a published snapshot. */
export type SnapshotFinding =
  | SnapshotDifference
  | { readonly code: 'reformatted' }
  | { readonly code: 'hash-differs'; readonly written: string; readonly computed: string }
  | { readonly code: 'people-differ'; readonly written: number; readonly found: number }
  | { readonly code: 'person-twice' }
  | { readonly code: 'sample-differs' };

export interface SnapshotReport extends Omit<Recomputed, 'differences'> {
  /** Of the snapshot as it is in the file: to compare with the one on the certificate. */
  readonly sha256: string;
  readonly snapshot: ReadSnapshot['snapshot'];
  readonly people: number;
  /** Drawn again from seed and snapshot, in order. */
  readonly sampled: readonly SampledRecord[];
  /** Of how many records it was drawn. */
  readonly sampledOf: number;
  readonly seed: string | undefined;
  /** Empty when the file is whole and comes to what it says. */
  readonly findings: readonly SnapshotFinding[];
}

/** Computes everything in a published snapshot again, from nothing but the file. */
export function examineSnapshot(read: ReadSnapshot): SnapshotReport {
  const { snapshot, people } = read;
  const { differences, ...recomputed } = recompute(snapshot, people);
  const sha256 = sha256Of(canonicalJson(snapshot));
  const source = { sha256, rules: campaignRules(snapshot.rules), asOf: snapshot.asOf, people };
  const seed = read.sample?.seed;
  const sampled = read.sample
    ? drawSample(source, Buffer.from(read.sample.seed, 'hex'), read.sample.wanted)
    : [];
  const findings = [...damages(read, sha256), ...differences, ...sampleFindings(read, sampled, source)];
  const sampledOf = read.sample?.records ?? 0;
  return { ...recomputed, sha256, snapshot, people: people.length, sampled, sampledOf, seed, findings };
}

function* damages(read: ReadSnapshot, computed: string): Generator<SnapshotFinding> {
  const { snapshot, people, sha256: written } = read;
  if (written !== computed) yield { code: 'hash-differs', written, computed };
  if (snapshot.format === 2) {
    const { count, sha256 } = snapshot.people;
    if (count !== people.length || sha256 !== sha256Of(canonicalJson(people))) {
      yield { code: 'people-differ', written: count, found: people.length };
    }
    if (new Set(people.map(({ id }) => id)).size !== people.length) yield { code: 'person-twice' };
  }
  if (read.isReformatted) yield { code: 'reformatted' };
}

function* sampleFindings(
  { sample }: ReadSnapshot,
  sampled: readonly SampledRecord[],
  source: Parameters<typeof decisiveRecords>[0],
): Generator<SnapshotFinding> {
  if (!sample) return;
  const isSame =
    canonicalJson(sample.drawn) === canonicalJson(sampled.map(referenceOf)) &&
    sample.records === decisiveRecords(source).length;
  if (!isSame) yield { code: 'sample-differs' };
}
