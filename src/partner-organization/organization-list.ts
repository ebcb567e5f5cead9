export const recordFilters = ['all', 'claimed', 'unclaimed', 'alike'] as const;
export type RecordFilter = (typeof recordFilters)[number];

export const recordSorts = ['name', 'agencies', 'added'] as const;
export type RecordSort = (typeof recordSorts)[number];

/** Which page of the campaign's list of organizations is asked for. */
export interface RecordsAsked {
  readonly search: string;
  readonly filter: RecordFilter;
  /** Undefined: by name, or while searching, the best fit first. */
  readonly sort: RecordSort | undefined;
  readonly direction: 'ascending' | 'descending';
  /** Counted from 1. */
  readonly page: number;
  readonly pageSize: number;
}

/** Reads the list's address. What it doesn't know is left at its usual value: an old link still opens. */
export function recordsAsked(query: Readonly<Record<string, string>>): RecordsAsked {
  const page = Number(query.page);
  return {
    search: (query.search ?? '').trim().slice(0, 200),
    filter: recordFilters.find((filter) => filter === query.filter) ?? 'all',
    sort: recordSorts.find((sort) => sort === query.sort),
    direction: query.direction === 'descending' ? 'descending' : 'ascending',
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
    pageSize: 25,
  };
}
