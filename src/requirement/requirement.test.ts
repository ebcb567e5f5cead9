import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { campaignRules, currentRules, rulesVersions } from '../campaign-rules/campaign-rules.ts';
import type { Program } from '../campaign-rules/program.ts';
import { noJointWork } from '../joint-work/joint-work-facts.ts';
import { coverageOf } from '../training/coverage.ts';
import type { CoverageGroup } from '../training/coverage-group.ts';
import { outstandingSentence } from './outstanding-content.ts';
import { outstandingRequirements, outstandingTraining, requirementStatuses } from './requirement.ts';
import { reasonSentence } from './requirement-content.ts';
import type { PartnershipFacts, PolicyFacts, RequirementFacts } from './requirement-facts.ts';

const today = '2024-06-01' as CalendarDate;

const officers = (people: number, programs: readonly Program[] = []): CoverageGroup => ({
  kind: 'sworn',
  inScope: true,
  category: '',
  presence: 'on-staff',
  unit: '',
  shift: '',
  rank: '',
  programs,
  people,
});
const dispatchers = (people: number, programs: readonly Program[] = []): CoverageGroup => ({
  ...officers(people, programs),
  kind: 'non-sworn',
  category: 'dispatcher',
});

function aPartnership(facts: Partial<PartnershipFacts> = {}): PartnershipFacts {
  return {
    partner: 'Harbor Counseling',
    state: 'confirmed',
    hasAgreement: true,
    termEndsOn: addDays(today, 365),
    ...facts,
  };
}

function aPolicy(facts: Partial<PolicyFacts> = {}): PolicyFacts {
  return {
    hasDocument: true,
    adoptedOn: addDays(today, -60),
    effectiveOn: addDays(today, -30),
    elements: currentRules.policyElements.map(({ code }) => ({ code, status: 'covered' })),
    ...facts,
  };
}

function someFacts(facts: Partial<RequirementFacts> = {}): RequirementFacts {
  return {
    today,
    partnerships: [aPartnership()],
    policy: aPolicy(),
    coverage: coverageOf(currentRules, [officers(1, ['cit']), officers(4, ['mhfa'])]),
    ...facts,
  };
}

const codes = (facts: RequirementFacts) =>
  outstandingRequirements(currentRules, facts).map(({ code }) => code);
const states = (facts: RequirementFacts) =>
  requirementStatuses(currentRules, facts).map(({ requirement, state }) => `${requirement}: ${state}`);

describe('an agency that has done everything', () => {
  it('has nothing outstanding', () => {
    expect(codes(someFacts())).toEqual([]);
  });

  it('is told why each requirement is met', () => {
    const sentences = requirementStatuses(currentRules, someFacts()).map(({ state, reasons }) => [
      state,
      ...reasons.map((reason) => reasonSentence(currentRules, reason)),
    ]);
    expect(sentences).toEqual([
      ['met', 'Harbor Counseling confirmed the partnership, and the agreement runs until June 1, 2025.'],
      ['met', 'The policy has been in effect since May 2, 2024 and answers all 14 elements.'],
      ['met', '1 of 5 sworn officers has CIT, CRIT or an equivalent; at least 1 must.'],
      ['met', 'Everyone is trained: 5 sworn officers.'],
    ]);
  });

  it('is reminded of reviews that are due, which take nothing away', () => {
    const facts = someFacts({
      partnerships: [aPartnership({ reviewOn: addDays(today, -1) })],
      policy: aPolicy({ reviewOn: addDays(today, -1) }),
    });
    expect(codes(facts)).toEqual([]);
    expect(
      requirementStatuses(currentRules, facts).flatMap(({ reasons }) => reasons.map(({ code }) => code)),
    ).toEqual([
      'partnership-in-place',
      'partnership-review-overdue',
      'policy-in-effect',
      'policy-review-overdue',
      'advanced-training-reached',
      'everyone-trained',
    ]);
  });
});

it('an agency that has only pledged has everything to do', () => {
  const facts: RequirementFacts = { today, partnerships: [], policy: undefined, coverage: undefined };
  expect(states(facts)).toEqual([
    'partnership: not-started',
    'policy: not-started',
    'advanced-training: not-started',
    'everyone-trained: not-started',
  ]);
  expect(codes(facts)).toEqual(['partnership-missing', 'policy-missing', 'roster-missing', 'roster-missing']);
});

describe('the partnership', () => {
  it.each<[string, Partial<PartnershipFacts>, string, readonly string[]]>([
    ['not sent yet', { state: 'draft' }, 'in-progress', ['partnership-not-sent']],
    ['waiting for the partner', { state: 'awaiting-partner' }, 'in-progress', ['partner-not-confirmed']],
    [
      'waiting, without an agreement',
      { state: 'awaiting-partner', hasAgreement: false },
      'in-progress',
      ['partner-not-confirmed', 'agreement-missing'],
    ],
    ['without an agreement', { hasAgreement: false }, 'in-progress', ['agreement-missing']],
    ['declined', { state: 'declined' }, 'not-started', ['partner-declined']],
    ['ended', { state: 'ended' }, 'not-started', ['partnership-ended']],
    ['on its last day', { termEndsOn: today }, 'met', []],
    ['a day after its term', { termEndsOn: addDays(today, -1) }, 'in-progress', ['agreement-term-over']],
    ['a day before its term', { termStartsOn: addDays(today, 1) }, 'in-progress', ['agreement-not-begun']],
    ['on its first day', { termStartsOn: today }, 'met', []],
    ['without an end', { termEndsOn: undefined }, 'met', []],
  ])('%s', (_, partnership, state, outstanding) => {
    const facts = someFacts({ partnerships: [aPartnership(partnership)] });
    expect(states(facts)[0]).toBe(`partnership: ${state}`);
    expect(codes(facts)).toEqual(outstanding);
  });

  it('one that counts is enough', () => {
    const partnerships = [aPartnership({ state: 'ended' }), aPartnership(), aPartnership({ state: 'draft' })];
    expect(codes(someFacts({ partnerships }))).toEqual([]);
  });

  it('only what the nearest one lacks is outstanding', () => {
    const partnerships = [
      aPartnership({ partner: 'Far', state: 'draft', hasAgreement: false }),
      aPartnership({ partner: 'Near', hasAgreement: false }),
      aPartnership({ partner: 'Gone', state: 'ended' }),
    ];
    expect(outstandingRequirements(currentRules, someFacts({ partnerships }))).toEqual([
      { requirement: 'partnership', code: 'agreement-missing', partner: 'Near' },
    ]);
  });

  it('is kept from being met by a liaison who is gone, and by nothing that is only shown', () => {
    const gone = { side: 'partner', startsOn: today, liaison: 'gone' } as const;
    const late = { ...noJointWork, openActionsDue: [addDays(today, -40)] };
    expect(codes(someFacts({ partnerships: [aPartnership({ jointWork: late })] }))).toEqual([]);
    const jointWork = { ...late, checkIns: [gone] };
    expect(codes(someFacts({ partnerships: [aPartnership({ jointWork })] }))).toEqual([
      'partnership-not-sustained',
    ]);
  });

  it('lacks meetings under a version of the rules that requires them', () => {
    const sustainability = currentRules.sustainability.map((criterion) =>
      criterion.code === 'meetings-held' ? { ...criterion, weight: 'required' as const } : criterion,
    );
    const rules = { ...currentRules, sustainability };
    const held = (...meetingsHeld: CalendarDate[]) =>
      someFacts({ partnerships: [aPartnership({ jointWork: { ...noJointWork, meetingsHeld } })] });
    const [outstanding] = outstandingRequirements(rules, held(addDays(today, -30)));
    expect(outstanding && outstandingSentence(rules, outstanding)).toMatch(
      /^Meet with .+: 1 of 2 meetings in the last 12 months\.$/,
    );
    expect(requirementStatuses(rules, held(addDays(today, -30)))[0]?.state).toBe('in-progress');
    expect(requirementStatuses(rules, held(addDays(today, -30), addDays(today, -90)))[0]?.state).toBe('met');
  });
});

describe('the policy', () => {
  const answers = (status: 'open' | 'not-applicable', reason = '') =>
    aPolicy().elements.map((answer) =>
      answer.code === 'disengagement' ? { ...answer, status, reason } : answer,
    );

  it.each<[string, Partial<PolicyFacts>, readonly string[]]>([
    ['without a document', { hasDocument: false }, ['policy-document-missing']],
    ['with an open element', { elements: answers('open') }, ['policy-elements-open']],
    ['with an unanswered element', { elements: aPolicy().elements.slice(1) }, ['policy-elements-open']],
    [
      'with an element that does not apply, unexplained',
      { elements: answers('not-applicable', ' ') },
      ['policy-element-reasons-missing'],
    ],
    [
      'with an element that does not apply, explained',
      { elements: answers('not-applicable', 'No dispatch here.') },
      [],
    ],
    ['not adopted', { adoptedOn: undefined }, ['policy-not-adopted']],
    ['without an effective date', { effectiveOn: undefined }, ['policy-effective-date-missing']],
    ['a day before it takes effect', { effectiveOn: addDays(today, 1) }, ['policy-not-in-effect']],
    ['on the day it takes effect', { effectiveOn: today, adoptedOn: today }, []],
  ])('%s', (_, policy, outstanding) => {
    const facts = someFacts({ policy: aPolicy(policy) });
    expect(codes(facts)).toEqual(outstanding);
    expect(states(facts)[1]).toBe(`policy: ${outstanding.length > 0 ? 'in-progress' : 'met'}`);
  });
});

describe('acknowledging the policy', () => {
  const acknowledged = (count: number, of = 40) =>
    someFacts({ policy: aPolicy({ acknowledgment: { acknowledged: count, of } }) });
  const requiring = (percent: number) => ({
    ...currentRules,
    acknowledgment: { ...currentRules.acknowledgment, isRequired: true, percent },
  });

  it('is shown and keeps nothing from being met by default', () => {
    for (const rules of rulesVersions.map(campaignRules)) expect(rules.acknowledgment.isRequired).toBe(false);
    expect(codes(acknowledged(0))).toEqual([]);
  });

  it.each([
    [100, 39, 40, ['policy-not-acknowledged']],
    [100, 40, 40, []],
    [95, 37, 40, ['policy-not-acknowledged']],
    [95, 38, 40, []],
    [100, 0, 0, []],
  ])('under rules that require %i percent, %i of %i come to %j', (percent, count, of, outstanding) => {
    const found = outstandingRequirements(requiring(percent), acknowledged(count, of));
    expect(found.map(({ code }) => code)).toEqual(outstanding);
  });

  it('is told with how many more are needed', () => {
    const [outstanding] = outstandingRequirements(requiring(95), acknowledged(37));
    expect(outstanding && outstandingSentence(requiring(95), outstanding)).toBe(
      'Have 1 more staff member read and acknowledge the policy: 37 of 40 have.',
    );
  });
});

describe('training', () => {
  it.each<[string, readonly CoverageGroup[], readonly string[], readonly string[]]>([
    [
      'no sworn officers',
      [dispatchers(2, ['mhfa'])],
      ['sworn-officers-missing', 'sworn-officers-missing'],
      ['not-started', 'not-started'],
    ],
    [
      'nobody trained',
      [officers(4)],
      ['advanced-training-short', 'sworn-training-short'],
      ['not-started', 'not-started'],
    ],
    ['only base courses', [officers(4, ['mhfa'])], ['advanced-training-short'], ['not-started', 'met']],
    [
      'one of six advanced',
      [officers(1, ['cit']), officers(5, ['mhfa'])],
      ['advanced-training-short'],
      ['in-progress', 'met'],
    ],
    [
      'one of four advanced, others untrained',
      [officers(1, ['cit']), officers(3)],
      ['sworn-training-short'],
      ['met', 'in-progress'],
    ],
    [
      'dispatchers untrained',
      [officers(1, ['cit']), dispatchers(2)],
      ['non-sworn-training-short'],
      ['met', 'in-progress'],
    ],
  ])('%s', (_, groups, outstanding, [advanced, everyone]) => {
    const facts = someFacts({ coverage: coverageOf(currentRules, groups) });
    expect(codes(facts)).toEqual(outstanding);
    expect(states(facts).slice(2)).toEqual([
      `advanced-training: ${advanced}`,
      `everyone-trained: ${everyone}`,
    ]);
  });

  it('can be asked about alone', () => {
    const coverage = coverageOf(currentRules, [officers(1, ['cit']), officers(5, ['mhfa'])]);
    expect(outstandingTraining(coverage)).toEqual([
      { requirement: 'advanced-training', code: 'advanced-training-short', have: 1, required: 2, missing: 1 },
    ]);
  });

  it.each<['2016' | '2024', readonly CoverageGroup[], readonly string[]]>([
    [
      '2024',
      [officers(1, ['cit']), officers(16, ['mhfa'])],
      ['Train 3 more sworn officers in CIT, CRIT or an equivalent: 1 of 4 needed has it.'],
    ],
    [
      '2024',
      [officers(2, ['cit']), officers(1), dispatchers(2)],
      [
        'Train 1 more sworn officer in MHFA or an equivalent: 2 of 3 are trained.',
        'Train 2 more non-sworn staff members in MHFA or an equivalent: 0 of 2 are trained.',
      ],
    ],
    [
      '2016',
      [officers(1, ['cit']), officers(2, ['mhfa']), officers(3, ['crit', 'mhfa'])],
      [
        'Train 1 more sworn officer in CIT: 1 of 2 needed has it.',
        'Train 1 sworn officer who has crisis training in MHFA too: these rules ask it of everyone.',
      ],
    ],
  ])('under %s the sentences say what to do', (version, groups, sentences) => {
    const rules = campaignRules(version);
    expect(
      outstandingTraining(coverageOf(rules, groups)).map((each) => outstandingSentence(rules, each)),
    ).toEqual(sentences);
  });
});
