import type { CalendarDate } from '../calendar/calendar-date.ts';
import { firstFoldedWord, foldText, foldWord, foldWords } from '../person-name/name-folding.ts';
import { isSameSpelling, nameLikeness } from '../person-name/name-likeness.ts';
import { areNicknames, isFullNameOf } from '../person-name/nicknames.ts';
import type { PersonName } from '../person-name/person-name.ts';
import { isTypingSlip } from '../person-name/typing-slip.ts';
import type { RosterPerson } from './roster-person.ts';
import type { StaffFactSheet } from './staff-member.ts';
import { staffNumberKey } from './staff-number.ts';

/** How a rank or a name is written is no fact of its own: it goes with the rank and the name. */
export type StaffField = Exclude<keyof StaffFactSheet, 'rankWritten' | 'nameWritten'>;

/** One fact that a roster changes; `after` undefined means the fact no longer holds. */
export type FieldChange = {
  readonly [F in StaffField]: {
    readonly field: F;
    readonly before: StaffFactSheet[F] | undefined;
    readonly after: StaffFactSheet[F] | undefined;
  };
}[StaffField];

/** What a new person's entry would hold; undefined while nobody knows whether they are sworn. */
export function factsOf(person: RosterPerson): StaffFactSheet | undefined {
  const { kind } = person;
  if (kind.kind === 'undecided') return undefined;
  return {
    name: person.name,
    nameWritten: person.nameWritten,
    employeeNumber: person.employeeNumber,
    badge: person.badge,
    kind: kind.kind,
    category: kind.kind === 'non-sworn' ? kind.category : undefined,
    rank: person.rank,
    rankWritten: writtenRank(person),
    unit: person.unit,
    shift: person.shift,
    email: person.email,
    hiredOn: person.hiredOn,
    separatedOn: person.separatedOn,
  };
}

/**
 * What a roster changes about someone already known. A blank erases nothing; other spelling (case, leading zeros,
 * punctuation) changes nothing, nor does another way to write the same rank; sworn or not, once settled, changes only
 * with the title or a plain statement.
 */
export function changesTo(known: StaffFactSheet, person: RosterPerson): readonly FieldChange[] {
  return [
    ...changed('name', known.name, mergedName(known.name, person.name), sameName),
    ...changed(
      'employeeNumber',
      known.employeeNumber,
      keptNumber('id', known.employeeNumber, person.employeeNumber, person),
    ),
    ...changed('badge', known.badge, keptNumber('badge', known.badge, person.badge, person)),
    ...kindChanges(known, person),
    ...changed('rank', known.rank, person.rank || known.rank, sameText),
    ...changed('unit', known.unit, person.unit || known.unit, sameText),
    ...changed('shift', known.shift, person.shift || known.shift, sameText),
    ...changed('email', known.email, person.email || known.email, sameText),
    ...changed('hiredOn', known.hiredOn, person.hiredOn ?? known.hiredOn),
  ];
}

/**
 * How the rank is written from now on, once a file changes anything about a person: as in the row that the page about the
 * person names as the source. A file that gives no rank leaves it, and one that merely writes the same rank in another
 * way changes nothing by itself: monthly files of two systems would else change everybody to and fro.
 */
export function rankAsWritten(known: StaffFactSheet, person: RosterPerson): string {
  return person.rank === '' ? (known.rankWritten ?? '') : writtenRank(person);
}

/** The original beside the rank it was read as; '' when there is nothing to add. */
export function writtenRank({ rank, title }: Pick<RosterPerson, 'rank' | 'title'>): string {
  return title === rank ? '' : title;
}

/** The change of a date of separation, or none when it stays. */
export function separationChange(
  before: CalendarDate | undefined,
  after: CalendarDate | undefined,
): readonly FieldChange[] {
  return changed('separatedOn', before, after);
}

function changed<F extends StaffField>(
  field: F,
  before: StaffFactSheet[F] | undefined,
  after: StaffFactSheet[F] | undefined,
  same: (
    before: NonNullable<StaffFactSheet[F]>,
    after: NonNullable<StaffFactSheet[F]>,
  ) => boolean = Object.is,
): readonly {
  readonly field: F;
  readonly before: StaffFactSheet[F] | undefined;
  readonly after: StaffFactSheet[F] | undefined;
}[] {
  if (before === after) return [];
  const isSame = before !== undefined && after !== undefined && same(before, after);
  return isSame ? [] : [{ field, before, after }];
}

function sameText(one: string, other: string): boolean {
  return foldText(one) === foldText(other);
}

function sameName(one: PersonName, other: PersonName): boolean {
  const key = ({ family, given, middle, suffix }: PersonName) =>
    [family, given, middle, suffix].map(foldWord).join('|');
  return key(one) === key(other);
}

/** Another spelling of the number already kept is no change; nor is another of the person's several numbers. */
function keptNumber(kind: 'id' | 'badge', known: string, given: string, person: RosterPerson): string {
  if (given === '') return known;
  return person.numbers.includes(`${kind} ${staffNumberKey(known)}`) ? known : given;
}

/**
 * A fuller given or middle name is taken over; a nickname, an initial, a missing one or the same words in another
 * order aren't.
 */
function mergedName(known: PersonName, given: PersonName): PersonName {
  if (isSameSpelling(known, given) || nameLikeness(known, given) === 'word-order') return known;
  const isSameFamily = foldWord(known.family) === foldWord(given.family);
  return {
    family: isSameFamily ? known.family : given.family,
    given: fuller(known.given, given.given),
    middle: fuller(known.middle, given.middle),
    suffix: given.suffix || known.suffix,
  };
}

function fuller(known: string, given: string): string {
  const [before, after] = [foldWord(known), foldWord(given)];
  if (after === '' || before === after) return known;
  if (foldWords(known)[0] === after || (after.length === 1 && before.startsWith(after))) return known;
  return isNicknameBeside(firstFoldedWord(known), firstFoldedWord(given)) ? known : given;
}

/** Bill beside William, Rob beside Bob: nothing new. William after Bill is fuller, Sarah after Sara a correction. */
function isNicknameBeside(known: string, given: string): boolean {
  return areNicknames(known, given) && !isFullNameOf(given, known) && !isTypingSlip(known, given);
}

function kindChanges(known: StaffFactSheet, person: RosterPerson): readonly FieldChange[] {
  const { kind } = person;
  if (kind.kind === 'undecided') return [];
  const isStated = kind.why.code === 'kind-stated' || kind.why.code === 'category-stated';
  const isTitleSame = person.rank === '' || sameText(known.rank, person.rank);
  if (isTitleSame && !isStated) return [];
  if (kind.kind === 'sworn')
    return [...changed('kind', known.kind, 'sworn'), ...changed('category', known.category, undefined)];
  const isCategorySettled =
    known.kind === 'non-sworn' && (isTitleSame || kind.category === 'professional-staff');
  const category = isCategorySettled ? known.category : kind.category;
  return [...changed('kind', known.kind, 'non-sworn'), ...changed('category', known.category, category)];
}
