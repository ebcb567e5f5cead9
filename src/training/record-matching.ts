import {
  type FoldedName,
  foldedLikeness,
  foldName,
  type NameLikeness,
} from '../person-name/name-likeness.ts';
import type { PersonName } from '../person-name/person-name.ts';
import { staffNumberKey } from '../roster/staff-number.ts';
import { isSpelledAlike } from './spelled-alike.ts';
import type { IndexedPerson, StaffIdentity, StaffIndex } from './staff-index.ts';

/** Who a training record says it is about. */
export interface RecordPerson {
  readonly name: PersonName;
  /** '' when the record gives none. */
  readonly employeeNumber: string;
}

/** What settled a match. All but the first two are flagged, so that someone may look. */
export type MatchedHow =
  | 'number-and-name'
  /** No number was given, and nobody else has the name. */
  | 'name-alone'
  /** The number agrees, and the name is a form of the same name: Bob for Robert, an initial, another order. */
  | 'number-and-form-of-name'
  /** Nobody has the number given, and the one person of that name has none on the roster. */
  | 'name-with-number-unknown'
  /** Nobody has the number given, and the one person of that name has another on the roster. */
  | 'name-with-number-changed'
  /** Others share the name, but only one has this middle name or suffix. */
  | 'name-with-middle-or-suffix';

export type DoubtReason =
  | 'number-of-someone-else'
  | 'several-with-number-and-name'
  | 'several-with-name'
  | 'middle-or-suffix-differs'
  /** The one person of that name has another accent or hyphen in it, or both give an initial only. */
  | 'spelled-otherwise'
  | 'name-only-alike';

/** Somebody a doubtful record may be about, and what speaks for it. */
export interface MatchCandidate<Id extends string> {
  readonly staffId: Id;
  readonly hasNumber: boolean;
  readonly likeness: NameLikeness | undefined;
}

export type RecordMatch<Id extends string> =
  | { readonly kind: 'matched'; readonly staffId: Id; readonly how: MatchedHow; readonly isFlagged: boolean }
  | {
      readonly kind: 'doubtful';
      readonly reason: DoubtReason;
      /** Likeliest first, at most `mostCandidates`. */
      readonly candidates: readonly MatchCandidate<Id>[];
    }
  | { readonly kind: 'unmatched'; readonly reason: 'nobody-alike' };

export const mostCandidates = 10;

/** Likenesses that, together with the same number, are one person. A changed or mistyped family name is not. */
const formsOfOneName: readonly NameLikeness[] = [
  'same',
  'middle-differs',
  'word-order',
  'nickname',
  'initial',
  'given-missing',
];

/**
 * Finds whom a record is about. Number and name together decide; a number alone never does, and a name alone only
 * when it is spelled the same and one person has it. Everything else goes to a person, with candidates.
 */
export function matchRecord<Id extends string>(index: StaffIndex<Id>, person: RecordPerson): RecordMatch<Id> {
  const { family, given, middle, suffix } = person.name;
  const written = [person.employeeNumber, family, given, middle, suffix].join('\n');
  const known = index.answers.get(written);
  if (known) return known;
  const answer = findMatch(index, person);
  index.answers.set(written, answer);
  return answer;
}

function findMatch<Id extends string>(index: StaffIndex<Id>, person: RecordPerson): RecordMatch<Id> {
  const number = staffNumberKey(person.employeeNumber);
  const holders = (number === '' ? undefined : index.byNumber.get(number)) ?? [];
  const folded = foldName(person.name);
  return byNumberAndName(holders, folded) ?? byName(index, person.name, folded, number, holders);
}

function byNumberAndName<Id extends string>(
  holders: readonly IndexedPerson<Id>[],
  name: FoldedName,
): RecordMatch<Id> | undefined {
  const alike = holders
    .map((holder) => ({ holder, likeness: foldedLikeness(name, holder.folded) }))
    .filter(({ likeness }) => likeness !== undefined && formsOfOneName.includes(likeness));
  const same = alike.filter(({ likeness }) => likeness === 'same');
  const [only, ...others] = same.length > 0 ? same : alike;
  if (!only) return undefined;
  if (others.some(({ holder }) => holder.id !== only.holder.id)) {
    const candidates = [only, ...others].map(({ holder, likeness }) => candidate(holder, likeness, holders));
    return doubtful('several-with-number-and-name', candidates);
  }
  return matched(only.holder, only.likeness === 'same' ? 'number-and-name' : 'number-and-form-of-name');
}

function byName<Id extends string>(
  index: StaffIndex<Id>,
  name: PersonName,
  folded: FoldedName,
  number: string,
  holders: readonly IndexedPerson<Id>[],
): RecordMatch<Id> {
  if (holders.length > 0) return doubtful('number-of-someone-else', candidatesFor(index, name, holders));
  const namesakes = index.byName.named(name);
  const same = namesakes.filter((namesake) => foldedLikeness(folded, namesake.folded) === 'same');
  const [only] = same;
  const isSpelledSo = same.some((namesake) => isSpelledAlike(name, namesake.name));
  if (only && isSpelledSo && isOnePerson(namesakes)) return matched(only, howByName(only, number));
  if (only && isSpelledSo && isOnePerson(same) && isSetApart(name, only.name))
    return matched(only, 'name-with-middle-or-suffix');
  const candidates = candidatesFor(index, name, []);
  if (same.length > 0 && isOnePerson(namesakes)) return doubtful('spelled-otherwise', candidates);
  if (same.length > 0) return doubtful('several-with-name', candidates);
  if (namesakes.length > 0 && folded.given !== '') return doubtful('middle-or-suffix-differs', candidates);
  return candidates.length > 0
    ? doubtful('name-only-alike', candidates)
    : { kind: 'unmatched', reason: 'nobody-alike' };
}

/** Several entries may be one person's, who had several names. */
function isOnePerson([first, ...others]: readonly StaffIdentity<string>[]): boolean {
  return first !== undefined && others.every(({ id }) => id === first.id);
}

function howByName({ employeeNumber, badge }: StaffIdentity<string>, number: string): MatchedHow {
  if (number === '') return 'name-alone';
  return employeeNumber === '' && badge === '' ? 'name-with-number-unknown' : 'name-with-number-changed';
}

/** Both names give a middle name or both give a suffix, and (being "same") they agree. */
function isSetApart(one: PersonName, other: PersonName): boolean {
  return (one.middle !== '' && other.middle !== '') || (one.suffix !== '' && other.suffix !== '');
}

function candidatesFor<Id extends string>(
  index: StaffIndex<Id>,
  name: PersonName,
  holders: readonly IndexedPerson<Id>[],
): readonly MatchCandidate<Id>[] {
  const alike = index.byName.candidates(name).map(({ item, likeness }) => candidate(item, likeness, holders));
  const found = new Set(alike.map(({ staffId }) => staffId));
  const others = holders
    .filter(({ id }) => !found.has(id))
    .map((holder) => candidate(holder, undefined, holders));
  return [...alike, ...others];
}

function candidate<Id extends string>(
  person: StaffIdentity<Id>,
  likeness: NameLikeness | undefined,
  holders: readonly StaffIdentity<Id>[],
): MatchCandidate<Id> {
  return { staffId: person.id, hasNumber: holders.includes(person), likeness };
}

function matched<Id extends string>({ id }: StaffIdentity<Id>, how: MatchedHow): RecordMatch<Id> {
  return { kind: 'matched', staffId: id, how, isFlagged: how !== 'number-and-name' && how !== 'name-alone' };
}

/** Who has the number and a name alike comes first; then by name. */
function doubtful<Id extends string>(
  reason: DoubtReason,
  candidates: readonly MatchCandidate<Id>[],
): RecordMatch<Id> {
  const likeliest = new Map<Id, MatchCandidate<Id>>();
  for (const one of candidates.toSorted((a, b) => weight(b) - weight(a))) {
    if (!likeliest.has(one.staffId)) likeliest.set(one.staffId, one);
  }
  return { kind: 'doubtful', reason, candidates: [...likeliest.values()].slice(0, mostCandidates) };
}

function weight({ hasNumber, likeness }: MatchCandidate<string>): number {
  return (hasNumber ? 1 : 0) + (likeness === undefined ? 0 : 1);
}
