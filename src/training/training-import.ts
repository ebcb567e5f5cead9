import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { FileImport, ImportReport, ImportTypes, SaidOfFile } from '../file-import/file-import.ts';
import type { Course } from './course.ts';
import type { TrainingField } from './training-headings.ts';
import type { WholeFileFacts } from './training-row.ts';

/** What an import does with a line: `review` is added too, and waits until somebody says whom it is about. */
export type StagedKind = 'new' | 'review' | 'here' | 'refused';

export const stagedKinds: readonly StagedKind[] = ['new', 'review', 'refused', 'here'];

/** A course as a file gives it, with how many of its lines name it. */
export interface CourseInFile extends Course {
  readonly records: number;
  /** Of them, those that count for somebody today; not said of files planned before this was counted. */
  readonly counting?: number | undefined;
}

/** What was found in the file, for as long as it is planned. */
export interface TrainingReport extends ImportReport<StagedKind> {
  /** Of the records that would be added. */
  readonly worth: { readonly counts: number; readonly doubtful: number; readonly other: number };
  /** Rows that somebody should look at; not said of files planned before this was counted. */
  readonly rowsToLookAt?: number | undefined;
  /** People of the roster the file has records for. */
  readonly people: number;
  /** Those that matter most, first; at most 30. */
  readonly courses: readonly CourseInFile[];
}

export interface TrainingImportTypes extends ImportTypes {
  readonly field: TrainingField;
  readonly facts: WholeFileFacts;
  readonly kind: StagedKind;
  readonly report: TrainingReport;
  readonly choice: Readonly<Record<string, never>>;
}

export type TrainingImport = FileImport<TrainingImportTypes>;

/** What a file and its person have to say at least: who took which course. */
export function missingFact({
  mapping,
  facts,
}: SaidOfFile<TrainingImportTypes>): 'no-name-column' | 'no-course' | undefined {
  if (mapping.fullName === undefined && mapping.familyName === undefined) return 'no-name-column';
  const hasCourse = mapping.courseTitle !== undefined || mapping.courseCode !== undefined;
  return hasCourse || facts.title || facts.code ? undefined : 'no-course';
}

/** The day a whole file's classes were completed can't lie ahead. */
export function isPossibleCompletion(day: CalendarDate, today: CalendarDate): boolean {
  return day <= today && day >= '1960-01-01';
}
