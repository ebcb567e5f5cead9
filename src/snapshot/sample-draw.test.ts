import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import { aCountedPerson, aTrainedRoster } from '../testing/a-frozen-snapshot.ts';
import type { CountedPerson } from './counted-person.ts';
import { decisiveRecords, drawSample } from './draw-sample.ts';
import { type EarlierDraw, nextDraw, sizeOfDraw } from './sample-draw.ts';
import { referenceOf } from './snapshot-file.ts';

const rules = campaignRules('2024');
const sourceOf = (people: readonly CountedPerson[]) => ({
  rules,
  asOf: '2026-06-01' as CalendarDate,
  people,
});
const freshly = (byte: number) => ({
  seed: Buffer.alloc(32, byte),
  drawnFor: Buffer.alloc(32, byte).toString('hex'),
});

/** What is drawn of these people after the earlier draws of the round. */
function draw(people: readonly CountedPerson[], earlier: readonly EarlierDraw[], byte: number) {
  const records = decisiveRecords(sourceOf(people));
  const next = nextDraw(earlier, records, freshly(byte));
  const size = sizeOfDraw(rules.sampling, records.length, next);
  const drawn = drawSample(sourceOf(people), next, size);
  const { seed, drawnFor, draws } = next;
  return { next, size, drawn, asEarlier: { seed, drawnFor, draws, asked: drawn.map(referenceOf) } };
}

const roster = aTrainedRoster(400);
const first = draw(roster, [], 1);
const drawnPeople = new Set(first.drawn.map(({ person }) => person.id));
const idsOf = ({ drawn }: typeof first) => drawn.map(({ person }) => person.id);

describe('a submission sent in again before its review', () => {
  it('draws the very same records while everybody drawn still counts, whatever else is new', () => {
    expect(draw(roster, [first.asEarlier], 2)).toMatchObject({
      next: { ...freshly(1), draws: 1, gone: 0 },
      size: first.size,
    });
    expect(idsOf(draw(roster, [first.asEarlier], 2))).toEqual(idsOf(first));
    const grown = draw([...roster, aCountedPerson(900, ['mhfa'])], [first.asEarlier], 2);
    expect(idsOf(grown).slice(0, first.size)).toEqual(idsOf(first));
  });

  it('keeps whose record was replaced by another one', () => {
    const renewed = roster.map((person) =>
      drawnPeople.has(person.id)
        ? { ...person, records: aCountedPerson(1000 + roster.indexOf(person), ['mhfa']).records }
        : person,
    );
    const again = draw(renewed, [first.asEarlier], 2);
    expect(again.next).toMatchObject({ draws: 1, gone: 0 });
    expect(idsOf(again)).toEqual(idsOf(first));
  });

  it('draws a whole sample more, by a new seed, when somebody drawn is gone', () => {
    const gone = new Set(idsOf(first).slice(0, 3));
    const left = roster.filter(({ id }) => !gone.has(id));
    const again = draw(left, [first.asEarlier], 2);
    expect(again.next).toMatchObject({ ...freshly(2), draws: 2, gone: 3 });
    expect(again.next.carried).toHaveLength(first.size - 3);
    expect(idsOf(again).slice(0, first.size - 3)).toEqual(idsOf(first).slice(3));
    // As many that nobody knew before as a first sample has, and more.
    const unknown = idsOf(again).filter((id) => !drawnPeople.has(id));
    expect(unknown.length).toBeGreaterThanOrEqual(first.size);
    // Whoever comes back was drawn before, and is drawn again.
    const back = draw(roster, [first.asEarlier, again.asEarlier], 3);
    expect(back.next).toMatchObject({ draws: 2, gone: 0 });
    for (const id of gone) expect(idsOf(back)).toContain(id);
  });

  it('asks for everything of a small agency, however often it is sent in', () => {
    const small = aTrainedRoster(5);
    const one = draw(small, [], 1);
    const two = draw(small.slice(1), [one.asEarlier], 2);
    expect([one.size, two.size]).toEqual([5, 4]);
  });

  it('asks for one sample more with each further draw, so that chance is no help either', () => {
    const others = (from: number) =>
      Array.from({ length: 400 }, (_, place) => aCountedPerson(from + place, ['mhfa']));
    const second = draw(others(2000), [first.asEarlier], 2);
    const third = draw(others(4000), [first.asEarlier, second.asEarlier], 3);
    expect([second.size, third.size]).toEqual([2 * first.size, 3 * first.size]);
    expect(third.next).toMatchObject({ draws: 3, carried: [] });
  });
});
