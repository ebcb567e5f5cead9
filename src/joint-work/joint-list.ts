/** Which page of a list is asked for. */
export interface ListAsked<Sort extends string, Shown extends string> {
  readonly search: string;
  readonly sort: Sort;
  readonly direction: 'ascending' | 'descending';
  /** Which of them are shown. */
  readonly shown: Shown;
  /** Counted from 1. */
  readonly page: number;
  readonly pageSize: number;
}

export interface ListKind<Sort extends string, Shown extends string> {
  readonly sorts: readonly [Sort, ...Sort[]];
  readonly direction: 'ascending' | 'descending';
  readonly shown: readonly [Shown, ...Shown[]];
}

const pageSize = 25;

/** Reads a list's address. What it doesn't know is left at its usual value, the first of each: an old link still opens. */
export function listAsked<Sort extends string, Shown extends string>(
  query: Readonly<Record<string, string>>,
  kind: ListKind<Sort, Shown>,
): ListAsked<Sort, Shown> {
  const page = Number(query.page);
  return {
    search: (query.search ?? '').trim().slice(0, 100),
    sort: kind.sorts.find((sort) => sort === query.sort) ?? kind.sorts[0],
    direction:
      query.direction === 'ascending' || query.direction === 'descending' ? query.direction : kind.direction,
    shown: kind.shown.find((shown) => shown === query.shown) ?? kind.shown[0],
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
    pageSize,
  };
}

export const meetingList = {
  sorts: ['day', 'title', 'state'],
  direction: 'descending',
  shown: ['all', 'planned', 'held', 'cancelled'],
} as const satisfies ListKind<string, string>;

export type MeetingListAsked = ListAsked<
  (typeof meetingList.sorts)[number],
  (typeof meetingList.shown)[number]
>;

export const actionList = {
  sorts: ['due', 'what', 'owner', 'state'],
  direction: 'ascending',
  shown: ['open', 'overdue', 'done', 'dropped', 'all'],
} as const satisfies ListKind<string, string>;

export type ActionListAsked = ListAsked<(typeof actionList.sorts)[number], (typeof actionList.shown)[number]>;

export const trainingList = {
  sorts: ['day', 'course', 'attended'],
  direction: 'descending',
  shown: ['listed', 'removed'],
} as const satisfies ListKind<string, string>;

export type TrainingListAsked = ListAsked<
  (typeof trainingList.sorts)[number],
  (typeof trainingList.shown)[number]
>;
