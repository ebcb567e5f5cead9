import { programStandards } from '../campaign-rules/program-standard.ts';

export type SaidProgram = 'cit' | 'crit' | 'mhfa' | 'none';

export function isSaidProgram(text: string): text is SaidProgram {
  return text === 'cit' || text === 'crit' || text === 'mhfa' || text === 'none';
}

/** What agencies say a course was, as far as the campaign hasn't decided about it for everybody. */
export interface SaidCourse {
  readonly courseKey: string;
  readonly title: string;
  readonly code: string;
  readonly program: SaidProgram;
  /** Each agency that says so and why, the latest first. */
  readonly sayings: readonly {
    readonly agency: string;
    readonly agencyName: string;
    readonly reason: string;
  }[];
}

/** What the campaign asks of the course everywhere. */
export interface PromotedLimits {
  readonly requiredHours: number | undefined;
  readonly validityMonths: number | undefined;
}

/** What is asked of any course of the program, until the campaign says otherwise. */
export function usualLimits(program: SaidProgram): PromotedLimits {
  if (program === 'none') return { requiredHours: undefined, validityMonths: undefined };
  const { requiredHours, validityMonths } = programStandards[program];
  return { requiredHours, validityMonths };
}

export type PromotionRefusal =
  /** No agency says so any more. */
  | { readonly code: 'nobody-says-so' }
  | { readonly code: 'decided-already' }
  | { readonly code: 'own-agency' };
