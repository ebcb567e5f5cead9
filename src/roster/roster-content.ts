import { longDate } from '../calendar/calendar-date.ts';
import type { FoldedRow } from './roster-people.ts';
import type { PersonFlag } from './roster-person.ts';
import type { RowNote, RowRefusal } from './roster-row.ts';
import type { FoldReason } from './same-person.ts';
import type { KindDecision, KindDoubt, KindReason } from './staff-kind.ts';

const rowRefusals: Readonly<Record<RowRefusal['code'], string>> = {
  'repeated-header': 'This row repeats the headings.',
  total: 'This row is a total, not a person.',
  footer: 'This row belongs to the printed report, not to a person.',
  'section-heading': 'This row is a heading inside the list.',
  nameless: 'This row has no name. Add the name, or leave the row out.',
  redacted: 'The name in this row is hidden. Use a roster with names.',
  'vacant-position': 'This row is a vacant position.',
};

/** Why a row of a roster was left out. */
export function rowRefusalSentence(code: RowRefusal['code']): string {
  return rowRefusals[code];
}

const dateNames = { hiredOn: 'hire date', rehiredOn: 'rehire date', separatedOn: 'separation date' } as const;

/** What couldn't be read in a row that was kept. */
export function rowNoteSentence(note: RowNote): string {
  switch (note.code) {
    case 'date-unreadable':
      return note.proposal
        ? `The ${dateNames[note.field]} “${note.text}” is not a date we can read. If it means ${longDate(note.proposal)}, write that.`
        : `The ${dateNames[note.field]} “${note.text}” is not a date we can read. Correct it.`;
    case 'date-taken':
      return `The ${dateNames[note.field]} is written “${note.text}” in the file. You said it means ${longDate(note.date)}.`;
    case 'date-guessed':
      return `The ${dateNames[note.field]} “${note.text}” was taken for ${longDate(note.date)}. Check it.`;
    case 'hired-far-in-future':
      return `The hire date ${longDate(note.date)} is far ahead, so it was not used. Correct it.`;
    case 'separated-before-hired':
      return `The separation date ${longDate(note.date)} is before the hire date: taken as somebody who came back.`;
    case 'kind-unreadable':
      return `Whether the person is sworn reads “${note.text}”, so the rest of the row decided. Write yes or no.`;
    case 'status-unreadable':
      return `We do not know the status “${note.text}”. Write active or separated.`;
  }
}

const foldReasons: Readonly<Record<FoldReason, string>> = {
  'number-and-name': 'Number and name agree.',
  'name-and-email': 'Name and email agree.',
  'name-and-hire-date': 'Name and hire date agree.',
  'number-and-hire-date': 'Employee number and hire date agree.',
  'all-names': 'All names agree.',
};

/** What became of a row that added no person of its own. */
export function foldedSentence(folded: FoldedRow): string {
  return folded.code === 'duplicate-row'
    ? `This row says the same as row ${folded.into}.`
    : `This row is about the person in row ${folded.into}. ${foldReasons[folded.why]}`;
}

/** What somebody should look at; the person was kept. */
export function personFlagSentence(flag: PersonFlag): string {
  switch (flag.code) {
    case 'number-shared':
      return `The number ${flag.number} also belongs to somebody else: see ${rowList(flag.rows)}.`;
    case 'same-name':
      return `Somebody else has the same name: see ${rowList(flag.rows)}.`;
    case 'several-numbers':
      return `One person with several numbers: ${flag.numbers.join(', ')}.`;
    case 'name-varies':
      return `One number with names that differ a little, taken for one person: see ${rowList(flag.rows)}.`;
  }
}

/** Why somebody counts as sworn or not, or why a person must decide. */
export function kindSentence(decision: KindDecision): string {
  return decision.kind === 'undecided' ? kindDoubtSentence(decision.doubt) : kindReasonSentence(decision.why);
}

export function kindReasonSentence(why: KindReason): string {
  switch (why.code) {
    case 'kind-stated':
    case 'category-stated':
      return `The roster says “${why.text}”.`;
    case 'sworn-rank':
      return `“${why.text}” is the rank of a sworn officer.`;
    case 'civilian-title':
      return `“${why.text}” is a title of non-sworn staff.`;
    case 'decided-by-person':
      return `Somebody decided this for “${why.text}”.`;
    case 'decided-for-file':
      return 'Decided for everybody of the file whose row does not say.';
  }
}

export function kindDoubtSentence(doubt: KindDoubt): string {
  switch (doubt.code) {
    case 'no-rank-or-kind':
      return 'The row gives no rank or title. Say whether the person is sworn.';
    case 'unknown-title':
      return `We do not know the title “${doubt.text}”. Say whether the person is sworn.`;
    case 'kind-unreadable':
      return `Whether the person is sworn reads “${doubt.text}”. Write yes or no.`;
    case 'sworn-in-some-agencies':
      return `“${doubt.text}” is sworn in some agencies and not in others. Say how it is in yours.`;
  }
}

function rowList(rows: readonly number[]): string {
  return `row${rows.length === 1 ? '' : 's'} ${rows.join(', ')}`;
}
