import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Program } from '../campaign-rules/program.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { nameOrder, presence } from './coverage-store.ts';
import type { Measure } from './people-query.ts';

interface ExpiringRow {
  readonly id: StaffId;
  readonly family_name: string;
  readonly given_name: string;
  readonly middle_name: string;
  readonly suffix: string;
  readonly unit: string;
  readonly program: Program;
  readonly last_day: CalendarDate;
  readonly total: number;
}

/** A program that somebody on staff holds on the day and will hold no longer soon. */
export interface Expiring {
  readonly staffId: StaffId;
  readonly name: PersonName;
  readonly unit: string;
  readonly program: Program;
  readonly lastDay: CalendarDate;
}

/** One page of what ends until a day, the next to end first; a later record of the same program goes before. */
export async function listExpiring(
  tx: Transaction,
  agency: AgencyId,
  measure: Measure & { readonly until: CalendarDate },
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly expiring: readonly Expiring[]; readonly total: number }> {
  const { rows } = await joiningManyRows(tx, () =>
    sql<ExpiringRow>`
    select m.id, m.family_name, m.given_name, m.middle_name, m.suffix, m.unit, e.program, e.last_day,
      count(*) over () as total
    ${expiringOf(agency, measure)}
    order by e.last_day, ${nameOrder}, m.id, e.program
    limit ${page.limit} offset ${page.offset}`.execute(tx),
  );
  const expiring = rows.map((row) => ({
    staffId: row.id,
    name: { family: row.family_name, given: row.given_name, middle: row.middle_name, suffix: row.suffix },
    unit: row.unit,
    program: row.program,
    lastDay: row.last_day,
  }));
  return { expiring, total: rows[0]?.total ?? 0 };
}

/** How many people's training of each program ends until a day, and the first day on which one does. */
export interface EndingPrograms {
  readonly program: Program;
  readonly people: number;
  readonly firstDay: CalendarDate;
}

export async function sumUpExpiring(
  tx: Transaction,
  agency: AgencyId,
  measure: Measure & { readonly until: CalendarDate },
): Promise<readonly EndingPrograms[]> {
  const { rows } = await joiningManyRows(tx, () =>
    sql<EndingPrograms>`
    select e.program, count(*) as people, min(e.last_day)::date as "firstDay"
    ${expiringOf(agency, measure)}
    group by e.program order by 3, 1`.execute(tx),
  );
  return rows;
}

/** Programs that people on staff (`m`) hold on the day and whose last day (`e`) comes soon. */
function expiringOf(agency: AgencyId, { day, today, until }: Measure & { readonly until: CalendarDate }) {
  return sql`from (
      select staff_id, program, max(coalesce(valid_until, 'infinity')) as last_day
      from training_record
      where agency_id = ${agency} and verdict = 'counts' and staff_id is not null
        and completed_on <= least(${day}::date, ${today}::date)
        and (valid_until is null or valid_until >= ${day}::date)
      group by staff_id, program
    ) e
    join staff_member m on m.agency_id = ${agency} and m.id = e.staff_id
    where e.last_day <= ${until}::date and ${presence(day)} = 'on-staff'
      and (m.kind = 'sworn' or m.category in (select category from agency_scope where agency_id = ${agency}))`;
}
