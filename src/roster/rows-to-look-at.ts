import type { MatchReason } from './matching-tiers.ts';
import type { FieldChange } from './member-facts.ts';
import type { PersonFlag, RosterPerson } from './roster-person.ts';
import type { PlannedAddition, PlannedSeparation, RosterPlan } from './roster-plan.ts';
import type { RosterRow, RowNote } from './roster-row.ts';
import type { KindDoubt } from './staff-kind.ts';

/** Something about a row of a roster that was used, and that somebody should look at. */
export type RowToLookAt = { readonly row: number } & (
  | { readonly about: 'kind'; readonly doubt: KindDoubt }
  | { readonly about: 'person'; readonly flag: PersonFlag }
  | { readonly about: 'cell'; readonly note: RowNote }
  | { readonly about: 'match'; readonly code: MatchDoubt }
);

/** What is unsure about who on the roster a person of the file is. */
export type MatchDoubt =
  | 'unclear-person'
  | 'number-of-another'
  | Extract<MatchReason['code'], 'number-and-alike-name' | 'name-changed' | 'number-changed'>;

/** A person of a file as far as somebody should look: `doubt` while nobody knows whether they are sworn. */
export interface LookedAtPerson extends Pick<RosterPerson, 'rows' | 'flags'> {
  readonly doubt?: KindDoubt | undefined;
  readonly match?: MatchDoubt | undefined;
}

/**
 * Everything that is odd about the people of a file and the rows they were read from, by row: what `onemind check`
 * lists, and what an import counts and says beside each person. What is odd about a person as a whole stands at their
 * first row. Rows that were refused say so themselves.
 */
export function rowsToLookAt(
  people: readonly LookedAtPerson[],
  rows: readonly Pick<RosterRow, 'row' | 'notes'>[],
): readonly RowToLookAt[] {
  return [
    ...people.flatMap(aboutPerson),
    ...rows.flatMap(({ row, notes }) => notes.map((note): RowToLookAt => ({ row, about: 'cell', note }))),
  ].sort((one, other) => one.row - other.row);
}

/** A person who was held against nobody yet. */
export function asRead({ rows, flags, kind }: RosterPerson): LookedAtPerson {
  return { rows, flags, doubt: kind.kind === 'undecided' ? kind.doubt : undefined };
}

/** The people of a file as planned: whether somebody already known is sworn is known too, whatever the file leaves out. */
export function peopleOfPlan(plan: RosterPlan): readonly LookedAtPerson[] {
  const matched = [...plan.changed, ...plan.returning, ...plan.unchanged];
  return [
    ...plan.added.map(({ person, alike }) => looked(person, additionDoubt(alike))),
    ...matched.map((change) => looked(change.person, matchDoubt(change))),
    ...plan.separated.flatMap((leaving) =>
      leaving.person ? [looked(leaving.person, matchDoubt(leaving))] : [],
    ),
    ...plan.unclear.map(({ person }) => looked(person, 'unclear-person')),
    ...plan.undecided.map(asRead),
  ];
}

function looked({ rows, flags }: RosterPerson, match: MatchDoubt | undefined): LookedAtPerson {
  return { rows, flags, match };
}

/** Somebody new who has the number of somebody else; not when it was said that they are two. */
function additionDoubt(alike: PlannedAddition['alike']): MatchDoubt | undefined {
  return alike.some(({ isSettled }) => !isSettled) ? 'number-of-another' : undefined;
}

/** What the match rests on, when that is less than number and name. */
export function matchDoubt({
  why,
  changes,
}: Pick<PlannedSeparation, 'why' | 'changes'>): MatchDoubt | undefined {
  switch (why?.code) {
    case 'number-and-alike-name':
    case 'name-changed':
      // Once nothing is new about a person, nobody has to look again.
      return changes.length > 0 ? why.code : undefined;
    case 'number-changed':
      return why.code;
    case 'name-and-email':
    case 'name-and-hire-date':
      return changes.some(isNumberNew) ? 'number-changed' : undefined;
    default:
      return undefined;
  }
}

function isNumberNew({ field, before }: FieldChange): boolean {
  return field === 'employeeNumber' && before !== '';
}

export function lookCode(look: RowToLookAt): (KindDoubt | PersonFlag | RowNote)['code'] | MatchDoubt {
  switch (look.about) {
    case 'kind':
      return look.doubt.code;
    case 'person':
      return look.flag.code;
    case 'cell':
      return look.note.code;
    case 'match':
      return look.code;
  }
}

/** How many rows somebody should look at, however much there is to say about each. */
export function countRows(looks: readonly { readonly row: number }[]): number {
  return new Set(looks.map(({ row }) => row)).size;
}

function aboutPerson({ rows: [row = 0], flags, doubt, match }: LookedAtPerson): readonly RowToLookAt[] {
  if (!doubt && !match && flags.length === 0) return [];
  return [
    ...(match ? [{ row, about: 'match', code: match } as const] : []),
    ...(doubt ? [{ row, about: 'kind', doubt } as const] : []),
    ...flags.map((flag) => ({ row, about: 'person', flag }) as const),
  ];
}
