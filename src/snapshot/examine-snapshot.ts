import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import { sampleSize } from '../campaign-rules/sampling-rule.ts';
import { canonicalJson } from './canonical-json.ts';
import { decisiveRecords, drawSample, type SampledRecord, type SampleSource } from './draw-sample.ts';
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
  | { readonly code: 'sample-differs' }
  /** Fewer records were asked for than the rules' version asks for, at the least. */
  | { readonly code: 'sample-too-small'; readonly wanted: number; readonly least: number };

export interface SnapshotReport extends Omit<Recomputed, 'differences'> {
  /** Of the snapshot as it is in the file: to compare with the one on the certificate. */
  readonly sha256: string;
  readonly snapshot: ReadSnapshot['snapshot'];
  readonly people: number;
  /** Drawn again from seed and snapshot, in order. */
  readonly sampled: readonly SampledRecord[];
  /** Of how many records it was drawn. */
  readonly sampledOf: number;
  readonly draw: PublishedDraw | undefined;
  /** Empty when the file is whole and comes to what it says. */
  readonly findings: readonly SnapshotFinding[];
}

/** How the sample in a file came to be. */
export interface PublishedDraw {
  readonly seed: string;
  /** The snapshot it was drawn for: an earlier one of the round, when it isn't this. */
  readonly drawnFor: string;
  readonly draws: number;
  readonly carried: number;
}

/** Computes everything in a published snapshot again, from nothing but the file. */
export function examineSnapshot(read: ReadSnapshot): SnapshotReport {
  const { snapshot, people } = read;
  const { differences, ...recomputed } = recompute(snapshot, people);
  const sha256 = sha256Of(canonicalJson(snapshot));
  const source = { rules: campaignRules(snapshot.rules), asOf: snapshot.asOf, people };
  const { sample } = read;
  const decisive = decisiveRecords(source);
  const sampled = sample ? drawnAgain(sample, source, decisive) : [];
  const findings = [
    ...damages(read, sha256),
    ...differences,
    ...sampleFindings(sample, sampled, {
      records: decisive.length,
      least: sampleSize(source.rules.sampling, decisive.length),
      sha256,
    }),
  ];
  return {
    ...recomputed,
    sha256,
    snapshot,
    people: people.length,
    sampled,
    sampledOf: sample?.records ?? 0,
    draw: sample ?? undefined,
    findings,
  };
}

type Sample = NonNullable<ReadSnapshot['sample']>;

/** What was carried over is taken from the file, as far as it is there to be drawn; the rest follows from the seed. */
function drawnAgain(
  { seed, drawnFor, carried: count, drawn, wanted }: Sample,
  source: SampleSource,
  decisive: readonly SampledRecord[],
): readonly SampledRecord[] {
  const byRecord = new Map(decisive.map((one) => [`${one.person.id}${one.record.ref}`, one]));
  const carried = drawn.slice(0, count).flatMap(({ person, record }) => byRecord.get(person + record) ?? []);
  return drawSample(source, { seed: Buffer.from(seed, 'hex'), drawnFor, carried }, wanted);
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
  sample: ReadSnapshot['sample'],
  sampled: readonly SampledRecord[],
  { records, least, sha256 }: { readonly records: number; readonly least: number; readonly sha256: string },
): Generator<SnapshotFinding> {
  if (!sample) return;
  const isSame =
    canonicalJson(sample.drawn) === canonicalJson(sampled.map(referenceOf)) &&
    sample.records === records &&
    sample.wanted === sampled.length;
  // Nothing but an earlier draw of the round lends its seed, and then what it asked for comes along.
  const isOwn = sample.drawnFor === sha256 || sample.carried > 0;
  if (!isSame || !isOwn) yield { code: 'sample-differs' };
  // Widening asks for more; nothing asks for fewer.
  if (sample.wanted < least) yield { code: 'sample-too-small', wanted: sample.wanted, least };
}
