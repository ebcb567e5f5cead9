import { describe, expect, it } from 'vitest';
import { requirements } from './campaign-requirement.ts';
import { campaignRules, currentRules, parseRulesVersion, rulesVersions } from './campaign-rules.ts';
import { policyElements } from './policy-element.ts';
import { programs } from './program.ts';
import { programStandards } from './program-standard.ts';
import { categoryOf } from './training-category.ts';

describe('versions of the campaign rules', () => {
  it('a new pledge is taken under the rules of 2024', () => {
    expect(currentRules.version).toBe('2024');
  });

  it.each([
    ['2024', '2024'],
    [' 2016 ', '2016'],
    ['2020', undefined],
    ['', undefined],
    ['rules-2024', undefined],
  ])('"%s" names the version %s', (text, version) => {
    expect(parseRulesVersion(text)).toBe(version);
  });

  it.each(rulesVersions)(
    '%s asks for the same four requirements, a fifth of officers and everyone',
    (version) => {
      const rules = campaignRules(version);
      expect(rules.version).toBe(version);
      expect(rules.requirements.map(({ requirement }) => requirement)).toEqual(requirements);
      expect([rules.advanced.percent, rules.trained.percent]).toEqual([20, 100]);
      expect([rules.term.shortestMonths, rules.term.longestMonths]).toEqual([12, 36]);
    },
  );

  it.each([
    ['2016', 'cit', 'advanced'],
    ['2016', 'crit', undefined],
    ['2016', 'advanced-equivalent', undefined],
    ['2016', 'mhfa', 'base'],
    ['2016', 'base-equivalent', undefined],
    ['2018', 'cit', 'advanced'],
    ['2018', 'crit', 'advanced'],
    ['2018', 'advanced-equivalent', 'advanced'],
    ['2018', 'base-equivalent', 'base'],
    ['2024', 'crit', 'advanced'],
    ['2024', 'advanced-equivalent', 'advanced'],
    ['2024', 'mhfa', 'base'],
    ['2024', 'base-equivalent', 'base'],
  ] as const)('under %s, %s counts as %s', (version, program, category) => {
    expect(categoryOf(campaignRules(version), program)).toBe(category);
  });

  it('the base course is for everyone under the early rules, and for everyone else since 2024', () => {
    expect(rulesVersions.map((version) => campaignRules(version).trained.baseNeededBy)).toEqual([
      'everyone',
      'everyone',
      'everyone-without-advanced',
    ]);
  });

  it('every number says where it was read', () => {
    const sources = rulesVersions
      .map(campaignRules)
      .flatMap((rules) => [rules.advanced.source, rules.trained.source, rules.term.source])
      .concat(programs.map((program) => programStandards[program].source));
    for (const source of sources) expect(source.url).toMatch(/^https?:\/\/\S+$/);
  });
});

describe('the policy checklist', () => {
  it('has fourteen elements with codes of their own', () => {
    expect(new Set(policyElements.map(({ code }) => code)).size).toBe(14);
    expect(policyElements).toHaveLength(14);
  });
});
