import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { isProgram, type Program } from '../campaign-rules/program.ts';
import { programStandards } from '../campaign-rules/program-standard.ts';

/** A course that counts for the pledge, ready to be chosen; without hours the officer gives them. */
export interface KnownCourse {
  readonly title: string;
  readonly hours: number | undefined;
  /** The hours are those of the last class of this course here. */
  readonly isAsLast: boolean;
  readonly program: Program;
}

/** The titles under which the courses are usually given; the recognizer reads each of them as its program. */
const usualTitles = {
  cit: 'Crisis Intervention Team (CIT) Training',
  crit: 'Crisis Response and Intervention Training (CRIT)',
  mhfa: 'Mental Health First Aid for Public Safety',
} as const;

/**
 * The courses that a version of the rules names, then those that the campaign has accepted in their place. One that is
 * given in several lengths has the hours that the agency gave it last.
 */
export function knownCourses(
  rules: CampaignRules,
  accepted: readonly {
    readonly title: string;
    readonly program: string;
    readonly requiredHours: number | undefined;
  }[],
  lastHours: ReadonlyMap<string, number>,
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
  return all
    .filter((course, place) => all.findIndex(({ title }) => title === course.title) === place)
    .map(({ title, hours, program }) => {
      const last = hours === undefined ? lastHours.get(title) : undefined;
      return { title, hours: hours ?? last, isAsLast: last !== undefined, program };
    });
}

/** First aid is given in 6.5, 7.5 or 8 hours: the officer says which. */
function usualHours(program: 'cit' | 'crit' | 'mhfa'): number | undefined {
  return program === 'mhfa' ? undefined : programStandards[program].requiredHours;
}
