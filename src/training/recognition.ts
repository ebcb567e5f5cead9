import type { Program } from '../campaign-rules/program.ts';
import { programStandards } from '../campaign-rules/program-standard.ts';
import type { CourseDecision } from './course.ts';
import type { CautionCode } from './course-caution.ts';

/** Hours of a class and where they were found. */
export interface KnownHours {
  readonly hours: number;
  readonly from: 'record' | 'title';
}

/** The name of a program found in a title or code. */
export interface NamedProgram {
  readonly program: Program;
  /** As people write it: `Crisis Intervention`. */
  readonly named: string;
  readonly namedIn: 'title' | 'code';
}

/** Why a course is taken for a program, or for none. Facts only: `course-content.ts` makes the sentence. */
export type RecognitionReason =
  | (NamedProgram & {
      readonly code: 'program-named';
      readonly known?: KnownHours;
      readonly neededHours: number;
      readonly variant?: 'recertification';
    })
  | {
      readonly code: 'course-decided';
      readonly decidedBy: CourseDecision['decidedBy'];
      readonly known?: KnownHours;
      readonly neededHours?: number;
    }
  | (NamedProgram & {
      readonly code: 'too-few-hours';
      readonly known: KnownHours;
      readonly neededHours: number;
      /** Of how many days the hours were added up, when of several. */
      readonly rows?: number;
    })
  | (NamedProgram & { readonly code: 'hours-unknown'; readonly neededHours: number })
  /** One day or module of a class that is as long as all of it, or a class far longer: an academy, perhaps. */
  | (NamedProgram & { readonly code: 'one-part-named'; readonly word: string; readonly known?: KnownHours })
  | (NamedProgram & {
      readonly code: 'far-longer';
      readonly known: KnownHours;
      readonly neededHours: number;
    })
  /** The number of the course names the program, and the title is about something else. */
  | (NamedProgram & { readonly code: 'title-names-other' })
  | (NamedProgram & { readonly code: 'youth-course'; readonly audience: 'youth' | 'teen' })
  | (NamedProgram & { readonly code: CautionCode; readonly word: string; readonly known?: KnownHours })
  | (NamedProgram & {
      readonly code: 'other-meaning' | 'other-program' | 'other-subject';
      readonly other: string;
    })
  | {
      readonly code: 'equivalent-not-decided';
      readonly category: 'advanced' | 'base';
      readonly subject: string;
      readonly hours: number;
    }
  | { readonly code: 'other-course' }
  | { readonly code: 'title-missing' };

/**
 * What a course counts as, before any version of the rules. `none` is certain. A doubtful one names the program it
 * would count as once a person has looked; until then it doesn't count.
 */
export interface Recognition {
  readonly program: Program | 'none';
  readonly requiredHours?: number;
  /** Months from completion; absent when a completion doesn't expire. */
  readonly validityMonths?: number;
  readonly doubtful: boolean;
  readonly reason: RecognitionReason;
}

export function recognized(program: Program, reason: RecognitionReason): Recognition {
  return { program, ...limitsOf(programStandards[program]), doubtful: false, reason };
}

export function doubtful(program: Program, reason: RecognitionReason): Recognition {
  return { program, ...limitsOf(programStandards[program]), doubtful: true, reason };
}

export function notRecognized(reason: RecognitionReason): Recognition {
  return { program: 'none', doubtful: false, reason };
}

/** What the program's standard, or a decision about the course, asks of a record. */
export function limitsOf(limits: {
  readonly requiredHours?: number | undefined;
  readonly validityMonths?: number | undefined;
}): Pick<Recognition, 'requiredHours' | 'validityMonths'> {
  const { requiredHours, validityMonths } = limits;
  return {
    ...(requiredHours !== undefined && { requiredHours }),
    ...(validityMonths !== undefined && { validityMonths }),
  };
}
