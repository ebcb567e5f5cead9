import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { wordPatterns } from '../database/word-patterns.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { ClassSession, ClassSessionId, ClassSessionState } from './class-session.ts';

export type ListedPhase = 'coming' | 'past' | 'cancelled';

export interface SessionQuery {
  readonly phase: ListedPhase;
  /** Words that course, place or instructors hold. */
  readonly search: string;
  readonly today: CalendarDate;
  readonly limit: number;
  readonly offset: number;
}

/** One page of the sessions, the next to come first; past ones the latest first, those to complete before them. */
export async function listSessions(
  tx: Transaction,
  agency: AgencyId,
  { phase, search, today, limit, offset }: SessionQuery,
): Promise<{ readonly sessions: readonly ClassSession[]; readonly total: number }> {
  let rows = sessionRows(tx, agency).select(sql<number>`count(*) over ()`.as('total'));
  if (phase === 'cancelled') rows = rows.where('s.state', '=', 'cancelled');
  if (phase === 'coming') rows = rows.where('s.state', '=', 'scheduled').where('s.ends_on', '>=', today);
  if (phase === 'past') {
    rows = rows.where(
      sql<boolean>`(s.state = 'completed' or s.state = 'scheduled' and s.ends_on < ${today}::date)`,
    );
  }
  for (const pattern of wordPatterns(search)) {
    const inside = `%${pattern}`;
    rows = rows.where(
      sql<boolean>`(lower(s.course_title) like ${inside} or lower(s.place) like ${inside}
        or lower(array_to_string(s.instructors, ' ')) like ${inside})`,
    );
  }
  const ordered =
    phase === 'coming'
      ? rows.orderBy('s.starts_on').orderBy('s.id')
      : rows.orderBy(sql`s.state = 'scheduled'`, 'desc').orderBy('s.starts_on', 'desc').orderBy('s.id');
  const found = await ordered.limit(limit).offset(offset).execute();
  return { sessions: found.map(sessionOf), total: found[0]?.total ?? 0 };
}

/** How many sessions are over and not completed, so that they have written no records. */
export async function countToComplete(
  tx: Transaction,
  agency: AgencyId,
  today: CalendarDate,
): Promise<number> {
  const { count } = await tx
    .selectFrom('class_session')
    .select((expression) => expression.fn.countAll<string>().as('count'))
    .where('agency_id', '=', agency)
    .where('state', '=', 'scheduled')
    .where('ends_on', '<', today)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The hours that each course had when it was last given, by its title. */
export async function listLastHours(tx: Transaction, agency: AgencyId): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('class_session')
    .distinctOn('course_title')
    .select(['course_title', 'hours'])
    .where('agency_id', '=', agency)
    .where('state', '<>', 'cancelled')
    .orderBy('course_title')
    .orderBy('starts_on', 'desc')
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ course_title, hours }) => [course_title, Number(hours)]));
}

/** The sessions somebody has a seat in or waits for, and that are not over. */
export async function listSessionsOf(
  tx: Transaction,
  agency: AgencyId,
  staff: StaffId,
  today: CalendarDate,
): Promise<readonly (ClassSession & { readonly isWaiting: boolean })[]> {
  const rows = await sessionRows(tx, agency)
    .innerJoin('class_seat as own', (join) =>
      join
        .onRef('own.agency_id', '=', 's.agency_id')
        .onRef('own.session_id', '=', 's.id')
        .on('own.staff_id', '=', staff),
    )
    .select('own.state as own_state')
    .where('s.state', '=', 'scheduled')
    .where('s.ends_on', '>=', today)
    .where('own.state', '<>', 'withdrawn')
    .orderBy('s.starts_on')
    .execute();
  return rows.map((row) => ({ ...sessionOf(row), isWaiting: row.own_state === 'waiting' }));
}

export async function findSession(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<ClassSession | undefined> {
  const row = await sessionRows(tx, agency).where('s.id', '=', id).executeTakeFirst();
  return row && sessionOf(row);
}

/** The session, locked until this transaction ends: seats, attendance and completion follow each other. */
export async function lockSession(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<ClassSession | undefined> {
  const locked = await tx
    .selectFrom('class_session')
    .select('id')
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return locked && findSession(tx, agency, id);
}

function sessionRows(tx: Transaction, agency: AgencyId) {
  return tx
    .selectFrom('class_session as s')
    .leftJoin('partnership as p', (join) =>
      join.onRef('p.agency_id', '=', 's.agency_id').onRef('p.id', '=', 's.partnership_id'),
    )
    .leftJoin('partner_organization as o', 'o.id', 'p.partner_id')
    .select(['s.id', 's.state', 's.course_title', 's.hours', 's.place', 's.seats', 's.instructors'])
    .select(['s.partnership_id', 's.provider', 's.starts_on', 's.ends_on', 's.cancelled_at'])
    .select(['s.cancel_reason', 's.completed_at', 's.reopen_reason', 'o.name as partner_name'])
    .select([
      sql<readonly { day: CalendarDate; startsAt: string; endsAt: string }[]>`(
        select json_agg(json_build_object('day', d.day, 'startsAt', to_char(d.starts_at, 'HH24:MI'),
          'endsAt', to_char(d.ends_at, 'HH24:MI')) order by d.day)
        from class_day d where d.agency_id = s.agency_id and d.session_id = s.id)`.as('days'),
      sql<number>`(select count(*) from class_seat t where t.agency_id = s.agency_id and t.session_id = s.id
        and t.state in ('enrolled', 'walk-in'))`.as('taken'),
      sql<number>`(select count(*) from class_seat t where t.agency_id = s.agency_id and t.session_id = s.id
        and t.state = 'waiting')`.as('waiting'),
    ])
    .where('s.agency_id', '=', agency);
}

type SessionRow = Awaited<ReturnType<ReturnType<typeof sessionRows>['execute']>>[number];

function sessionOf(row: SessionRow): ClassSession {
  return {
    id: row.id as ClassSessionId,
    course: row.course_title,
    hours: Number(row.hours),
    days: row.days,
    place: row.place,
    seats: row.seats,
    instructors: row.instructors,
    partnership: (row.partnership_id as PartnershipId | null) ?? undefined,
    provider: row.provider,
    partnerName: row.partner_name ?? undefined,
    startsOn: row.starts_on as CalendarDate,
    endsOn: row.ends_on as CalendarDate,
    taken: Number(row.taken),
    waiting: Number(row.waiting),
    state: stateOf(row),
  };
}

function stateOf(row: SessionRow): ClassSessionState {
  if (row.completed_at) return { is: 'completed', at: row.completed_at };
  if (row.cancelled_at) return { is: 'cancelled', at: row.cancelled_at, reason: row.cancel_reason ?? '' };
  return { is: 'scheduled', reopenedBecause: row.reopen_reason ?? undefined };
}
