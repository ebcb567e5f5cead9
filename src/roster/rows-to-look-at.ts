import type { PersonFlag, RosterPerson } from './roster-person.ts';
import type { RosterPlan } from './roster-plan.ts';
import type { RosterRow, RowNote } from './roster-row.ts';
import type { KindDoubt } from './staff-kind.ts';

/** Something about a row of a roster that was used, and that somebody should look at. */
export type RowToLookAt = { readonly row: number } & (
  | { readonly about: 'kind'; readonly doubt: KindDoubt }
  | { readonly about: 'person'; readonly flag: PersonFlag }
  | { readonly about: 'cell'; readonly note: RowNote }
);

/** A person of a file as far as somebody should look: `doubt` while nobody knows whether they are sworn. */
export interface LookedAtPerson extends Pick<RosterPerson, 'rows' | 'flags'> {
  readonly doubt?: KindDoubt | undefined;
}

/**
 * Everything that is odd about the people of a file and the rows they were read from, by row: what `onemind check`
 * lists, and what an import counts and says beside each person. What is odd about a person as a whole stands at their
 * first row. Rows that were refused say so themselves; how people match those already known isn't here.
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
  const known = [...plan.changed, ...plan.returning, ...plan.unchanged, ...plan.refused, ...plan.separated];
  return [
    ...[...plan.added, ...known].flatMap(({ person }) =>
      person ? [{ rows: person.rows, flags: person.flags }] : [],
    ),
    ...plan.undecided.map(asRead),
  ];
}

export function lookCode(look: RowToLookAt): (KindDoubt | PersonFlag | RowNote)['code'] {
  switch (look.about) {
    case 'kind':
      return look.doubt.code;
    case 'person':
      return look.flag.code;
    case 'cell':
      return look.note.code;
  }
}

/** How many rows somebody should look at, however much there is to say about each. */
export function countRows(looks: readonly { readonly row: number }[]): number {
  return new Set(looks.map(({ row }) => row)).size;
}

function aboutPerson({ rows: [row = 0], flags, doubt }: LookedAtPerson): readonly RowToLookAt[] {
  if (!doubt && flags.length === 0) return [];
  return [
    ...(doubt ? [{ row, about: 'kind', doubt } as const] : []),
    ...flags.map((flag) => ({ row, about: 'person', flag }) as const),
  ];
}
