import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { campaignRules, currentRules, rulesVersions } from '../campaign-rules/campaign-rules.ts';
import { type Program, programs } from '../campaign-rules/program.ts';
import { coverageOf } from './coverage.ts';
import type { CoverageGroup } from './coverage-group.ts';
import { programsHeld, qualifyPerson } from './programs-held.ts';
import { whatChanges } from './rules-change.ts';
import { standingOf } from './standing.ts';
import type { TrainingRecord } from './training-record.ts';

const officers = (
  people: number,
  held: readonly Program[] = [],
  facts: Partial<CoverageGroup> = {},
): CoverageGroup => ({
  kind: 'sworn',
  inScope: true,
  category: '',
  presence: 'on-staff',
  unit: 'Patrol',
  shift: 'Day',
  rank: 'Officer',
  programs: held,
  people,
  ...facts,
});

const dispatchers = (
  people: number,
  held: readonly Program[] = [],
  facts: Partial<CoverageGroup> = {},
): CoverageGroup => officers(people, held, { kind: 'non-sworn', category: 'dispatcher', rank: '', ...facts });

const under = (version: '2016' | '2018' | '2024', ...groups: readonly CoverageGroup[]) =>
  coverageOf(campaignRules(version), groups);

describe('the share with an advanced course', () => {
  it.each([
    [0, 0, 0, false],
    [0, 1, 1, false],
    [1, 1, 1, true],
    [0, 4, 1, false],
    [1, 4, 1, true],
    [1, 5, 1, true],
    [1, 6, 2, false],
    [2, 6, 2, true],
    [20, 100, 20, true],
    [199, 1000, 200, false],
    [200, 1000, 200, true],
  ])('%i of %i sworn officers: %i are needed, met: %s', (advanced, sworn, required, meets) => {
    const coverage = under('2024', officers(advanced, ['cit']), officers(sworn - advanced, ['mhfa']));
    expect(coverage).toMatchObject({ sworn, advanced, advancedRequired: required, meetsAdvanced: meets });
  });

  it('an agency with four officers needs one advanced and three base', () => {
    expect(under('2024', officers(1, ['cit']), officers(3, ['mhfa']))).toMatchObject({
      sworn: 4,
      advanced: 1,
      base: 3,
      untrained: 0,
      meetsAdvanced: true,
      meetsEveryone: true,
    });
  });

  it('an agency with one untrained sworn officer has not trained everyone', () => {
    expect(under('2024', officers(1, ['cit']), officers(2, ['mhfa']), officers(1))).toMatchObject({
      untrained: 1,
      meetsAdvanced: true,
      meetsEveryone: false,
    });
  });

  it('an agency without sworn officers meets nothing', () => {
    expect(under('2024')).toMatchObject({
      sworn: 0,
      advancedRequired: 0,
      meetsAdvanced: false,
      meetsEveryone: false,
    });
  });
});

describe('who is counted', () => {
  it('someone with both courses is counted once, as advanced', () => {
    expect(under('2024', officers(1, ['cit', 'mhfa']))).toMatchObject({ sworn: 1, advanced: 1, base: 0 });
  });

  it('people who left or have not begun are named as excluded', () => {
    const coverage = under(
      '2024',
      officers(4, ['cit']),
      officers(2, [], { presence: 'separated' }),
      officers(1, ['mhfa'], { presence: 'not-yet-hired' }),
      dispatchers(3, [], { inScope: false }),
      dispatchers(5, [], { presence: 'separated' }),
    );
    expect(coverage).toMatchObject({ sworn: 4, meetsEveryone: true });
    expect(coverage.excluded).toEqual([
      { reason: 'not-yet-hired', kind: 'sworn', category: '', people: 1 },
      { reason: 'out-of-scope', kind: 'non-sworn', category: 'dispatcher', people: 3 },
      { reason: 'separated', kind: 'non-sworn', category: 'dispatcher', people: 5 },
      { reason: 'separated', kind: 'sworn', category: '', people: 2 },
    ]);
  });

  it('selected non-sworn staff are part of everyone, but not of the 20 percent', () => {
    const coverage = under('2024', officers(5, ['cit']), dispatchers(3, ['mhfa']), dispatchers(2));
    expect(coverage).toMatchObject({
      sworn: 5,
      advancedRequired: 1,
      nonSworn: { inScope: 5, trained: 3, untrained: 2 },
      meetsAdvanced: true,
      meetsEveryone: false,
    });
  });

  it('a dispatcher with CIT does not help the 20 percent', () => {
    expect(under('2024', officers(5, ['mhfa']), dispatchers(2, ['cit'])).meetsAdvanced).toBe(false);
  });

  it('rules that measure the share on all staff count the dispatcher', () => {
    const rules = {
      ...currentRules,
      advanced: { ...currentRules.advanced, of: 'sworn-and-selected-non-sworn' },
    } as const;
    const coverage = coverageOf(rules, [officers(5, ['mhfa']), dispatchers(1, ['cit'])]);
    expect(coverage).toMatchObject({ advancedRequired: 2, meetsAdvanced: false });
    expect(coverageOf(rules, [officers(4, ['mhfa']), dispatchers(1, ['cit'])]).meetsAdvanced).toBe(true);
  });

  it('parts are listed by name, those without one last', () => {
    const coverage = under(
      '2024',
      officers(2, ['cit'], { unit: '' }),
      officers(3, [], { unit: 'Traffic' }),
      officers(1, ['mhfa'], { unit: 'Patrol', shift: 'Night' }),
      dispatchers(1, ['mhfa'], { unit: 'Traffic' }),
    );
    expect(coverage.byUnit.map(({ name, sworn, nonSworn }) => [name, sworn.people, nonSworn.people])).toEqual(
      [
        ['Patrol', 1, 0],
        ['Traffic', 3, 1],
        ['', 2, 0],
      ],
    );
    expect(coverage.byShift.map(({ name }) => name)).toEqual(['Day', 'Night']);
  });
});

describe('the same people under other rules', () => {
  it.each([
    ['2024', ['cit'], 'advanced'],
    ['2018', ['cit'], 'advanced-without-base'],
    ['2016', ['cit', 'mhfa'], 'advanced'],
    ['2016', ['crit'], 'untrained'],
    ['2016', ['crit', 'mhfa'], 'base'],
    ['2018', ['crit', 'base-equivalent'], 'advanced'],
    ['2016', ['base-equivalent'], 'untrained'],
    ['2024', ['mhfa'], 'base'],
    ['2024', [], 'untrained'],
  ] as const)('under %s, holding %j is %s', (version, held, standing) => {
    expect(standingOf(campaignRules(version), held)).toBe(standing);
  });

  it('officers with CIT but without MHFA keep an early pledge from being complete', () => {
    const groups = [officers(1, ['cit']), officers(4, ['mhfa'])];
    expect(under('2016', ...groups)).toMatchObject({
      advanced: 1,
      base: 4,
      untrained: 0,
      advancedWithoutBase: 1,
      meetsAdvanced: true,
      meetsEveryone: false,
    });
    expect(under('2024', ...groups)).toMatchObject({ advancedWithoutBase: 0, meetsEveryone: true });
  });

  it('names whose standing changes, and which programs make the difference', () => {
    const change = whatChanges(campaignRules('2024'), campaignRules('2016'), [
      officers(3, ['crit'], { unit: 'Patrol' }),
      officers(2, ['crit'], { unit: 'Traffic' }),
      officers(1, ['cit', 'mhfa']),
      officers(9, ['mhfa']),
      officers(4, ['crit'], { presence: 'separated' }),
    ]);
    expect(change.standings).toEqual([
      { kind: 'sworn', from: 'advanced', to: 'untrained', programs: ['crit'], people: 5 },
    ]);
    expect([change.before.meetsAdvanced, change.after.meetsAdvanced]).toEqual([true, false]);
  });
});

describe('coverage, whatever the staff', () => {
  const aGroup = fc.record({
    kind: fc.constantFrom('sworn', 'non-sworn'),
    inScope: fc.boolean(),
    category: fc.constant(''),
    presence: fc.constantFrom('on-staff', 'on-staff', 'separated', 'not-yet-hired'),
    unit: fc.constantFrom('Patrol', 'Traffic', ''),
    shift: fc.constantFrom('Day', 'Night'),
    rank: fc.constantFrom('Officer', 'Sergeant'),
    programs: fc.subarray([...programs]),
    people: fc.integer({ min: 1, max: 50 }),
  }) satisfies fc.Arbitrary<CoverageGroup>;
  const anyRules = fc.constantFrom(...rulesVersions).map(campaignRules);

  it('everybody is counted once or excluded once', () => {
    fc.assert(
      fc.property(anyRules, fc.array(aGroup), (rules, groups) => {
        const coverage = coverageOf(rules, groups);
        const excluded = coverage.excluded.reduce((sum, { people }) => sum + people, 0);
        expect(coverage.sworn).toBe(coverage.advanced + coverage.base + coverage.untrained);
        expect(coverage.sworn + coverage.nonSworn.inScope + excluded).toBe(
          groups.reduce((sum, { people }) => sum + people, 0),
        );
        for (const parts of [coverage.byUnit, coverage.byShift, coverage.byRank])
          expect(parts.reduce((sum, { sworn }) => sum + sworn.people, 0)).toBe(coverage.sworn);
      }),
    );
  });

  it('the order of groups changes nothing', () => {
    fc.assert(
      fc.property(anyRules, fc.array(aGroup), (rules, groups) => {
        expect(coverageOf(rules, groups.toReversed())).toEqual(coverageOf(rules, groups));
      }),
    );
  });

  it('the share is met exactly when the required number is reached', () => {
    fc.assert(
      fc.property(anyRules, fc.array(aGroup), (rules, groups) => {
        const { sworn, advanced, advancedRequired, meetsAdvanced } = coverageOf(rules, groups);
        expect(meetsAdvanced).toBe(sworn > 0 && advanced >= advancedRequired);
      }),
    );
  });

  it('one more program held never lowers anyone’s coverage', () => {
    fc.assert(
      fc.property(
        anyRules,
        fc.array(aGroup, { minLength: 1 }),
        fc.constantFrom(...programs),
        (rules, groups, more) => {
          const [first, ...rest] = groups;
          if (!first) return;
          const before = coverageOf(rules, groups);
          const after = coverageOf(rules, [
            { ...first, programs: [...new Set([...first.programs, more])] },
            ...rest,
          ]);
          expect(after.advanced).toBeGreaterThanOrEqual(before.advanced);
          expect(after.untrained).toBeLessThanOrEqual(before.untrained);
          expect(Number(after.meetsEveryone)).toBeGreaterThanOrEqual(Number(before.meetsEveryone));
        },
      ),
    );
  });
});

describe('coverage from records', () => {
  const today = '2024-06-01' as CalendarDate;
  const aRecord = fc.record({
    title: fc.constantFrom('CIT', 'CRIT', 'MHFA', 'CIT Refresher', 'Firearms', 'MHFA recertification'),
    hours: fc.constantFrom(undefined, 2, 8, 16, 40),
    result: fc.constantFrom(undefined, 'Passed', 'Instructed', 'No show', 'Waived'),
    completedOn: fc
      .option(fc.integer({ min: -1500, max: 30 }), { nil: undefined })
      .map((days) => (days === undefined ? undefined : addDays(today, days))),
  }) satisfies fc.Arbitrary<TrainingRecord>;
  const held = (records: readonly TrainingRecord[]) =>
    programsHeld(
      qualifyPerson(records, { today }).map(({ qualifying }) => qualifying),
      today,
    );

  it('the order of records changes nothing', () => {
    fc.assert(
      fc.property(fc.array(aRecord, { maxLength: 8 }), (records) => {
        expect(held(records.toReversed())).toEqual(held(records));
      }),
    );
  });

  it('a qualifying record never takes a program away', () => {
    fc.assert(
      fc.property(fc.array(aRecord, { maxLength: 8 }), aRecord, (records, more) => {
        const before = held(records);
        const after = held([...records, more]);
        expect(after).toEqual(expect.arrayContaining([...before]));
      }),
      { numRuns: 500 },
    );
  });
});
