import { createHash, randomBytes } from 'node:crypto';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { categoryOf, type TrainingCategory } from '../campaign-rules/training-category.ts';
import { type CountedPerson, type CountedRecord, countsOnDay } from './counted-person.ts';
import { keyedHash } from './keyed-hash.ts';
import type { SampleDraw } from './sample-draw.ts';

/** A training record that the figures rest on, and whose it is. */
export interface SampledRecord {
  readonly person: CountedPerson;
  readonly record: CountedRecord;
}

/** What a sample is drawn from: anybody who has the published file has this. */
export interface SampleSource {
  readonly rules: CampaignRules;
  readonly asOf: CalendarDate;
  readonly people: readonly CountedPerson[];
}

/** Drawn only after the snapshot is frozen, so that nobody can fit the one to the other. */
export function newSeed(): Buffer {
  return randomBytes(32);
}

/**
 * The first `size` records in the order that a draw gives: those carried over, then the others ascending by
 * HMAC-SHA-256(key, message), where the key is SHA-256(seed ‖ the 32 bytes of the hash it was drawn for) and the message the
 * two pseudonyms, person and record, as hex in ASCII.
 */
export function drawSample(source: SampleSource, draw: SampleDraw, size: number): readonly SampledRecord[] {
  const key = createHash('sha256').update(draw.seed).update(Buffer.from(draw.drawnFor, 'hex')).digest();
  const hashed = keyedHash(key);
  const carried = new Set(draw.carried.map(({ record }) => record.ref));
  const others = decisiveRecords(source)
    .filter(({ record }) => !carried.has(record.ref))
    .map((sampled) => ({ sampled, place: hashed(`${sampled.person.id}${sampled.record.ref}`) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ sampled }) => sampled);
  return [...draw.carried, ...others].slice(0, size);
}

/**
 * The records that the figures rest on, in the order of the people: of each person one a category that the rules count
 * for them. A record that somebody could do without says nothing about whether they are trained.
 */
export function decisiveRecords({ rules, asOf, people }: SampleSource): readonly SampledRecord[] {
  return people.flatMap((person) => {
    const counting = person.records.filter((record) => countsOnDay(rules, asOf, record));
    const advanced = bestOf(rules, counting, 'advanced');
    const base = bestOf(rules, counting, 'base');
    const isBaseNeeded = !advanced || rules.trained.baseNeededBy === 'everyone';
    const decisive = isBaseNeeded ? [advanced, base] : [advanced];
    return decisive.flatMap((record) => (record ? [{ person, record }] : []));
  });
}

/** The one that counts longest, then the latest. */
function bestOf(
  rules: CampaignRules,
  records: readonly CountedRecord[],
  category: TrainingCategory,
): CountedRecord | undefined {
  return records
    .filter(({ program }) => categoryOf(rules, program) === category)
    .toSorted((one, other) => (standsBefore(one, other) ? -1 : 1))[0];
}

function standsBefore(one: CountedRecord, other: CountedRecord): boolean {
  const forever = '9999-12-31';
  const [until, otherUntil] = [one.validUntil ?? forever, other.validUntil ?? forever];
  if (until !== otherUntil) return until > otherUntil;
  return one.completedOn === other.completedOn ? one.ref < other.ref : one.completedOn > other.completedOn;
}
