import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { isProgram, type Program } from '../campaign-rules/program.ts';
import { programStandards } from '../campaign-rules/program-standard.ts';

/** A course that counts for the pledge, ready to be chosen; without hours the officer gives them. */
export interface KnownCourse {
  readonly title: string;
  readonly hours: number | undefined;
  readonly program: Program;
}

/** The titles under which the courses are usually given; the recognizer reads each of them as its program. */
const usualTitles = {
  cit: 'Crisis Intervention Team (CIT) Training',
  crit: 'Crisis Response and Intervention Training (CRIT)',
  mhfa: 'Mental Health First Aid for Public Safety',
} as const;

/** The courses that a version of the rules names, then those that the campaign has accepted in their place. */
export function knownCourses(
  rules: CampaignRules,
  accepted: readonly {
    readonly title: string;
    readonly program: string;
    readonly requiredHours: number | undefined;
  }[],
): readonly KnownCourse[] {
  const programs = [...rules.advanced.programs, ...rules.trained.basePrograms];
  const named = programs.flatMap((program) =>
    program === 'cit' || program === 'crit' || program === 'mhfa'
      ? [{ title: usualTitles[program], hours: usualHours(program), program }]
      : [],
  );
  const equivalents = accepted.flatMap(({ title, program, requiredHours }) =>
    isProgram(program) && programs.includes(program) ? [{ title, hours: requiredHours, program }] : [],
  );
  const all = [...named, ...equivalents];
  return all.filter((course, place) => all.findIndex(({ title }) => title === course.title) === place);
}

/** First aid is given in 6.5, 7.5 or 8 hours: the officer says which. */
function usualHours(program: 'cit' | 'crit' | 'mhfa'): number | undefined {
  return program === 'mhfa' ? undefined : programStandards[program].requiredHours;
}
