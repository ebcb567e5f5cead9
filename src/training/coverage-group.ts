import type { Program } from '../campaign-rules/program.ts';

/** Where somebody stood with the agency on the day that is measured. */
export type Presence = 'on-staff' | 'separated' | 'not-yet-hired';

/**
 * People who are alike in everything coverage depends on; a group of one is a person. An SQL aggregate and the
 * command line both make these. Texts that aren't known are ''.
 */
export interface CoverageGroup {
  readonly kind: 'sworn' | 'non-sworn';
  /** Of non-sworn staff: the agency has put their category in scope. Sworn officers are always in scope. */
  readonly inScope: boolean;
  readonly category: string;
  readonly presence: Presence;
  readonly unit: string;
  readonly shift: string;
  readonly rank: string;
  /** Held and valid on the day; see `programsHeld`. Programs, not categories: versions of the rules differ in these. */
  readonly programs: readonly Program[];
  readonly people: number;
}
