export const sortKeys = ['name', 'state', 'review', 'term'] as const;
export type SortKey = (typeof sortKeys)[number];

/** Which page of a list is asked for. */
export interface PartnershipListAsked {
  readonly search: string;
  readonly sort: SortKey;
  readonly direction: 'ascending' | 'descending';
  /** Counted from 1. */
  readonly page: number;
  readonly pageSize: number;
}

const pageSize = 25;

/** Reads a list's address. What it doesn't know is left at its usual value: an old link still opens. */
export function partnershipListAsked(query: Readonly<Record<string, string>>): PartnershipListAsked {
  return {
    search: (query.search ?? '').trim().slice(0, 100),
    sort: sortKeys.find((key) => key === query.sort) ?? 'name',
    direction: query.direction === 'descending' ? 'descending' : 'ascending',
    page: pageNumber(query.page),
    pageSize,
  };
}

/** The page a query names, 1 when it names none. */
export function pageNumber(text: string | undefined): number {
  const page = Number(text);
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}
