/**
 * A kind of training the campaign's rules know. An equivalent is a course the campaign has accepted in place
 * of CIT or CRIT (`advanced-equivalent`) or in place of MHFA (`base-equivalent`).
 */
export type Program = 'cit' | 'crit' | 'advanced-equivalent' | 'mhfa' | 'base-equivalent';

export const programs: readonly Program[] = ['cit', 'crit', 'advanced-equivalent', 'mhfa', 'base-equivalent'];

export function isProgram(text: string): text is Program {
  return programs.some((program) => program === text);
}
