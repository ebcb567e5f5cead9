import { longDate } from '../calendar/calendar-date.ts';
import type { RowNote, RowRefusal } from './training-row.ts';

type UnreadableDate = Extract<RowNote, { readonly code: 'date-unreadable' }>;

const refusals: Readonly<Record<RowRefusal['code'], string>> = {
  'repeated-header': 'This row repeats the headings.',
  total: 'This row is a total, not a record.',
  footer: 'This row belongs to the printed report, not to a person.',
  'section-heading': 'This row is a heading inside the list.',
  nameless: 'This row names no person. Add the name, or leave the row out.',
  redacted: 'The name in this row is hidden. Use a file with names.',
  'vacant-position': 'This row is about a vacant position.',
  'course-missing': 'This row names no course. Add the course, or give one course for the whole file.',
};

/** Why a row of a training file was left out. */
export function refusalSentence({ code }: RowRefusal): string {
  return refusals[code];
}

const dateNames = {
  completedOn: 'completion date',
  startedOn: 'start date',
  expiresOn: 'end of validity',
} as const;

/** What couldn't be read, or only by guessing, in a row that was kept. */
export function noteSentence(note: RowNote): string {
  switch (note.code) {
    case 'date-unreadable':
      return unreadableDate(note);
    case 'date-guessed':
      return `The ${dateNames[note.field]} “${note.text}” was read as ${longDate(note.date)}. Correct it if that is wrong.`;
    case 'date-taken':
      return `The ${dateNames[note.field]} is written “${note.text}” in the file, and was taken for ${longDate(note.date)}.`;
    case 'completed-ahead':
      return `The completion date, ${longDate(note.completedOn)}, lay ahead when the record came in. Confirm it after that day.`;
    case 'hours-unreadable':
      return `The hours “${note.text}” are not a number. Correct them.`;
  }
}

function unreadableDate({ field, text, why, proposal }: UnreadableDate): string {
  const meant = proposal ? ` It may mean ${longDate(proposal)}.` : '';
  const date = `The ${dateNames[field]} “${text}”`;
  switch (why) {
    case 'century':
      return `${date} may belong to either century.${meant} Enter the year with four digits.`;
    case 'either-order':
      return `${date} may be read in two ways: this file writes the month first in some rows and the day first in others.${meant} Correct it.`;
    case 'several-dates':
      return `${date} names several days.${meant} Enter the day the class ended.`;
    default:
      return `${date} is not a date we can use.${meant} Correct it.`;
  }
}
