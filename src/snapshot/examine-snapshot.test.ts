import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import { aFrozenSnapshot, aTrainedRoster } from '../testing/a-frozen-snapshot.ts';
import { decisiveRecords, drawSample } from './draw-sample.ts';
import { examineSnapshot } from './examine-snapshot.ts';
import { readSnapshotFile, referenceOf, snapshotFileText } from './snapshot-file.ts';
import { snapshotText } from './verify-snapshot-content.ts';

const frozen = aFrozenSnapshot(aTrainedRoster(24));
const source = { rules: campaignRules('2024'), asOf: '2026-06-01' as CalendarDate, people: frozen.people };
const seed = Buffer.alloc(32, 7);

/** The published file with a sample of so many, or without one. */
function examined(size: number | undefined) {
  const draw = { seed, drawnFor: frozen.sha256, carried: [] };
  const sample = size !== undefined && {
    seed,
    drawnFor: frozen.sha256,
    draws: 1,
    carried: 0,
    records: decisiveRecords(source).length,
    drawn: drawSample(source, draw, size).map(referenceOf),
  };
  const read = readSnapshotFile(snapshotFileText(frozen, sample || undefined));
  if (!read.ok) throw new Error(read.refusal.code);
  return { read: read.value, report: examineSnapshot(read.value) };
}

describe('the sample in a published file', () => {
  it('is as large as the rules ask for, or larger after widening', () => {
    for (const size of [19, 24]) expect(examined(size).report.findings).toEqual([]);
  });

  it.each([0, 3, 18])('cut to %i is found too small', (size) => {
    expect(examined(size).report.findings).toEqual([{ code: 'sample-too-small', wanted: size, least: 19 }]);
  });

  it('that asks for more than there are is not what the seed draws', () => {
    const { read } = examined(24);
    const wanting = read.sample && { ...read.sample, wanted: 1e15 };
    const { findings } = examineSnapshot({ ...read, sample: wanting });
    expect(findings).toEqual([{ code: 'sample-differs' }]);
  });

  it('when left out is said not to have been checked', () => {
    expect(snapshotText(examined(undefined).report)).toContain('Sample: NOT CHECKED');
  });
});
