import type { ImportWords } from '../file-import/import-desk.tsx';
import type { RosterImportTypes } from './roster-import.ts';

/** The words of the pages that import rosters. */
export const rosterImportWords = {
  upload: {
    title: 'Import a roster file',
    lead: 'Choose the file your HR or records system exports. You will see what it changes before anything is saved.',
    file: 'Roster file',
  },
  columns: {
    fullRoster: 'This file lists everyone who works here now',
    fullRosterHint:
      'Tick this if people who are not in the file have left. You will see them before anything changes.',
    defaultKind: 'If the file does not say who is sworn',
    defaultKindHint: 'We first go by a column for it, then by rank and title.',
    defaultKinds: { '': 'Ask me about them', sworn: 'They are sworn', 'non-sworn': 'They are non-sworn' },
  },
  preview: {
    title: 'What this import changes',
    lead: 'Nothing is saved yet. Look through the lists, then import.',
    nothing: 'The file changes nothing. Everyone in it is on the roster already, with the same facts.',
    commit: 'Import these changes',
  },
  list: {
    none: 'None.',
    emptyTexts: 'These texts say nothing. They were read as blank, and erase nothing:',
    folded: (rows: number) =>
      rows === 1
        ? '1 row says more about a person named in another row.'
        : `${rows} rows say more about a person named in another row.`,
    toLookAt: (rows: number) =>
      rows === 1
        ? '1 row to look at: it is used, with what we were not sure of beside it.'
        : `${rows} rows to look at: they are used, with what we were not sure of beside each.`,
  },
  missing: {
    separate: (count: number) =>
      count === 1
        ? 'Mark the 1 person who is not in the file as having left'
        : `Mark the ${count} people who are not in the file as having left`,
    lastDay: 'Their last day',
    lastDayHint: 'Leave this empty for today. Nobody’s last day is put before the day they were hired.',
    lastDayUnreadable:
      'The last day could not be read. Go back and enter it as month, day and year: 3/4/2026.',
    staying: 'Who stays on the roster all the same?',
    stayingHint: 'Tick the people who have not left.',
    tooMany:
      'There are too many to choose from one by one. Check that the file lists everyone, or mark people as having left on their own pages.',
    hired: (day: string) => `hired ${day}`,
  },
  nothingFound: 'No one was found in the file. Check the columns: does the name column hold names?',
  kindNotes: {
    unclear:
      'Each of these may be somebody on your roster. Nothing is done with the row until you say. What you say is kept for the next file.',
    refused: 'Rows that were not used. They add nobody; everything else can still be imported.',
    folded: 'Each of these rows is about a person whom another row names. They are one person, counted once.',
  },
  kinds: {
    added: 'New people',
    changed: 'Changed',
    returning: 'Coming back',
    separated: 'Leaving',
    missing: 'Not in the file',
    unchanged: 'Unchanged',
    undecided: 'Sworn or not? Please say',
    unclear: 'Same person? Please say',
    refused: 'Rows not used',
    folded: 'Rows joined with another row',
  },
  fields: {
    employeeNumber: 'Employee number',
    badge: 'Badge number',
    fullName: 'Full name',
    familyName: 'Last name',
    givenName: 'First name',
    middleName: 'Middle name',
    suffix: 'Suffix (Jr., III)',
    rank: 'Rank or title',
    jobTitle: 'Job title beside the rank',
    rankWritten: 'Rank as an earlier file wrote it',
    nameWritten: 'Name as an earlier file wrote it',
    kind: 'Sworn or not',
    category: 'Kind of civilian job',
    unit: 'Unit',
    shift: 'Shift',
    email: 'Work email',
    hiredOn: 'Date hired',
    rehiredOn: 'Date rehired',
    separatedOn: 'Date left',
    employmentStatus: 'Employment status',
  },
} as const satisfies ImportWords<RosterImportTypes> & Record<string, unknown>;

/** How a changed fact is called in the preview. */
export const factWords: Readonly<Record<string, string>> = { ...rosterImportWords.fields, name: 'Name' };
