import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { PolicyElementCode } from '../campaign-rules/policy-element.ts';
import type { Program } from '../campaign-rules/program.ts';
import { programStandards } from '../campaign-rules/program-standard.ts';

/** “CIT, CRIT or an equivalent”, or “CIT” under rules that know no equivalents. */
export function advancedCourses(rules: CampaignRules): string {
  return alternatives(rules.advanced.programs);
}

/** “MHFA or an equivalent” */
export function baseCourses(rules: CampaignRules): string {
  return alternatives(rules.trained.basePrograms);
}

/** “1 sworn officer”, “3 sworn officers” */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}

/** “Purpose and goal; Definitions” */
export function elementTitles(rules: CampaignRules, codes: readonly PolicyElementCode[]): string {
  return rules.policyElements
    .filter(({ code }) => codes.includes(code))
    .map(({ title }) => title)
    .join('; ');
}

function alternatives(programs: readonly Program[]): string {
  const names = programs.map((program) =>
    program.endsWith('-equivalent') ? 'an equivalent' : programStandards[program].shortName,
  );
  return new Intl.ListFormat('en-US', { type: 'disjunction' }).format(names).replace(', or ', ' or ');
}
