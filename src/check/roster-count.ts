import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import {
  foldedSentence,
  kindDoubtSentence,
  personFlagSentence,
  rowNoteSentence,
  rowRefusalSentence,
} from '../roster/roster-content.ts';
import { type FoldedRow, foldPeople } from '../roster/roster-people.ts';
import type { RosterPerson } from '../roster/roster-person.ts';
import { remarkSentence } from '../roster/roster-remarks.ts';
import { asRead, lookCode, type RowToLookAt, rowsToLookAt } from '../roster/rows-to-look-at.ts';
import type { Presence } from '../training/coverage-group.ts';
import type { RosterFile } from './roster-file.ts';
import { byRow, type RowReason } from './row-reason.ts';

/** A person of the roster on the day measured. */
export interface CountedPerson {
  /** The first row they stand in. */
  readonly id: string;
  readonly person: RosterPerson;
  readonly presence: Presence;
}

/** Who is on the roster on the day measured. people = sworn + nonSworn + undecided. */
export interface RosterCount {
  readonly everybody: readonly CountedPerson[];
  readonly people: number;
  readonly sworn: number;
  readonly nonSworn: number;
  /** Nobody can tell from the file whether they are sworn. */
  readonly undecided: number;
  readonly separated: number;
  readonly notYetHired: number;
  /** Rows that count for nobody on the day. */
  readonly skipped: readonly RowReason[];
  /** Rows that say more about somebody who is counted once. */
  readonly folded: readonly RowReason[];
  /** What somebody should look at in rows that were used: the same that an import says of the file. */
  readonly flagged: readonly RowReason[];
}

/** The people behind the rows, as of a day. The order of rows makes no difference. */
export function countRoster(
  { rows, refused }: Pick<RosterFile, 'rows' | 'refused'>,
  asOf: CalendarDate,
): RosterCount {
  const { people, folded } = foldPeople(rows, asOf);
  const everybody = people.map((person) => ({
    id: String(person.rows[0]),
    person,
    presence: presenceOn(person, asOf),
  }));
  const present = everybody.filter(({ presence }) => presence === 'on-staff');
  const kinds = Map.groupBy(present, ({ person }) => person.kind.kind);
  const absent = everybody.filter(({ presence }) => presence !== 'on-staff');
  return {
    everybody,
    people: present.length,
    sworn: kinds.get('sworn')?.length ?? 0,
    nonSworn: kinds.get('non-sworn')?.length ?? 0,
    undecided: kinds.get('undecided')?.length ?? 0,
    separated: absent.filter(({ presence }) => presence === 'separated').length,
    notYetHired: absent.filter(({ presence }) => presence === 'not-yet-hired').length,
    skipped: [
      ...refused.map(({ row, code }) => ({ row, reason: code, sentence: rowRefusalSentence(code) })),
      ...folded.filter(({ code }) => code === 'duplicate-row').map(foldedReason),
      ...absent.flatMap(absentReasons),
    ].toSorted(byRow),
    folded: folded.filter(({ code }) => code === 'same-person').map(foldedReason),
    flagged: rowsToLookAt(people.map(asRead), rows).map(lookReason).toSorted(byRow),
  };
}

function lookReason(look: RowToLookAt): RowReason {
  return { row: look.row, reason: lookCode(look), sentence: lookSentence(look) };
}

function lookSentence(look: RowToLookAt): string {
  switch (look.about) {
    case 'kind':
      return kindDoubtSentence(look.doubt);
    case 'person':
      return personFlagSentence(look.flag);
    case 'cell':
      return rowNoteSentence(look.note);
    case 'match':
      return remarkSentence(look.code);
  }
}

function presenceOn({ isSeparated, hiredOn }: RosterPerson, day: CalendarDate): Presence {
  if (isSeparated) return 'separated';
  return hiredOn !== undefined && hiredOn > day ? 'not-yet-hired' : 'on-staff';
}

function foldedReason(folded: FoldedRow): RowReason {
  return { row: folded.row, reason: folded.code, sentence: foldedSentence(folded) };
}

function absentReasons({ person, presence }: CountedPerson): readonly RowReason[] {
  const sentence =
    presence === 'separated'
      ? separatedSentence(person)
      : `Not hired yet on that day: hired ${shownDay(person.hiredOn)}.`;
  return person.rows.map((row) => ({ row, reason: presence, sentence }));
}

function separatedSentence({ separatedOn }: RosterPerson): string {
  return separatedOn
    ? `No longer on staff: left ${shownDay(separatedOn)}.`
    : 'No longer on staff: the status says so.';
}

function shownDay(day: CalendarDate | undefined): string {
  return day ? `on ${longDate(day)}` : 'later';
}
