import { longDate } from '../calendar/calendar-date.ts';
import { foldText } from '../person-name/name-folding.ts';
import { shownName } from '../person-name/person-name.ts';
import type { MergeFact } from './person-merge.ts';
import { kindWords } from './roster-page-content.ts';
import type { StaffFactSheet } from './staff-member.ts';

/** The words of the page about one person. */
export const personWords = {
  source: {
    file: (name: string, row: number | undefined, day: string) =>
      row === undefined
        ? `From ${name}, imported on ${day}. The file no longer lists this person.`
        : `From ${name}, row ${row}, imported on ${day}.`,
    first: (name: string, day: string) => `First listed in ${name}, imported on ${day}.`,
    entered: (day: string) => `Entered by hand on ${day}.`,
    changedSince: (day: string) => `Changed here on ${day}.`,
  },
  otherNumbers: 'Other numbers',
  history: {
    heading: 'Earlier facts',
    change: 'What changed',
    from: 'Where from',
    on: 'When',
    merged: (name: string) => `Merged with ${name}`,
    file: (name: string, row: number | undefined) =>
      row === undefined ? `${name}, where the person was missing` : `${name}, row ${row}`,
    byHandToo: 'Part of it was changed by hand later.',
    nothing: 'Facts stayed as they were.',
    empty: 'no entry',
  },
  training: 'Add or look through training records',
  removed: (records: number) =>
    records === 1
      ? '1 removed record does not count. It is listed with the training records.'
      : `${records} removed records do not count. They are listed with the training records.`,
  matched: (records: number) =>
    records === 1
      ? '1 training record that waited was matched.'
      : `${records} training records that waited were matched.`,
} as const;

export const mergeFactWords: Readonly<Record<MergeFact, string>> = {
  name: 'Name',
  employeeNumber: 'Employee number',
  badge: 'Badge number',
  work: 'Sworn',
  rank: 'Rank or title',
  unit: 'Unit',
  shift: 'Shift',
  email: 'Work email',
  hiredOn: 'Date hired',
  separatedOn: 'Last day',
};

/** A fact as a person reads it; '' when nobody gave it. */
export function factText(facts: StaffFactSheet, fact: MergeFact): string {
  switch (fact) {
    case 'name':
      return nameText(facts);
    case 'work':
      return kindWords(facts);
    case 'hiredOn':
    case 'separatedOn': {
      const day = facts[fact];
      return day ? longDate(day) : '';
    }
    case 'rank':
      return rankText(facts);
    default:
      return facts[fact];
  }
}

/** `Ann St. James, written “St. James (Miller), Ann”`, where the file has more than the name. */
export function nameText({ name, nameWritten = '' }: Pick<StaffFactSheet, 'name' | 'nameWritten'>): string {
  return nameWritten === '' ? shownName(name) : `${shownName(name)}, written “${nameWritten}”`;
}

/** `Sergeant, written “Sgt.”`; what differs in capitals alone isn't said twice. */
export function rankText({ rank, rankWritten = '' }: Pick<StaffFactSheet, 'rank' | 'rankWritten'>): string {
  const isSaid = rankWritten === '' || foldText(rankWritten) === foldText(rank);
  return isSaid ? rank : `${rank}, written “${rankWritten}”`;
}
