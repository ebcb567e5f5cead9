import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { rulesVersions } from '../campaign-rules/campaign-rules.ts';
import { programs } from '../campaign-rules/program.ts';
import {
  aCountedPerson,
  aFrozenSnapshot,
  aTrainedRoster,
  whatIsFrozen,
} from '../testing/a-frozen-snapshot.ts';
import type { CountedPerson } from './counted-person.ts';
import { freeze, UnequalSnapshot } from './freeze.ts';
import { recompute } from './recompute.ts';
import { thaw } from './snapshot.ts';

const someone = fc.record({
  isSworn: fc.boolean(),
  held: fc.uniqueArray(fc.constantFrom(...programs), { maxLength: 3 }),
  validUntil: fc.constantFrom(undefined, '2026-05-31', '2026-06-01', '2027-01-01'),
});

/** Rosters in every state of training, with records that have lapsed among them. */
const rosters = fc.array(someone, { maxLength: 40 }).map((people) =>
  people.map(
    ({ isSworn, held, validUntil }, number): CountedPerson =>
      aCountedPerson(number, held, {
        kind: isSworn ? 'sworn' : 'non-sworn',
        category: isSworn ? '' : 'dispatcher',
        record: { validUntil: validUntil as CalendarDate | undefined },
      }),
  ),
);

describe('a snapshot computed again', () => {
  it('comes to what was counted person by person, whatever the roster and the rules', () => {
    fc.assert(
      fc.property(rosters, fc.constantFrom(...rulesVersions), (people, version) => {
        const frozen = aFrozenSnapshot(people, version);
        const again = recompute(thaw(frozen.text), JSON.parse(frozen.peopleText));
        expect(again.differences).toEqual([]);
        expect(again.requirements.map(({ state }) => state)).toEqual(
          frozen.snapshot.requirements.map(({ state }) => state),
        );
        expect(again.coverage).toMatchObject({
          sworn: people.filter(({ kind }) => kind === 'sworn').length,
        });
      }),
    );
  });

  it('has another text for the same people under other pseudonyms, and the same for another order', () => {
    const people = aTrainedRoster(8);
    expect(aFrozenSnapshot([...people].reverse()).sha256).toBe(aFrozenSnapshot(people).sha256);
    expect(
      aFrozenSnapshot(people.map((one, n) => ({ ...one, id: aCountedPerson(n + 100, []).id }))).sha256,
    ).not.toBe(aFrozenSnapshot(people).sha256);
  });

  it('says which figure and which requirement differ when somebody is missing', () => {
    const frozen = aFrozenSnapshot(aTrainedRoster(5));
    const fewer = frozen.people.filter(({ records }) => records[0]?.program !== 'cit');
    expect(recompute(frozen.snapshot, fewer).differences).toEqual(
      expect.arrayContaining([
        { code: 'figure-differs', figure: 'sworn', written: '5', computed: '3' },
        {
          code: 'requirement-differs',
          requirement: 'advanced-training',
          written: 'met',
          computed: 'not-started',
        },
        { code: 'outstanding-differs' },
      ]),
    );
  });

  it('says so when it claims that its rules ask for something else', () => {
    const { snapshot, people } = aFrozenSnapshot();
    const needs = { ...snapshot.needs, advanced: { ...snapshot.needs.advanced, percent: 5 } };
    expect(recompute({ ...snapshot, needs }, people).differences).toEqual([{ code: 'needs-differ' }]);
  });
});

describe('freezing', () => {
  it('refuses people who do not come to the figures', () => {
    const people = aTrainedRoster(8);
    const gathered = whatIsFrozen(people);
    expect(() => freeze(gathered, people.slice(1))).toThrow(UnequalSnapshot);
    expect(() => freeze(gathered, [...people, aCountedPerson(9, [])])).toThrow(UnequalSnapshot);
    expect(() => freeze(gathered, people)).not.toThrow();
  });

  it('refuses a requirement that is not met and says it is', () => {
    const people = [...aTrainedRoster(8), aCountedPerson(9, [])];
    const gathered = whatIsFrozen(people);
    const claimed = gathered.requirements.map((one) => ({ ...one, state: 'met' as const }));
    expect(() => freeze({ ...gathered, requirements: claimed }, people)).toThrow(UnequalSnapshot);
  });
});
