import type { CalendarDate } from '../calendar/calendar-date.ts';
import { foldText, foldWord } from '../person-name/name-folding.ts';
import { nameKey, type PersonName } from '../person-name/person-name.ts';
import { knownNumberKeys } from './merged-facts.ts';
import type { RosterPerson } from './roster-person.ts';
import { hasLeft, type StaffFactSheet, type StaffMember } from './staff-member.ts';
import { staffNumberKey, staffNumberKeys } from './staff-number.ts';

/**
 * What a file says anew about somebody who was merged and whom it may still list several times. What any of the merged
 * people had then was decided about: it is no news while the choice stands, nor beside a row that says what holds now.
 * Where the rows tell different news, the row with the number kept comes first. So the file that was there before the
 * merge changes nothing, and no file changes a fact to and fro.
 */
export function newsOf(
  member: StaffMember,
  people: readonly RosterPerson[],
  today: CalendarDate,
): RosterPerson {
  const [first, ...others] = people.toSorted(byNearness(member));
  if (!first) throw new Error('News come from at least one person of the file.');
  const ordered = [first, ...others];
  const rows = ordered.flatMap((person) => person.rows).sort((a, b) => a - b);
  const name = toldName(member, ordered);
  return {
    ...first,
    ...standing(member, ordered, today),
    rows,
    name,
    nameKey: nameKey(name),
    numbers: [...new Set([...ordered.flatMap(({ numbers }) => numbers), ...knownNumberKeys(member)])].sort(),
    employeeNumber: told('employeeNumber', member, ordered),
    badge: told('badge', member, ordered),
    kind: toldKind(member, ordered),
    ...toldRank(member, ordered),
    unit: told('unit', member, ordered),
    shift: told('shift', member, ordered),
    email: told('email', member, ordered),
    hiredOn: toldHireDate(member, ordered),
    flags: ordered
      .flatMap(({ flags }) => flags)
      .filter((flag) => 'rows' in flag && !flag.rows.every((row) => rows.includes(row))),
  };
}

type ToldText = 'employeeNumber' | 'badge' | 'rank' | 'unit' | 'shift' | 'email';

function told(field: ToldText, member: StaffMember, people: readonly RosterPerson[]): string {
  const texts = people.map((person) => person[field]).filter((text) => text !== '');
  const settled = settledBy(member, (facts) => foldText(facts[field]), texts.map(foldText));
  return texts.find((text) => !isOldNumber(field, member, text) && !settled.has(foldText(text))) ?? '';
}

/** The rank that is news, and how its row writes it. */
function toldRank(
  member: StaffMember,
  people: readonly RosterPerson[],
): Pick<RosterPerson, 'rank' | 'title'> {
  const rank = told('rank', member, people);
  return { rank, title: people.find((person) => person.rank === rank)?.title ?? '' };
}

/** A number that somebody of the merged had is known for good. */
function isOldNumber(field: ToldText, { merged }: StaffMember, number: string): boolean {
  if (field !== 'employeeNumber' && field !== 'badge') return false;
  const key = staffNumberKey(number);
  return (merged?.identities ?? []).some((facts) =>
    [facts.employeeNumber, facts.badge].some((known) => staffNumberKey(known) === key),
  );
}

/** What the merged people had of a fact, as far as it is no news: `said` is what the rows say of it. */
function settledBy(
  member: StaffMember,
  factOf: (facts: StaffFactSheet) => string,
  said: readonly string[],
): ReadonlySet<string> {
  const { merged } = member;
  const now = factOf(member);
  const stands = merged && (now === factOf(merged.chosen) || said.includes(now));
  return new Set(stands ? merged.identities.map(factOf) : []);
}

function toldHireDate(member: StaffMember, people: readonly RosterPerson[]): RosterPerson['hiredOn'] {
  const days = people.map(({ hiredOn }) => hiredOn).filter((day) => day !== undefined);
  const settled = settledBy(member, ({ hiredOn = '' }) => hiredOn, days);
  return days.find((day) => !settled.has(day));
}

function toldName(member: StaffMember, people: readonly RosterPerson[]): PersonName {
  const names = people.map(({ name }) => name);
  const settled = settledBy(member, ({ name }) => spelling(name), names.map(spelling));
  return names.find((name) => !settled.has(spelling(name))) ?? member.name;
}

function spelling({ family, given, middle, suffix }: PersonName): string {
  return [family, given, middle, suffix].map(foldWord).join('|');
}

function toldKind(member: StaffMember, people: readonly RosterPerson[]): RosterPerson['kind'] {
  const kinds = people.map(({ kind }) => kind).filter(({ kind }) => kind !== 'undecided');
  const settled = settledBy(member, work, kinds.map(work));
  const news = kinds.find((kind) => !settled.has(work(kind)));
  return news ?? { kind: 'undecided', doubt: { code: 'no-rank-or-kind' } };
}

function work(of: { readonly kind: string; readonly category?: string | undefined }): string {
  return `${of.kind} ${of.kind === 'non-sworn' ? (of.category ?? '') : ''}`;
}

/**
 * On staff when any of the rows says so. Where one of the merged had left and another hadn't, a row that says what it
 * said then is no news.
 */
function standing(
  member: StaffMember,
  people: readonly RosterPerson[],
  today: CalendarDate,
): Pick<RosterPerson, 'isSeparated' | 'separatedOn'> {
  const identities = member.merged?.identities ?? [];
  const isContested = new Set(identities.map((facts) => hasLeft(facts, today))).size > 1;
  const stands = isContested && member.separatedOn === member.merged?.chosen.separatedOn;
  const news = people.filter(
    (person) =>
      !stands ||
      !identitiesOf(person, identities).some((facts) => hasLeft(facts, today) === person.isSeparated),
  );
  const [told] = news.toSorted((a, b) => Number(a.isSeparated) - Number(b.isSeparated));
  if (told) return { isSeparated: told.isSeparated, separatedOn: told.separatedOn };
  return { isSeparated: hasLeft(member, today), separatedOn: member.separatedOn };
}

/** Those of the merged people whom a row is about: by number, else by name, else any of them. */
function identitiesOf(
  person: RosterPerson,
  identities: readonly StaffFactSheet[],
): readonly StaffFactSheet[] {
  const byNumber = identities.filter((facts) =>
    staffNumberKeys(facts).some((number) => person.numbers.includes(number)),
  );
  if (byNumber.length > 0) return byNumber;
  const byName = identities.filter(({ name }) => nameKey(name) === person.nameKey);
  return byName.length > 0 ? byName : identities;
}

/** Who has the number kept first, then who has the name kept, then by row. */
function byNearness(member: StaffMember): (one: RosterPerson, other: RosterPerson) => number {
  const numbers = staffNumberKeys(member);
  const key = nameKey(member.name);
  const distance = (person: RosterPerson) => {
    if (numbers.some((number) => person.numbers.includes(number))) return 0;
    return person.nameKey === key ? 1 : 2;
  };
  return (one, other) => distance(one) - distance(other) || contentOrder(one, other);
}

/** By what a row says, so that the order of rows never matters. */
function contentOrder(one: RosterPerson, other: RosterPerson): number {
  const [a, b] = [one, other].map(({ numbers, name, rank, unit }) =>
    JSON.stringify([numbers, Object.values(name), rank, unit]),
  );
  if (a === b || a === undefined || b === undefined) return 0;
  return a < b ? -1 : 1;
}
