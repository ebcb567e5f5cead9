import type { ImportWords } from '../file-import/import-desk.tsx';
import { rememberedReason } from './found-match.ts';
import { doubtSentence, matchSentence, unmatchedSentence } from './matching-content.ts';
import type { DoubtReason, MatchedHow } from './record-matching.ts';
import type { RecordMatchState } from './stored-record.ts';
import { refusalSentence } from './training-content.ts';
import type { TrainingImportTypes } from './training-import.ts';
import type { RowRefusal } from './training-row.ts';

/** The words of the pages that import training records. */
export const trainingImportWords = {
  upload: {
    title: 'Import training records',
    lead: 'Choose the file your training system exports. You will see whose records they are and what they count for before anything is saved.',
    file: 'Training file',
  },
  wholeFile: {
    heading: 'The same for the whole file',
    lead: 'A sign-in sheet often says these once, at the top. What you enter here is used where a row does not say it.',
    course: 'Course',
    courseHint: 'For example: Mental Health First Aid for Public Safety',
    hours: 'Hours',
    provider: 'Provider',
    completedOn: 'Date completed',
    result: 'Result',
    resultHint: 'For example: Passed',
  },
  preview: {
    title: 'What this import adds',
    lead: 'Nothing is saved yet. Look through the lists, then import.',
    nothing: 'The file adds nothing. Every record in it is here already.',
    commit: 'Import these records',
  },
  list: {
    none: 'None.',
    toLookAt: (rows: number) =>
      rows === 1
        ? '1 row to look at before it counts for anybody.'
        : `${rows.toLocaleString('en-US')} rows to look at before they count for anybody.`,
    given: (number: string) => `It goes to number ${number}.`,
    counting: 'Of them count today',
    courses: 'Courses in this file',
    coursesLead: 'How we read each course, and why. You can decide about doubtful ones after the import.',
  },
  nothingFound:
    'No training record was found in the file. Check the columns: does the name column hold names?',
  kindNotes: {
    review: 'These are added too. They count for nobody until you say whom they are about.',
    refused: 'Rows that were not used. Everything else can still be imported.',
  },
  errors: {
    hours: 'Enter the hours as a number, such as 8 or 6.5',
    completedOn: 'Enter a day that is not in the future, such as 3/5/2026',
  },
  kinds: {
    new: 'New records',
    review: 'Whose are they?',
    here: 'Here already',
    refused: 'Rows not used',
  },
  fields: {
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
  },
} as const satisfies ImportWords<TrainingImportTypes> & Record<string, unknown>;

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
      return reason === rememberedReason
        ? 'Somebody here said before who is meant where this name is written.'
        : 'Somebody here said whose record this is.';
    case 'set-aside':
      return 'Somebody here left this person’s records out.';
    case 'entered':
      return 'Entered by hand.';
  }
}
