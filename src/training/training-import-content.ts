import { fileRefusalSentence } from '../files/file-content.ts';
import { readRefusalSentence } from '../spreadsheet/read-refusal-content.ts';
import { doubtSentence, matchSentence, unmatchedSentence } from './matching-content.ts';
import type { DoubtReason, MatchedHow } from './record-matching.ts';
import type { RecordMatchState } from './stored-record.ts';
import { refusalSentence } from './training-content.ts';
import type { TrainingField } from './training-headings.ts';
import type { StagedKind, TrainingImportRefusal } from './training-import.ts';
import type { RowRefusal } from './training-row.ts';

/** The words of the pages that import training records. */
export const trainingImportContent = {
  upload: {
    title: 'Import training records',
    lead: 'Choose the file your training system exports. You will see whose records they are and what they count for before anything is saved.',
    file: 'Training file',
    hint: 'Leave the file as it comes: titles above the table, other courses and extra columns are fine.',
    submit: 'Read the file',
  },
  columns: {
    title: 'Check how we read the file',
    lead: 'Is each column what we think it is? Change what is wrong.',
    heading: 'Column in the file',
    examples: 'For example',
    meaning: 'What it holds',
    ignore: 'Not used',
    sheet: (sheet: string, row: number) => `Sheet “${sheet}”, with the column names in row ${row}.`,
    otherSheets: 'Other sheets in the file',
    dropped: 'Columns we leave out',
    droppedText: 'We never keep these:',
    wholeFile: 'The same for the whole file',
    wholeFileLead:
      'A sign-in sheet often says these once, at the top. What you enter here is used where a row does not say it.',
    course: 'Course',
    courseHint: 'For example: Mental Health First Aid for Public Safety',
    hours: 'Hours',
    provider: 'Provider',
    completedOn: 'Date completed',
    result: 'Result',
    resultHint: 'For example: Passed',
    submit: 'Show what will be added',
  },
  preview: {
    title: 'What this import will add',
    lead: 'Nothing is saved yet. Look through the lists, then import.',
    nothing: 'The file adds nothing. Every record in it is here already.',
    commit: 'Import these records',
    discard: 'Give this import up',
    back: 'Change how the file is read',
    courses: 'Courses in this file',
    coursesLead: 'How we read each course, and why. You can decide about doubtful ones after the import.',
    reviewNote: 'These are added too. They count for nobody until you say whom they are about.',
    refusedNote: 'Rows that were not used. Everything else can still be imported.',
  },
  errors: {
    hours: 'Enter the hours as a number, such as 8 or 6.5',
    completedOn: 'Enter a day that is not in the future, such as 3/5/2026',
  },
} as const;

export const stagedKindWords: Readonly<Record<StagedKind, string>> = {
  new: 'New records',
  review: 'Whose are they?',
  here: 'Here already',
  refused: 'Rows not used',
};

export const trainingFieldWords: Readonly<Record<TrainingField, string>> = {
  employeeNumber: 'Employee number',
  fullName: 'Full name',
  familyName: 'Last name',
  givenName: 'First name',
  middleName: 'Middle name',
  suffix: 'Suffix (Jr., III)',
  courseTitle: 'Course',
  courseCode: 'Course number',
  hours: 'Hours',
  completedOn: 'Date completed',
  startedOn: 'Date started',
  expiresOn: 'Valid until',
  result: 'Result',
  provider: 'Provider',
};

/** What a staged line's remark says: why it is refused, or where the same line is. */
export function remarkSentence(remark: string): string {
  if (remark === '') return '';
  if (remark === 'already-here') return 'This record is here already.';
  const same = /^same-as-row (\d+)$/.exec(remark)?.[1];
  if (same !== undefined) return `This row says the same as row ${same}.`;
  return refusalSentence({ code: remark as RowRefusal['code'], row: 0 });
}

/** Why a record is given to its person, or why it waits. */
export function matchStateSentence(state: RecordMatchState, reason: string): string {
  switch (state) {
    case 'matched':
    case 'flagged':
      return matchSentence(reason as MatchedHow);
    case 'doubtful':
      return doubtSentence(reason as DoubtReason);
    case 'unmatched':
      return unmatchedSentence;
    case 'by-hand':
      return 'Somebody here said whose record this is.';
    case 'set-aside':
      return 'Somebody here left this person’s records out.';
    case 'entered':
      return 'Entered by hand.';
  }
}

export function trainingImportRefusalSentence(refusal: TrainingImportRefusal, fileName: string): string {
  switch (refusal.code) {
    case 'import-not-found':
      return 'This import is no longer here. Start again with the file.';
    case 'import-closed':
      return 'This import is finished already. Start a new one with the file.';
    case 'no-name-column':
      return 'Choose the column that holds the name: either the full name, or the last name and the first name.';
    case 'no-course':
      return 'Choose the column that holds the course, or enter one course for the whole file.';
    case 'column-chosen-twice':
      return `The column “${refusal.heading}” is chosen twice. Choose a different column for one of them.`;
    case 'column-not-usable':
      return 'One of the columns can’t be used. Choose again.';
    case 'no-records':
      return 'No training record was found in the file. Check the columns: does the name column hold names?';
    case 'plan-outdated':
      return 'The roster or a decision changed since this list was made. Look at the list again, then import.';
    case 'file-missing':
    case 'file-empty':
    case 'file-kind-not-taken':
    case 'file-with-macros':
    case 'file-infected':
      return fileRefusalSentence(refusal);
    default:
      return readRefusalSentence(fileName, refusal);
  }
}
