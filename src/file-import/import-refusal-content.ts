import { fileRefusalSentence } from '../files/file-content.ts';
import { readRefusalSentence } from '../spreadsheet/read-refusal-content.ts';
import type { ImportRefusal, UndoRefusal } from './file-import.ts';
import type { PlanPart } from './plan-stamp.ts';

/** Why an import can't go on, and what to do about it. */
export function importRefusalSentence(
  refusal: ImportRefusal,
  about: { readonly fileName: string; readonly nothingFound: string },
): string {
  switch (refusal.code) {
    case 'no-rows':
      return `“${about.fileName}” has column names in row ${refusal.headerRow}, but no row below them. Export it again with its rows, or choose another file.`;
    case 'import-not-found':
      return 'This import is no longer here. Start again with the file.';
    case 'import-closed':
      return 'This import is finished already. Start a new one with the file.';
    case 'import-busy':
      return 'We are still working on this file. Wait until that is done.';
    case 'no-name-column':
      return 'Choose the column that holds the name: either the full name, or the last name and the first name.';
    case 'no-course':
      return 'Choose the column that holds the course, or enter one course for the whole file.';
    case 'column-chosen-twice':
      return `The column “${refusal.heading}” is chosen twice. Choose a different column for one of them.`;
    case 'column-not-usable':
      return 'One of the columns can’t be used. Choose again.';
    case 'nothing-found':
      return about.nothingFound;
    case 'plan-outdated':
      return planChangedSentence(['records']);
    case 'plan-changed':
      return planChangedSentence(refusal.parts);
    case 'not-planned':
      return 'Check the columns first. Then you see what the file would change.';
    case 'not-committed':
    case 'touched-since':
      return undoRefusalSentence(refusal);
    case 'work-failed':
    case 'gave-up':
      return 'Something went wrong on our side, and nothing was changed. Please try again.';
    case 'file-too-large':
      return `The file is larger than ${refusal.megabytes} MB, and nothing was saved. Save it as CSV, which takes less room, or split it into smaller files and import them one after the other.`;
    case 'file-missing':
    case 'file-empty':
    case 'file-kind-not-taken':
    case 'file-with-macros':
    case 'file-with-active-content':
    case 'file-not-inspected':
    case 'file-infected':
      return fileRefusalSentence(refusal);
    default:
      return readRefusalSentence(about.fileName, refusal);
  }
}

/** What stands in the way of undoing an import. */
export function undoRefusalSentence(refusal: UndoRefusal): string {
  return refusal.code === 'not-committed'
    ? 'This import can’t be undone: it was not imported, or it was undone before.'
    : `This import can’t be undone any more: something newer was recorded for ${peopleWords(refusal)}. Correct single people instead.`;
}

const planPartWords: Readonly<Record<PlanPart, string>> = {
  sheet: 'another sheet is read',
  columns: 'the columns are read in another way',
  'whole-file': 'something else is said for the whole file',
  dates: 'other proposed dates are used',
  records: 'what is here was changed in the meantime',
};

function planChangedSentence(parts: readonly PlanPart[]): string {
  const what = parts.length > 0 ? parts.map((part) => planPartWords[part]).join(', ') : 'it was made again';
  return `The plan changed since you looked: ${what}. Look at it again before you go on.`;
}

function peopleWords({
  people,
  names,
}: {
  readonly people: number;
  readonly names: readonly string[];
}): string {
  const others = people - names.length;
  return others > 0 ? `${names.join(', ')} and ${others} more` : names.join(', ');
}
