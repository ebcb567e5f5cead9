import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Program } from '../campaign-rules/program.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { StaffId, StaffMember } from '../roster/staff-member.ts';
import { type StaffFactsRow, staffColumns, staffMemberFrom } from '../roster/staff-row.ts';
import type { HeldRecord } from './coverage-export.ts';
import { nameOrder, presence, searchedFor } from './coverage-store.ts';
import type { Measure } from './people-query.ts';

export interface CountedSelection extends Measure {
  readonly search: string;
  readonly countsNonSworn: boolean;
}

const columns = sql.raw(['id', ...staffColumns].map((column) => `m.${column}`).join(', '));

/** The next people after `after`, by name, who are counted on the day. */
export async function listCountedAfter(
  tx: Transaction,
  agency: AgencyId,
  { day, search, countsNonSworn }: CountedSelection,
  after: StaffMember | undefined,
  limit: number,
): Promise<readonly StaffMember[]> {
  const further = after
    ? sql`and (${nameOrder}, m.id) > (${after.name.family}, ${after.name.given}, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<StaffFactsRow & { readonly id: string }>`
    select ${columns} from staff_member m
    where m.agency_id = ${agency} and ${presence(day)} = 'on-staff'
      and (m.kind = 'sworn' or (${countsNonSworn} and m.category in
        (select category from agency_scope where agency_id = ${agency})))
      ${searchedFor(search)} ${further}
    order by ${nameOrder}, m.id
    limit ${limit}`.execute(tx);
  return rows.map(staffMemberFrom);
}

/** What these people hold on the day: as the figures of coverage have it. */
export async function listHeldRecords(
  tx: Transaction,
  agency: AgencyId,
  people: readonly StaffId[],
  { day, today }: Measure,
): Promise<readonly (HeldRecord & { readonly staffId: StaffId })[]> {
  const { rows } = await sql<{
    readonly staff_id: StaffId;
    readonly program: Program;
    readonly course_title: string;
    readonly course_code: string;
    readonly completed_on: CalendarDate;
    readonly valid_until: CalendarDate | null;
    readonly import_row: number | null;
    readonly file_name: string | null;
  }>`
    select r.staff_id, r.program, r.course_title, r.course_code, r.completed_on, r.valid_until, r.import_row,
      f.name as file_name
    from training_record r
    left join file_import i on i.agency_id = r.agency_id and i.id = r.import_id
    left join stored_file f on f.agency_id = i.agency_id and f.id = i.file_id
    where r.agency_id = ${agency} and r.staff_id = any(${people}::uuid[]) and r.verdict = 'counts'
      and r.completed_on <= least(${day}::date, ${today}::date)
      and (r.valid_until is null or r.valid_until >= ${day}::date)`.execute(tx);
  return rows.map((row) => ({
    staffId: row.staff_id,
    program: row.program,
    title: row.course_title || row.course_code,
    completedOn: row.completed_on,
    validUntil: row.valid_until ?? undefined,
    file:
      row.import_row === null || row.file_name === null
        ? undefined
        : { name: row.file_name, row: row.import_row },
  }));
}
