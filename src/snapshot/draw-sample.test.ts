import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import { aCountedPerson, aFrozenSnapshot, aTrainedRoster } from '../testing/a-frozen-snapshot.ts';
import { decisiveRecords, drawSample, newSeed } from './draw-sample.ts';

const asOf = '2026-06-01' as CalendarDate;
const seed = Buffer.alloc(32, 7);

function sourceOf(people = aTrainedRoster(200)) {
  const { sha256, people: frozen } = aFrozenSnapshot(people);
  return {
    draw: { seed, drawnFor: sha256, carried: [] },
    rules: campaignRules('2024'),
    asOf,
    people: frozen,
  };
}

describe('a sample', () => {
  it('is drawn by anybody who has the file and the seed, with nothing but HMAC-SHA-256', () => {
    const source = sourceOf();
    const key = createHash('sha256')
      .update(Buffer.concat([seed, Buffer.from(source.draw.drawnFor, 'hex')]))
      .digest();
    const byHand = source.people
      .map(({ id, records }) => id + (records[0]?.ref ?? ''))
      .map((message) => [createHmac('sha256', key).update(message).digest('hex'), message] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .slice(0, 50)
      .map(([, message]) => message);
    expect(drawSample(source, source.draw, 50).map(({ person, record }) => person.id + record.ref)).toEqual(
      byHand,
    );
  });

  it('is the beginning of every larger one, so that widening goes on where it ended', () => {
    const source = sourceOf();
    expect(drawSample(source, source.draw, 90).slice(0, 45)).toEqual(drawSample(source, source.draw, 45));
  });

  it('is another one for another seed, and for another snapshot', () => {
    const source = sourceOf();
    const drawn = drawSample(source, source.draw, 20);
    expect(drawSample(source, { ...source.draw, seed: newSeed() }, 20)).not.toEqual(drawn);
    expect(drawSample(source, { ...source.draw, drawnFor: 'f'.repeat(64) }, 20)).not.toEqual(drawn);
  });

  it('reaches everybody alike: over many seeds nobody is left out', () => {
    const source = sourceOf(aTrainedRoster(20));
    const met = new Set<string>();
    for (let run = 0; run < 200; run += 1) {
      const draw = { ...source.draw, seed: createHash('sha256').update(`${run}`).digest() };
      for (const { person } of drawSample(source, draw, 3)) met.add(person.id);
    }
    expect(met.size).toBe(20);
  });
});

describe('the records a sample is drawn from', () => {
  const decisive = (version: '2018' | '2024', ...people: Parameters<typeof decisiveRecords>[0]['people']) =>
    decisiveRecords({ rules: campaignRules(version), asOf, people }).map(({ record }) => record.program);

  it('are those that somebody’s standing rests on: an officer with CIT needs no MHFA', () => {
    expect(decisive('2024', aCountedPerson(1, ['mhfa', 'cit']))).toEqual(['cit']);
  });

  it('are both where the base course is for everyone', () => {
    expect(decisive('2018', aCountedPerson(1, ['mhfa', 'cit']))).toEqual(['cit', 'mhfa']);
  });

  it('are those that count longest, and none that have lapsed', () => {
    const person = aCountedPerson(1, ['mhfa', 'mhfa', 'mhfa']);
    const [one, two, three] = person.records;
    const until = (day: string) => ({ validUntil: day as CalendarDate });
    const records = [
      { ...one, ...until('2026-05-31') },
      { ...two, ...until('2027-05-31') },
      { ...three, ...until('2028-05-31') },
    ] as typeof person.records;
    const found = decisiveRecords({ rules: campaignRules('2024'), asOf, people: [{ ...person, records }] });
    expect(found.map(({ record }) => record.validUntil)).toEqual(['2028-05-31']);
    expect(decisive('2024', aCountedPerson(2, ['mhfa'], { record: until('2026-05-31') }))).toEqual([]);
  });
});
