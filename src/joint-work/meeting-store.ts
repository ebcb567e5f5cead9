import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { PartnerId, Transaction } from '../database/acting.ts';
import { inReadingOrder } from '../database/reading-order.ts';
import type { DB, JointMeeting } from '../database/schema.ts';
import type { Partnership, PartnershipId, Side } from '../partnership/partnership.ts';
import type { Attendee } from './attendee.ts';
import type { CalendarOf } from './calendar-address.ts';
import type { MeetingListAsked } from './joint-list.ts';
import type { Meeting, MeetingContent, MeetingId, MeetingPlan, MeetingState } from './meeting.ts';

type Of = Pick<Partnership, 'agency' | 'id'>;

export async function insertMeeting(
  tx: Transaction,
  of: Of,
  plan: MeetingPlan,
  by: { readonly side: Side; readonly at: Date },
): Promise<MeetingId> {
  const { id } = await tx
    .insertInto('joint_meeting')
    .values({
      agency_id: of.agency.id,
      partnership_id: of.id,
      state: 'planned',
      ...planColumns(plan),
      planned_by_side: by.side,
      planned_at: by.at,
      changed_at: by.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id as MeetingId;
}

export async function findMeeting(tx: Transaction, of: Of, id: string): Promise<Meeting | undefined> {
  const row = await rowsOf(tx, of).selectAll().where('id', '=', id).executeTakeFirst();
  return row && meetingOf(row);
}

/** The same, kept for this transaction. */
export async function lockMeeting(tx: Transaction, of: Of, id: string): Promise<Meeting | undefined> {
  const row = await rowsOf(tx, of).selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && meetingOf(row);
}

/** Writes content and state over the meeting that was locked. */
export async function updateMeeting(
  tx: Transaction,
  of: Of,
  before: Meeting,
  after: { readonly content: MeetingContent; readonly state: MeetingState; readonly at: Date },
): Promise<void> {
  const { content, state } = after;
  await tx
    .updateTable('joint_meeting')
    .set({
      ...planColumns(content),
      minutes: content.minutes,
      attendees: JSON.stringify(content.attendees),
      state: state.is,
      cancel_reason: state.is === 'cancelled' ? state.reason : null,
      changed_at: after.at,
      revision: before.revision + 1,
    })
    .where('agency_id', '=', of.agency.id)
    .where('partnership_id', '=', of.id)
    .where('id', '=', before.id)
    .where('revision', '=', before.revision)
    .returning('id')
    .executeTakeFirstOrThrow();
}

/** One page of the meetings of a partnership, searched in all that was written about them. */
export async function listMeetings(
  tx: Transaction,
  of: Of,
  asked: MeetingListAsked,
): Promise<{ readonly meetings: readonly Meeting[]; readonly total: number }> {
  const direction = asked.direction === 'ascending' ? 'asc' : 'desc';
  let rows = rowsOf(tx, of).selectAll().select(sql<number>`count(*) over ()`.as('total'));
  if (asked.shown !== 'all') rows = rows.where('state', '=', asked.shown);
  if (asked.search !== '') {
    const inside = `%${asked.search.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where(
      sql<boolean>`concat_ws(' ', title, place, agenda, minutes, attendees::text) ilike ${inside}`,
    );
  }
  const found = await rows
    .orderBy(asked.sort, (order) => (asked.sort === 'title' ? inReadingOrder(order) : order)[direction]())
    .orderBy('day', 'desc')
    .orderBy('starts_at', 'desc')
    .orderBy('id')
    .limit(asked.pageSize)
    .offset((asked.page - 1) * asked.pageSize)
    .execute();
  return { meetings: found.map(meetingOf), total: found[0]?.total ?? 0 };
}

/** Everything for a calendar, the latest first: cancelled ones too, so that they leave it. */
export async function listCalendar(tx: Transaction, of: Of, limit: number): Promise<readonly Meeting[]> {
  const rows = await rowsOf(tx, of).selectAll().orderBy('day', 'desc').orderBy('id').limit(limit).execute();
  return rows.map(meetingOf);
}

/** A meeting with the partnership it belongs to. */
export interface SharedMeeting {
  readonly meeting: Meeting;
  readonly partnership: {
    readonly id: PartnershipId;
    readonly agency: Pick<Partnership['agency'], 'slug' | 'name' | 'timeZone'>;
    readonly partner: Pick<Partnership['partner'], 'id' | 'name'>;
  };
}

/** The same for one partnership of a side, or for all of them. */
export async function listSharedCalendar(
  tx: Transaction,
  of: CalendarOf,
  partnership: PartnershipId | undefined,
  limit: number,
): Promise<readonly SharedMeeting[]> {
  let rows = tx
    .selectFrom('joint_meeting as m')
    .innerJoin('partnership as p', (join) =>
      join.onRef('p.agency_id', '=', 'm.agency_id').onRef('p.id', '=', 'm.partnership_id'),
    )
    .innerJoin('agency as a', 'a.id', 'p.agency_id')
    .innerJoin('partner_organization as o', 'o.id', 'p.partner_id')
    .selectAll('m')
    .select(['p.partner_id', 'a.slug', 'a.name as agency_name', 'a.time_zone', 'o.name as partner_name']);
  rows =
    of.side === 'agency'
      ? rows.where('p.agency_id', '=', of.agency)
      : rows.where('p.partner_id', '=', of.partner);
  if (partnership) rows = rows.where('p.id', '=', partnership);
  const found = await rows.orderBy('m.day', 'desc').orderBy('m.id').limit(limit).execute();
  return found.map((row) => ({
    meeting: meetingOf(row),
    partnership: {
      id: row.partnership_id as PartnershipId,
      agency: { slug: row.slug, name: row.agency_name, timeZone: row.time_zone },
      partner: { id: row.partner_id as PartnerId, name: row.partner_name },
    },
  }));
}

function rowsOf(tx: Transaction, { agency, id }: Of): SelectQueryBuilder<DB, 'joint_meeting', object> {
  return tx.selectFrom('joint_meeting').where('agency_id', '=', agency.id).where('partnership_id', '=', id);
}

function planColumns({ title, day, startsAt, endsAt, place, link, agenda }: MeetingPlan) {
  return { title, day, starts_at: startsAt, ends_at: endsAt, place, link, agenda };
}

function meetingOf(row: Selectable<JointMeeting>): Meeting {
  return {
    id: row.id as MeetingId,
    title: row.title,
    day: row.day as CalendarDate,
    startsAt: row.starts_at.slice(0, 5),
    endsAt: row.ends_at.slice(0, 5),
    place: row.place,
    link: row.link,
    agenda: row.agenda,
    minutes: row.minutes,
    attendees: attendeesOf(row.attendees),
    state:
      row.state === 'cancelled'
        ? { is: 'cancelled', reason: row.cancel_reason ?? '' }
        : { is: row.state === 'held' ? 'held' : 'planned' },
    plannedBy: row.planned_by_side as Side,
    plannedAt: row.planned_at,
    changedAt: row.changed_at,
    revision: row.revision,
  };
}

/** Written by `updateMeeting` alone. */
function attendeesOf(kept: unknown): readonly Attendee[] {
  return Array.isArray(kept) ? kept : [];
}
