import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Transaction } from '../database/acting.ts';
import { inReadingOrder } from '../database/reading-order.ts';
import type { Partnership, Side } from '../partnership/partnership.ts';
import type { ActionItem, ActionItemContent, ActionItemId, ActionItemState } from './action-item.ts';
import type { ActionListAsked } from './joint-list.ts';
import type { MeetingId } from './meeting.ts';

type Of = Pick<Partnership, 'agency' | 'id'>;

export async function insertAction(
  tx: Transaction,
  of: Of,
  content: ActionItemContent,
  from: { readonly meeting: MeetingId | undefined; readonly at: Date },
): Promise<ActionItemId> {
  const { id } = await tx
    .insertInto('joint_action')
    .values({
      agency_id: of.agency.id,
      partnership_id: of.id,
      meeting_id: from.meeting ?? null,
      ...columnsOf(content),
      state: 'open',
      added_at: from.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id as ActionItemId;
}

export async function findAction(tx: Transaction, of: Of, id: string): Promise<ActionItem | undefined> {
  const row = await rowsOf(tx, of).where('a.id', '=', id).executeTakeFirst();
  return row && actionOf(row);
}

/** The same, kept for this transaction. */
export async function lockAction(tx: Transaction, of: Of, id: string): Promise<ActionItem | undefined> {
  const locked = await tx
    .selectFrom('joint_action')
    .select('id')
    .where('agency_id', '=', of.agency.id)
    .where('partnership_id', '=', of.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return locked && findAction(tx, of, id);
}

/** Writes content and state over the action that was locked. */
export async function updateAction(
  tx: Transaction,
  of: Of,
  before: ActionItem,
  after: { readonly content: ActionItemContent; readonly state: ActionItemState },
): Promise<void> {
  const { content, state } = after;
  await tx
    .updateTable('joint_action')
    .set({
      ...columnsOf(content),
      state: state.is,
      drop_reason: state.is === 'dropped' ? state.reason : null,
      closed_at: state.is === 'open' ? null : state.at,
      revision: before.revision + 1,
    })
    .where('agency_id', '=', of.agency.id)
    .where('partnership_id', '=', of.id)
    .where('id', '=', before.id)
    .where('revision', '=', before.revision)
    .returning('id')
    .executeTakeFirstOrThrow();
}

/** One page of the list of a partnership. */
export async function listActions(
  tx: Transaction,
  of: Of,
  asked: ActionListAsked,
  today: CalendarDate,
): Promise<{ readonly actions: readonly ActionItem[]; readonly total: number }> {
  const direction = asked.direction === 'ascending' ? 'asc' : 'desc';
  const columns = { due: 'a.due_on', what: 'a.what', owner: 'a.owner_side', state: 'a.state' } as const;
  let rows = rowsOf(tx, of).select(sql<number>`count(*) over ()`.as('total'));
  if (asked.shown === 'overdue') rows = rows.where('a.state', '=', 'open').where('a.due_on', '<', today);
  else if (asked.shown !== 'all') rows = rows.where('a.state', '=', asked.shown);
  if (asked.search !== '') {
    const inside = `%${asked.search.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where(sql<boolean>`concat_ws(' ', a.what, a.owner_name, m.title) ilike ${inside}`);
  }
  const found = await rows
    .orderBy(columns[asked.sort], (order) =>
      (asked.sort === 'what' ? inReadingOrder(order) : order)[direction](),
    )
    .orderBy('a.due_on')
    .orderBy('a.id')
    .limit(asked.pageSize)
    .offset((asked.page - 1) * asked.pageSize)
    .execute();
  return { actions: found.map(actionOf), total: found[0]?.total ?? 0 };
}

/** What was decided at one meeting. */
export async function listActionsOf(
  tx: Transaction,
  of: Of,
  meeting: MeetingId,
): Promise<readonly ActionItem[]> {
  const rows = await rowsOf(tx, of)
    .where('a.meeting_id', '=', meeting)
    .orderBy('a.due_on')
    .orderBy('a.id')
    .execute();
  return rows.map(actionOf);
}

/** Every action after a place in the order of due dates, some at a time. */
export async function listActionsAfter(
  tx: Transaction,
  of: Of,
  after: Pick<ActionItem, 'dueOn' | 'id'> | undefined,
  limit: number,
): Promise<readonly ActionItem[]> {
  let rows = rowsOf(tx, of);
  if (after) rows = rows.where(sql<boolean>`(a.due_on, a.id) > (${after.dueOn}::date, ${after.id}::uuid)`);
  const found = await rows.orderBy('a.due_on').orderBy('a.id').limit(limit).execute();
  return found.map(actionOf);
}

/** What a side has to see to that is due by a day, the oldest first. */
export async function listDue(
  tx: Transaction,
  of: Of,
  side: Side,
  until: CalendarDate,
): Promise<readonly ActionItem[]> {
  const rows = await rowsOf(tx, of)
    .where('a.state', '=', 'open')
    .where('a.owner_side', '=', side)
    .where('a.due_on', '<=', until)
    .orderBy('a.due_on')
    .orderBy('a.id')
    .limit(50)
    .execute();
  return rows.map(actionOf);
}

function rowsOf(tx: Transaction, { agency, id }: Of) {
  return tx
    .selectFrom('joint_action as a')
    .leftJoin('joint_meeting as m', (join) =>
      join.onRef('m.agency_id', '=', 'a.agency_id').onRef('m.id', '=', 'a.meeting_id'),
    )
    .selectAll('a')
    .select(['m.title as meeting_title', 'm.day as meeting_day'])
    .where('a.agency_id', '=', agency.id)
    .where('a.partnership_id', '=', id);
}

type ActionRow = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

function actionOf(row: ActionRow): ActionItem {
  return {
    id: row.id as ActionItemId,
    what: row.what,
    ownerSide: row.owner_side as Side,
    ownerName: row.owner_name,
    dueOn: row.due_on as CalendarDate,
    state: stateOf(row),
    meeting:
      row.meeting_id === null || row.meeting_title === null || row.meeting_day === null
        ? undefined
        : {
            id: row.meeting_id as MeetingId,
            title: row.meeting_title,
            day: row.meeting_day as CalendarDate,
          },
    revision: row.revision,
  };
}

/** The table's checks promise the columns of each state. */
function stateOf({ state, closed_at: at, drop_reason: reason }: ActionRow): ActionItemState {
  if (at === null) return { is: 'open' };
  return state === 'dropped' ? { is: 'dropped', at, reason: reason ?? '' } : { is: 'done', at };
}

function columnsOf({ what, ownerSide, ownerName, dueOn }: ActionItemContent) {
  return { what, owner_side: ownerSide, owner_name: ownerName, due_on: dueOn };
}
