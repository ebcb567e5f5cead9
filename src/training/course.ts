import type { Program } from '../campaign-rules/program.ts';

/** A course as a training record names it. */
export interface Course {
  readonly title: string;
  readonly code?: string | undefined;
  readonly hours?: number | undefined;
  readonly provider?: string | undefined;
}

/**
 * What somebody decided about a course: the campaign (equivalents are its to accept) or the agency (which may say
 * what a course was). It applies to every record of that course, or of that course at that provider.
 */
export interface CourseDecision {
  readonly title: string;
  readonly code?: string | undefined;
  readonly provider?: string | undefined;
  readonly program: Program | 'none';
  /** Fewer hours on a record don't count; records without hours do. */
  readonly requiredHours?: number | undefined;
  /** How long a completion counts, in months; without it, it doesn't expire. */
  readonly validityMonths?: number | undefined;
  readonly decidedBy: 'campaign' | 'agency';
}
