import { sharedIndex } from './grouping.ts';
import type { PersonFlag, RosterPerson } from './roster-person.ts';
import type { SharedKeys } from './row-clusters.ts';

/** Marks people who share a number or a name with others of the file, so that somebody looks. */
export function withSharedFlags(
  people: readonly RosterPerson[],
  shared: SharedKeys,
): readonly RosterPerson[] {
  const byNumber = sharedIndex(
    people.filter(({ numbers }) => numbers.some((number) => shared.numbers.has(number))),
    ({ numbers }) => numbers,
  );
  const byName = sharedIndex(
    people.filter(({ nameKey }) => shared.names.has(nameKey)),
    ({ nameKey }) => [nameKey],
  );
  if (byNumber.size === 0 && byName.size === 0) return people;
  const [rowsByNumber, rowsByName] = [namedRows(byNumber), namedRows(byName)];
  return people.map((person) => {
    const namesakes = rowsByName.get(person.nameKey);
    if (!namesakes && !person.numbers.some((number) => rowsByNumber.has(number))) return person;
    const flags = [...sharedNumbers(person, rowsByNumber), ...sameName(rowsOfOthers(namesakes, person))];
    return flags.length === 0 ? person : { ...person, flags: [...person.flags, ...flags] };
  });
}

function sharedNumbers(
  person: RosterPerson,
  byNumber: ReadonlyMap<string, readonly number[]>,
): readonly PersonFlag[] {
  const shared = person.numbers.filter((key) => byNumber.has(key));
  if (shared.length === 0) return [];
  return Array.from(Map.groupBy(shared, bareNumber), ([number, keys]) => ({
    code: 'number-shared',
    number,
    rows: [...new Set(keys.flatMap((key) => rowsOfOthers(byNumber.get(key), person)))],
  }));
}

function sameName(rows: readonly number[]): readonly PersonFlag[] {
  return rows.length === 0 ? [] : [{ code: 'same-name', rows }];
}

/** At most about this many rows are named in one flag. */
const mostNamedRows = 10;

/** The rows of the first people under each key, in order: gathered once for all who share it. */
function namedRows(
  shared: ReadonlyMap<string, readonly RosterPerson[]>,
): ReadonlyMap<string, readonly number[]> {
  return new Map(
    shared.entries().map(([key, people]) => {
      const first = people.slice(0, mostNamedRows + 1);
      return [key, first.flatMap(({ rows }) => rows).sort((a, b) => a - b)] as const;
    }),
  );
}

function rowsOfOthers(rows: readonly number[] | undefined, person: RosterPerson): readonly number[] {
  return rows?.filter((row) => !person.rows.includes(row)) ?? [];
}

/** `412` of the key `id 412`. */
function bareNumber(key: string): string {
  return key.slice(key.indexOf(' ') + 1);
}
