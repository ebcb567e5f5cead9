import { type CalendarDate, longDate, parseCalendarDate } from '../calendar/calendar-date.ts';
import { importContent } from '../file-import/file-import-content.ts';
import type { ImportWords } from '../file-import/import-desk.tsx';
import {
  dateColumn,
  type ExportTable,
  numberColumn as number,
  textColumn as text,
} from '../table-export/export-table.ts';
import { doubtSentence, matchSentence, unmatchedSentence } from '../training/matching-content.ts';
import type { DoubtReason, MatchedHow } from '../training/record-matching.ts';
import { refusalSentence } from '../training/training-content.ts';
import type { SignOffTypes } from './sign-off-import.ts';
import type { SignOffRefusal } from './sign-off-row.ts';
import type { StagedSignOff } from './sign-off-store.ts';

/** The words of the pages that import a sign-off list. */
export const signOffWords = {
  upload: {
    title: 'Import a sign-off list',
    lead: 'Choose a list of who signed the policy that is in effect now. You will see whom we know before anything is saved.',
    file: 'Sign-off list',
  },
  wholeFile: {
    heading: 'The same for the whole list',
    lead: 'Enter the day here when the list has no column for it: for example, when everyone signed on one day.',
    signedOn: 'Day signed',
    error: 'Enter a day that is not in the future, such as 3/5/2026',
  },
  preview: {
    title: 'Who signed',
    lead: 'Nothing is saved yet. Look through the lists, then import.',
    nothing: 'The list adds nobody. Everyone we know in it has acknowledged already, or was not matched.',
    commit: 'Record these people',
  },
  who: {
    title: 'Who are these people?',
    lead: 'The list names people whom we could not place for sure. Say who each of them is. Leave open what you do not know.',
    late: 'The list is imported already: whoever signed is recorded as soon as you say who it is.',
    link: 'Say who these people are',
    none: {
      heading: 'Nobody is in doubt',
      text: 'Everyone in the list is placed. Go back and import it.',
      late: 'Everyone in the list is placed.',
    },
    rows: (row: number, lines: number) =>
      lines === 1 ? `Row ${row}.` : `Row ${row}, and ${lines - 1} more.`,
    question: (name: string) => `Who is ${name}?`,
    later: 'Decide later',
    nobody: 'Not on our roster',
    number: (name: string) => `Or enter the number of ${name} on your roster`,
    numberHint: 'The employee number or badge, when this person is not among the choices above.',
    numberUnknown: 'Enter an employee number or badge that one person on your roster has',
    noAnswer: 'Choose who somebody is, or go back to the list',
    save: 'Save these answers',
    back: 'Back to the list',
    recorded: 'Your answers are saved. Who has signed is recorded with this list.',
    done: 'Your answers are saved. They hold for this list and for the next ones.',
    settled: 'What you said',
    settledCaption: (shown: number, total: number) =>
      shown === total ? 'Answers that hold for this list' : `The first ${shown} of ${total} answers`,
    written: 'In the list',
    is: 'Is',
    change: 'Change',
    reopen: 'Decide again',
  },
  dayDoubt: {
    before: (firstDay: CalendarDate | undefined) =>
      `In doubt: signed before this version existed${firstDay ? `, which is from ${longDate(firstDay)}` : ''}. Say which day is meant under “${importContent.dates.look}”.`,
    future: `In doubt: signed on a day that has not come yet. Say which day is meant under “${importContent.dates.look}”.`,
  },
  days: {
    title: 'Days that can’t be right',
    lead: 'Nobody can have signed this version on these days. Settle all lines of one kind at once, or go through them one by one.',
    link: 'Settle the days that can’t be right, for all lines at once',
    settledLink: 'See what you said of the days that can’t be right',
    about: {
      'signed-before-version': (lines: number, firstDay: CalendarDate | undefined) =>
        `${lineWords(lines)} signed before this version took effect${firstDay ? ` on ${longDate(firstDay)}` : ''}`,
      'signed-in-future': (lines: number) => `${lineWords(lines)} signed on a day that has not come yet`,
    },
    leaveOut: (lines: number) => (lines === 1 ? 'Leave this line out' : `Leave these ${lines} lines out`),
    leaveOutHint:
      'These people are not recorded, and are asked to acknowledge the version in effect. That is right where they signed an earlier version.',
    day: 'The day they signed this version',
    dayHint: (firstDay: CalendarDate | undefined, today: CalendarDate) =>
      firstDay
        ? `From ${longDate(firstDay)} to ${longDate(today)}. Use it only where you know the day, for example from the sheet that they signed.`
        : `Not after ${longDate(today)}. Use it only where you know the day, for example from the sheet that they signed.`,
    dayError: (firstDay: CalendarDate | undefined, today: CalendarDate) =>
      firstDay
        ? `Enter a day from ${longDate(firstDay)} to ${longDate(today)}`
        : `Enter a day that is not after ${longDate(today)}`,
    useDay: (lines: number) =>
      lines === 1 ? 'Use this day for the line' : `Use this day for all ${lines} lines`,
    leftOut: (lines: number) => `${lineWords(lines)} left out.`,
    given: (lines: number, day: CalendarDate) => `${lineWords(lines)} taken as signed on ${longDate(day)}.`,
    undo: 'Put them back in doubt',
    single: 'Go through the days one by one',
    back: 'Back to the list',
    none: {
      heading: 'No day is in doubt',
      text: 'Every line has a day that can be right. Go back to the list.',
    },
    done: 'Saved. It holds for this list.',
    undone: 'The lines are in doubt again.',
  },
  doubts: {
    heading: (lines: number) =>
      lines === 1
        ? '1 line is in doubt and is not recorded'
        : `${lines} lines are in doubt and are not recorded`,
    people: (lines: number) =>
      lines === 1
        ? '1 line of somebody whom we could not place for sure.'
        : `${lines} lines of people whom we could not place for sure.`,
    show: 'Show the lines in doubt',
  },
  list: { none: 'None.', candidates: 'Perhaps' },
  nothingFound:
    'Nothing in the list could be used. Check that a policy is in effect, and that the name column holds names.',
  kindNotes: {
    review:
      'We are not sure who these people are, or the day they signed can’t be right, so they are not recorded yet. Say who they are or which day is meant, and we remember it for the next list.',
    refused: 'Lines that were not used. Everything else can still be imported.',
  },
  kinds: {
    new: 'Have signed',
    review: 'In doubt',
    refused: 'Lines not used',
    here: 'Here already',
  },
  fields: {
    employeeNumber: 'Employee number',
    fullName: 'Full name',
    familyName: 'Last name',
    givenName: 'First name',
    middleName: 'Middle name',
    suffix: 'Suffix (Jr., III)',
    signedOn: 'Day signed',
    version: 'Policy or its number',
  },
} as const satisfies ImportWords<SignOffTypes> & Record<string, unknown>;

function lineWords(lines: number): string {
  return lines === 1 ? '1 line' : `${lines} lines`;
}

const leftOutWords = 'Left out: nobody can have signed this version on that day.';

function dayGivenWords(written: CalendarDate | undefined): string {
  return written
    ? `The list says ${longDate(written)}. Somebody of your agency gave this day for all such lines.`
    : 'Somebody of your agency gave this day for all such lines.';
}

/** What a staged line's remark says: why it is not used, or where the same person is. */
export function remarkWords(remark: string): string {
  if (remark === '') return '';
  if (remark === 'already-here') return 'This person has acknowledged this version already.';
  const same = /^same-as-row (\d+)$/.exec(remark)?.[1];
  if (same !== undefined) return `Row ${same} is the same person.`;
  const before = /^signed-before-version (.+)$/.exec(remark)?.[1];
  if (before !== undefined) return signOffWords.dayDoubt.before(parseCalendarDate(before));
  const instead = /^day-given \S+ (.+)$/.exec(remark)?.[1];
  if (instead !== undefined) return dayGivenWords(parseCalendarDate(instead));
  if (remark.startsWith('left-out ')) return leftOutWords;
  if (remark === 'signed-in-future') return signOffWords.dayDoubt.future;
  return signOffRefusal(remark as SignOffRefusal);
}

function signOffRefusal(code: SignOffRefusal): string {
  switch (code) {
    case 'not-signed':
      return 'No day is given, so this person has not signed.';
    case 'day-unreadable':
      return 'The day can’t be read. Write it as month/day/year.';
    case 'other-version':
      return 'This line is about another policy or number than the one in effect.';
    case 'not-asked':
      return 'This person has left, or belongs to staff who are not asked.';
    case 'not-on-roster':
      return 'Somebody of your agency said that this person is not on your roster.';
    case 'nothing-in-effect':
      return 'No policy is in effect.';
    default:
      return refusalSentence({ code, row: 0 });
  }
}

const doubts: ReadonlySet<string> = new Set<DoubtReason>([
  'number-of-someone-else',
  'several-with-number-and-name',
  'several-with-name',
  'middle-or-suffix-differs',
  'spelled-otherwise',
  'name-only-alike',
]);

/** Why a line is taken for its person, or waits. */
export function matchWords(reason: string): string {
  if (reason === '') return '';
  if (reason === 'remembered') return 'Somebody of your agency said who this is.';
  if (reason === 'nobody-alike') return unmatchedSentence;
  return doubts.has(reason) ? doubtSentence(reason as DoubtReason) : matchSentence(reason as MatchedHow);
}

/** The lines of a list with what becomes of them, as a table. */
export const stagedSignOffExport: ExportTable<StagedSignOff> = {
  name: 'Rows',
  columns: [
    number('Row', 8, ({ row }) => row),
    text('Employee number', 17, ({ employeeNumber }) => employeeNumber),
    text('Last name', 18, ({ name }) => name.family),
    text('First name', 16, ({ name }) => name.given),
    text('Middle name', 14, ({ name }) => name.middle),
    text('Suffix', 8, ({ name }) => name.suffix),
    dateColumn('Date signed', ({ signedOn }) => signedOn),
    text('Policy', 24, ({ version }) => version),
    text('How it was matched', 44, ({ reason }) => matchWords(reason)),
    text('Perhaps', 44, ({ candidates }) => candidates.join('; ')),
    text('Reason', 44, ({ remark }) => remarkWords(remark)),
  ],
};
