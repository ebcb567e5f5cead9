import type { ProposedColumn } from '../columns/column-proposal.ts';
import type { SensitiveKind } from '../columns/sensitive-column.ts';
import type { ImportState } from './file-import.ts';
import type { TakenDates } from './taken-dates.ts';
import type { DayFault } from './typed-day.ts';

/** The words that the pages of every import share. */
export const importContent = {
  upload: {
    hint: 'Leave the file as it comes: titles above the table, extra columns and old entries are fine.',
    submit: 'Read the file',
    earlier: 'See earlier imports',
  },
  keptUntil: (day: string) =>
    `We keep this file until ${day}. If the import is not finished by then, we give it up and delete the file.`,
  givenUp: (file: string) => `The import of ${file} was given up before. Start again with the file.`,
  columns: {
    title: 'Check how we read the file',
    lead: 'Is each column what we think it is? Change what is wrong.',
    remembered: 'We read it the way you told us to read the last file with these columns.',
    heading: 'Column in the file',
    examples: 'For example',
    meaning: 'What it holds',
    ignore: 'Not used',
    sheet: (sheet: string, row: number) =>
      row === 0
        ? `Sheet “${sheet}”, which has no column names.`
        : `Sheet “${sheet}”, with the column names in row ${row}.`,
    otherSheets: 'Other sheets in the file',
    hiddenSheet: (sheet: string) => `${sheet} (hidden)`,
    proposed: 'The file says this once for all its rows',
    proposedLead:
      'We filled it in below. Check it: it will be used for every row that does not say otherwise.',
    proposedLine: (row: number, text: string) => `Row ${row}: ${text}`,
    chooseSheet: 'Read another sheet',
    meantFor: {
      roster: { seems: 'This looks like a roster.', instead: 'Import it under Roster instead' },
      training: { seems: 'This looks like training records.', instead: 'Import it under Training instead' },
      acknowledgment: {
        seems: 'This looks like a sign-off list of the policy.',
        instead: 'Import it under Acknowledgments instead',
      },
    },
    meantForElse: 'If it belongs here all the same, go on below.',
    dropped: 'Columns we leave out',
    droppedText: 'We never keep these:',
    submit: 'Show what will change',
    discard: 'Give this import up',
    chosenTwice: (heading: string) =>
      `Choose something else for “${heading}”: another column is chosen for this already`,
  },
  progress: {
    title: 'Working on your file',
    steps: {
      plan: 'Reading the file and comparing it with what is here',
      commit: 'Importing',
      undo: 'Taking the import back',
    },
    waiting: 'Waiting for its turn.',
    moment: 'This takes a moment.',
    beginning: 'Opening the file.',
    rows: (rows: string, total: string) => `Row ${rows} of ${total}`,
    comparing: (rows: string) => `All ${rows} rows are read. Comparing them with what is here.`,
    lead: 'You can leave this page. The work goes on, and you find it again under “Imports”.',
    again: 'Look again',
    cancel: 'Stop',
    cancelling: 'Stopping …',
  },
  preview: {
    rules: 'Kinds of rows',
    toLookAt: 'To look at',
    toLookAtNote: 'We were not sure of something in these rows. What it is stands beside each.',
    search: 'Name or number',
    download: 'Download this list',
    columns: 'Change how the file is read',
    discard: 'Give this import up',
    none: 'None.',
    back: (section: string) => `Back to ${section}`,
    undo: 'Undo this import',
    undoLead:
      'Undoing takes back everything this import did. It works until something newer touches the same people.',
    imported: (when: string, who: string) => `Imported on ${when}${who === '' ? '' : ` by ${who}`}.`,
    wasUndone: (when: string) => `This import was undone on ${when}.`,
    stagedGone:
      'A newer file was read since. Only the rows of the latest files are listed one by one; the file below holds them all.',
    cancelled: 'You stopped the work. Nothing was changed by it.',
  },
  file: {
    hash: 'Fingerprint of the file (SHA-256)',
    whole: 'Download the file',
    reduced: 'Download the file as we keep it',
    whyReduced:
      'It is the sheet that was read, without the columns that nobody may keep. The fingerprint is of the file as it came.',
    same: (when: string, who: string) =>
      `This same file was imported before, on ${when}${who === '' ? '' : ` by ${who}`}.`,
    seeSame: 'See that import',
  },
  dates: {
    title: 'Dates we cannot use as written',
    lead: 'Some may mean the day beside them: use it if that is right. For the others, enter the date if you know it.',
    heading: (dates: number) =>
      dates === 1
        ? '1 date cannot be used as it is written'
        : `${dates.toLocaleString('en-US')} dates cannot be used as they are written`,
    text: 'Until you say what they mean, they are left out.',
    remembered: (dates: number) =>
      dates === 1
        ? '1 date is taken as you said before'
        : `${dates.toLocaleString('en-US')} dates are taken as you said before`,
    rememberedText: 'You said for an earlier file what they mean. You can still leave them out.',
    look: 'Look at these dates',
    useAll: (dates: number) =>
      dates === 1 ? 'Use the proposed date' : `Use all ${dates.toLocaleString('en-US')} proposed dates`,
    leaveAll: 'Leave all proposed dates out',
    use: 'Use the proposed date',
    leave: 'Leave it out',
    search: 'Name, or the date as it is written',
    written: 'As written',
    proposal: 'It may mean',
    noProposal: 'We do not know',
    decided: {
      proposal: () => 'Used',
      typed: (day: string) => `${day}, as you entered it`,
      remembered: (day: string) => `${day}, taken as you said before`,
    },
    enter: 'Enter the date',
    /** Says which row, for who does not see the table around it. */
    enterHint: (row: number) => `For row ${row}, such as 3/5/2024`,
    save: 'Use this date',
    faults: {
      'no-day': 'Enter a real day, such as 3/5/2024',
      'too-early': 'Enter a day in 1940 or later',
      ahead: 'Enter a day that is not in the future',
      'too-far-ahead': 'Enter a day within the next 50 years',
    } satisfies Record<DayFault, string>,
    left: 'Left out',
    none: 'No date was found.',
    more: (shown: number) =>
      `The first ${shown.toLocaleString('en-US')} are listed here. “Use all” uses every one of them.`,
    back: 'Back to what will change',
  },
  list: {
    title: 'Imports',
    empty: 'Nothing was imported yet',
    emptyText: 'Files that you import are listed here, with what they changed.',
    states: {
      understood: 'Waiting for you to check the columns',
      planned: 'Waiting for you to import',
      committed: 'Imported',
      undone: 'Undone',
      discarded: 'Given up',
    } satisfies Record<ImportState, string>,
    work: {
      plan: 'Being read now',
      commit: 'Being imported now',
      undo: 'Being undone now',
    },
    closed: (what: string, when: string, who: string) =>
      `${what} on ${when}${who === '' ? '' : ` by ${who}`}`,
    delete: 'Delete',
    about: (file: string, when: string) => `${file}, read on ${when}`,
  },
  notices: {
    dates: 'The list is made anew with the dates as you said.',
    deleted: 'The import was given up, and its file is deleted.',
    undone: 'The import was undone. Everything is as it was before.',
  },
} as const;

/** Of which rows the proposed dates are used; '' when of none. */
export function takenSentence({ of, rows: { length } }: TakenDates): string {
  const rows = length === 1 ? '1 row' : `${length.toLocaleString('en-US')} rows`;
  if (of === 'all-but')
    return length === 0
      ? 'You use all the proposed dates.'
      : `You use all the proposed dates but those of ${rows}.`;
  return length === 0 ? '' : `You use the proposed dates of ${rows}.`;
}

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

/** How sure a proposal has to be for no words about it. */
const sureConfidence = 0.75;

/** Why a column is taken for what it is, or for nothing; '' where it goes without saying. */
export function columnReasonSentence({ why, field, confidence }: ProposedColumn<string>): string {
  if (field !== undefined && confidence < sureConfidence) {
    return why === 'name-against-values'
      ? 'The name says so, but the values look different. Please check.'
      : 'We are not sure. Please check.';
  }
  switch (why) {
    case 'values':
      return 'We can tell by the values.';
    case 'other-column-fits-better':
      return 'Another column fits better.';
    case 'may-be-sensitive':
      return 'These could be Social Security numbers. We leave them out unless you say what they are.';
    case 'empty':
      return 'This column is empty.';
    default:
      return '';
  }
}
