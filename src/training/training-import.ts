import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { ColumnMapping, ColumnProposal } from '../columns/column-proposal.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { FileRefusal } from '../files/file-kind.ts';
import type { ReadRefusal } from '../spreadsheet/read-refusal.ts';
import type { Course } from './course.ts';
import type { TrainingField } from './training-headings.ts';
import type { WholeFileFacts } from './training-row.ts';

export type TrainingImportId = Brand<'TrainingImportId'>;

/** What an import does with a line: `review` is added too, and waits until somebody says whom it is about. */
export type StagedKind = 'new' | 'review' | 'here' | 'refused';

export const stagedKinds: readonly StagedKind[] = ['new', 'review', 'refused', 'here'];

export type StagedCounts = Readonly<Record<StagedKind, number>>;

/** A course as a file gives it, with how many of its lines name it. */
export interface CourseInFile extends Course {
  readonly records: number;
}

/** What was found in the file, for as long as it is planned. */
export interface TrainingReport {
  readonly rowsRead: number;
  readonly counts: StagedCounts;
  /** Of the records that would be added. */
  readonly worth: { readonly counts: number; readonly doubtful: number; readonly other: number };
  /** People of the roster the file has records for. */
  readonly people: number;
  /** Those that matter most, first; at most 30. */
  readonly courses: readonly CourseInFile[];
  /** Roster, decisions and records the plan was held against: others ask for a new plan. */
  readonly heldAgainst: string;
}

/** How the columns of a file are understood. */
export interface TrainingColumns {
  readonly proposal: ColumnProposal<TrainingField>;
  readonly mapping: ColumnMapping<TrainingField>;
  /** A few values of each column that isn't dropped, to recognize it by. */
  readonly examples: readonly (readonly string[])[];
  readonly sheets: readonly string[];
}

export interface TrainingImport {
  readonly id: TrainingImportId;
  readonly state: 'understood' | 'planned' | 'committed' | 'discarded';
  readonly file: { readonly id: StoredFileId; readonly name: string; readonly sha256: string };
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: TrainingColumns;
  readonly wholeFile: WholeFileFacts;
  readonly report: TrainingReport | undefined;
  readonly startedAt: Date;
  readonly committedAt: Date | undefined;
}

/** What a person says about a file. */
export interface TrainingFileFacts {
  readonly mapping: ColumnMapping<TrainingField>;
  readonly wholeFile: WholeFileFacts;
}

export type TrainingImportRefusal =
  | FileRefusal
  | ReadRefusal
  | { readonly code: 'import-not-found' }
  /** Committed or discarded before. */
  | { readonly code: 'import-closed' }
  | { readonly code: 'no-name-column' }
  | { readonly code: 'no-course' }
  | { readonly code: 'column-chosen-twice'; readonly heading: string }
  | { readonly code: 'column-not-usable' }
  | { readonly code: 'no-records' }
  | { readonly code: 'plan-outdated' };

/** What a file and its person have to say at least: who took which course. */
export function missingFact({
  mapping,
  wholeFile,
}: TrainingFileFacts): 'no-name-column' | 'no-course' | undefined {
  if (mapping.fullName === undefined && mapping.familyName === undefined) return 'no-name-column';
  const hasCourse = mapping.courseTitle !== undefined || mapping.courseCode !== undefined;
  return hasCourse || wholeFile.title || wholeFile.code ? undefined : 'no-course';
}

/** The day a whole file's classes were completed can't lie ahead. */
export function isPossibleCompletion(day: CalendarDate, today: CalendarDate): boolean {
  return day <= today && day >= '1960-01-01';
}
