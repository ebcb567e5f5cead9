import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { FileImport, ImportReport, ImportTypes, SaidOfFile } from '../file-import/file-import.ts';
import type { PolicyId } from '../policy/policy.ts';
import type { SignOffField } from './sign-off-columns.ts';
import type { SettledDays } from './sign-off-day.ts';

/** What an import does with a line: only `new` is recorded; `review` is listed with whom it may be about. */
export type SignOffKind = 'new' | 'review' | 'refused' | 'here';

export const signOffKinds: readonly SignOffKind[] = ['new', 'review', 'refused', 'here'];

/** What is said once for a whole list. */
export interface SignOffFacts {
  readonly signedOn?: CalendarDate | undefined;
  /** What holds for all lines whose day is in doubt for the same reason. */
  readonly days?: SettledDays;
}

/** What was found in the list, and which version it is taken for; none when none was in effect. */
export interface SignOffReport extends ImportReport<SignOffKind> {
  readonly policy?: PolicyId | undefined;
}

export interface SignOffTypes extends ImportTypes {
  readonly field: SignOffField;
  readonly facts: SignOffFacts;
  readonly kind: SignOffKind;
  readonly report: SignOffReport;
  readonly choice: Readonly<Record<string, never>>;
}

export type SignOffImport = FileImport<SignOffTypes>;

/** A list has to name people. */
export function missingFact({ mapping }: SaidOfFile<SignOffTypes>): 'no-name-column' | undefined {
  return mapping.fullName === undefined && mapping.familyName === undefined ? 'no-name-column' : undefined;
}
