import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Program } from '../campaign-rules/program.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { TrainingRecordId } from '../training/stored-record.ts';

/** Somebody who is counted, as the roster and the training records have them. */
export interface KnownCounted {
  readonly staff: StaffId;
  readonly kind: 'sworn' | 'non-sworn';
  readonly category: string;
  readonly records: readonly {
    readonly id: TrainingRecordId;
    readonly program: Program;
    readonly courseKey: string;
    readonly provider: string;
    readonly hours: number | null;
    readonly completedOn: CalendarDate;
    readonly validUntil: CalendarDate | null;
  }[];
}

export interface CountedQuery {
  readonly day: CalendarDate;
  /** Those that the rules count for anything. */
  readonly programs: readonly Program[];
  readonly countsNonSworn: boolean;
}

/**
 * Everybody on staff that day who is counted, with the records that count that day, in one statement. The same people
 * as `listCoverageGroups` counts: freezing a snapshot compares the two.
 */
export async function listCountedPeople(
  tx: Transaction,
  agency: AgencyId,
  { day, programs, countsNonSworn }: CountedQuery,
): Promise<readonly KnownCounted[]> {
  const { rows } = await joiningManyRows(tx, () =>
    sql<KnownCounted>`
    with class as (
      select class_id, sum(hours) as hours from training_record
      where agency_id = ${agency} and class_id is not null and verdict in ('counts', 'day-of-class')
      group by class_id),
    held as (
      select r.staff_id, jsonb_agg(jsonb_build_object('id', r.id, 'program', r.program, 'courseKey', r.course_key,
        'provider', r.provider, 'hours', coalesce(c.hours, r.hours), 'completedOn', r.completed_on, 'validUntil', r.valid_until)) as records
      from training_record r left join class c on c.class_id = r.id
      where r.agency_id = ${agency} and r.verdict = 'counts' and r.staff_id is not null
        and r.program = any(${programs}::text[]) and r.completed_on <= ${day}::date
        and (r.valid_until is null or r.valid_until >= ${day}::date)
      group by r.staff_id)
    select m.id as staff, m.kind, m.category, coalesce(h.records, '[]') as records
    from staff_member m left join held h on h.staff_id = m.id
    where m.agency_id = ${agency} and (m.separated_on is null or m.separated_on > ${day}::date)
      and (m.hired_on is null or m.hired_on <= ${day}::date)
      and (m.kind = 'sworn' or (${countsNonSworn} and m.category in
        (select category from agency_scope where agency_id = ${agency})))`.execute(tx),
  );
  return rows;
}

/** An accepted course of the campaign's register, for whichever records are of it. */
export interface RegisterEntry {
  readonly entry: number;
  readonly title: string;
  readonly courseKey: string;
  /** '' for the course at any provider. */
  readonly provider: string;
  readonly program: Program;
}

/** All that the campaign accepted; a register of some hundreds at most. */
export async function listRegisterEntries(tx: Transaction): Promise<readonly RegisterEntry[]> {
  const rows = await tx
    .selectFrom('course_decision')
    .select(['place', 'title', 'course_key', 'provider', 'program'])
    .execute();
  return rows.map((row) => ({
    entry: Number(row.place),
    title: row.title,
    courseKey: row.course_key,
    provider: row.provider,
    program: row.program as Program,
  }));
}
