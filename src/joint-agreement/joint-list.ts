/** Which page of a list is asked for; what an address doesn't know is left at its usual value. */
export interface JointListAsked<Sort extends string> {
  readonly search: string;
  readonly sort: Sort;
  readonly direction: 'ascending' | 'descending';
  /** Counted from 1. */
  readonly page: number;
  readonly pageSize: number;
}

const pageSize = 25;

export function jointListAsked<Sort extends string>(
  query: Readonly<Record<string, string>>,
  sorts: readonly [Sort, ...Sort[]],
): JointListAsked<Sort> {
  const page = Number(query.page);
  return {
    search: (query.search ?? '').trim().slice(0, 200),
    sort: sorts.find((sort) => sort === query.sort) ?? sorts[0],
    direction: query.direction === 'descending' ? 'descending' : 'ascending',
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
    pageSize,
  };
}

export function rangeOf<Sort extends string>(asked: JointListAsked<Sort>) {
  const { search, sort, direction, page, pageSize: limit } = asked;
  return { search, sort, direction, limit, offset: (page - 1) * limit };
}
