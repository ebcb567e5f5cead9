import type { SensitiveKind } from '../columns/sensitive-column.ts';
import { fileRefusalSentence } from '../files/file-content.ts';
import { readRefusalSentence } from '../spreadsheet/read-refusal-content.ts';
import type { RosterField } from './roster-columns.ts';
import type { RosterChangeKind, RosterImportRefusal } from './roster-import.ts';
import type { StaffCategory } from './staff-category.ts';
import type { StaffFactSheet } from './staff-member.ts';
import type { StaffRefusal } from './staff-refusal.ts';

/** The words of the roster's pages. */
export const rosterWords = {
  title: 'Roster',
  lead: 'Everyone whose training counts toward the pledge.',
  import: 'Import a roster file',
  add: 'Add one person',
  empty: {
    heading: 'No one is on the roster yet',
    text: 'Export your roster from your HR or records system as a spreadsheet and import it here. It takes about three minutes.',
  },
  nobodyFound: { heading: 'No one matches', text: 'Try fewer letters, or show everybody.' },
  search: 'Name, employee number or badge',
  showWho: 'Show',
  standings: { 'on-staff': 'On staff', separated: 'Left', all: 'Everybody' },
  kinds: { sworn: 'Sworn', 'non-sworn': 'Non-sworn' },
  categories: {
    dispatcher: 'Dispatcher or telecommunicator',
    detention: 'Detention or corrections',
    'community-service-officer': 'Community service officer',
    records: 'Records',
    'front-desk': 'Front desk',
    'crossing-guard': 'Crossing guard',
    'victim-advocate': 'Victim advocate',
    chaplain: 'Chaplain',
    'civilian-investigator': 'Civilian investigator',
    'professional-staff': 'Other professional staff',
  } satisfies Record<StaffCategory, string>,
  notices: {
    added: 'The person was added.',
    changed: 'The change was saved.',
    separated: 'The person is marked as having left.',
    rehired: 'The person is on staff again. Their training records are still here.',
    imported: 'The roster was imported.',
    discarded: 'The import was given up. The roster is as it was.',
  },
  upload: {
    title: 'Import a roster file',
    lead: 'Choose the file your HR or records system exports. You will see what it changes before anything is saved.',
    file: 'Roster file',
    hint: 'Leave the file as it comes: titles above the table, extra columns and old staff are fine.',
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
    fullRoster: 'This file lists everyone who works here now',
    fullRosterHint:
      'Tick this if people who are not in the file have left. You will see them before anything changes.',
    defaultKind: 'If the file does not say who is sworn',
    defaultKindHint: 'We first go by a column for it, then by rank and title.',
    defaultKinds: { '': 'Ask me about them', sworn: 'They are sworn', 'non-sworn': 'They are non-sworn' },
    submit: 'Show what will change',
  },
  preview: {
    title: 'What this import will change',
    lead: 'Nothing is saved yet. Look through the lists, then import.',
    nothing: 'The file changes nothing. Everyone in it is on the roster already, with the same facts.',
    commit: 'Import these changes',
    discard: 'Give this import up',
    back: 'Change how the file is read',
    folded: (rows: number) =>
      rows === 1
        ? '1 row says more about a person named in another row.'
        : `${rows} rows say more about a person named in another row.`,
    separateMissing: (count: number) =>
      count === 1
        ? 'Mark the 1 person who is not in the file as having left'
        : `Mark the ${count} people who are not in the file as having left`,
    refusedNote: 'Rows that were not used. They add nobody; everything else can still be imported.',
  },
} as const;

/** Sworn, or the kind of civilian job. */
export function kindWords({ kind, category }: Pick<StaffFactSheet, 'kind' | 'category'>): string {
  return kind === 'non-sworn' && category ? rosterWords.categories[category] : rosterWords.kinds[kind];
}

export const changeKindWords: Readonly<Record<RosterChangeKind, string>> = {
  added: 'New people',
  changed: 'Changed',
  returning: 'Coming back',
  separated: 'Leaving',
  missing: 'Not in the file',
  unchanged: 'Unchanged',
  undecided: 'Sworn or not? Please say',
  refused: 'Rows not used',
};

export const fieldWords: Readonly<Record<RosterField, string>> = {
  employeeNumber: 'Employee number',
  badge: 'Badge number',
  fullName: 'Full name',
  familyName: 'Last name',
  givenName: 'First name',
  middleName: 'Middle name',
  suffix: 'Suffix (Jr., III)',
  rank: 'Rank or title',
  jobTitle: 'Job title beside the rank',
  kind: 'Sworn or not',
  category: 'Kind of civilian job',
  unit: 'Unit',
  shift: 'Shift',
  email: 'Work email',
  hiredOn: 'Date hired',
  rehiredOn: 'Date rehired',
  separatedOn: 'Date left',
  employmentStatus: 'Employment status',
};

/** How a changed fact is called in the preview. */
export const factWords: Readonly<Record<string, string>> = { ...fieldWords, name: 'Name' };

export const droppedWords: Readonly<Record<SensitiveKind, string>> = {
  ssn: 'Social Security numbers',
  'birth-date': 'dates of birth',
  'home-address': 'home addresses',
  'personal-phone': 'phone numbers',
  'personal-email': 'private email addresses',
  salary: 'pay',
  'criminal-id': 'FBI or state identification numbers',
  'drivers-license': 'driver license numbers',
  'bank-account': 'bank accounts',
  demographics: 'race, gender and the like',
  'emergency-contact': 'emergency contacts',
  health: 'health facts',
};

export function rosterImportRefusalSentence(refusal: RosterImportRefusal, fileName: string): string {
  switch (refusal.code) {
    case 'import-not-found':
      return 'This import is no longer here. Start again with the file.';
    case 'import-closed':
      return 'This import is finished already. Start a new one with the file.';
    case 'no-name-column':
      return 'Choose the column that holds the name: either the full name, or the last name and the first name.';
    case 'column-chosen-twice':
      return `The column “${refusal.heading}” is chosen twice. Choose a different column for one of them.`;
    case 'column-not-usable':
      return 'One of the columns can’t be used. Choose again.';
    case 'no-people':
      return 'No one was found in the file. Check the columns: does the name column hold names?';
    case 'plan-outdated':
      return 'The roster changed since this list was made. Look at the list again, then import.';
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

export function staffRefusalSentence(refusal: StaffRefusal): string {
  switch (refusal.code) {
    case 'staff-not-found':
      return 'This person is no longer on the roster. Go back to the list.';
    case 'already-separated':
      return 'This person is already marked as having left.';
    case 'not-separated':
      return 'This person is on staff already.';
    case 'separated-before-hired':
      return 'The last day lies before the date hired. Enter a later day, or correct the date hired.';
  }
}
