import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import { wordPatterns } from '../database/word-patterns.ts';
import type { PolicyId } from '../policy/policy.ts';
import type { StaffCategory } from '../roster/staff-category.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type {
  AcknowledgedHow,
  AcknowledgmentFigures,
  AcknowledgmentId,
  AcknowledgmentPart,
  AskedStaff,
  Parting,
} from './acknowledgment.ts';

/** Of which version, on which day, and whether non-sworn staff in scope are asked too. */
export interface AskedAbout {
  readonly policy: PolicyId;
  readonly day: CalendarDate;
  readonly nonSworn: boolean;
}

/** The condition that a person `m` is asked on a day: on staff as `isOnStaff` has it, and sworn or in scope. */
export function isAsked(agency: AgencyId, { day, nonSworn }: Pick<AskedAbout, 'day' | 'nonSworn'>) {
  return sql`m.agency_id = ${agency} and (m.hired_on is null or m.hired_on <= ${day}::date)
    and (m.separated_on is null or m.separated_on > ${day}::date)
    and (m.kind = 'sworn' or ${nonSworn}::boolean and m.category in (
      select category from agency_scope where agency_id = ${agency}))`;
}

/** The acknowledgments of a version that stand on a day. */
function standing(agency: AgencyId, { policy, day }: AskedAbout) {
  return sql`select id, staff_id, acknowledged_on, how, supervisor_name from policy_acknowledgment
    where agency_id = ${agency} and policy_id = ${policy} and revoked_at is null and gave_way_in is null
      and acknowledged_on <= ${day}::date`;
}

export async function countAcknowledged(
  tx: Transaction,
  agency: AgencyId,
  about: AskedAbout,
): Promise<AcknowledgmentFigures> {
  const { rows } = await joiningManyRows(tx, () =>
    sql<AcknowledgmentFigures>`
    select count(k.id) as acknowledged, count(*) as of from staff_member m
    left join (${standing(agency, about)}) k on k.staff_id = m.id
    where ${isAsked(agency, about)}`.execute(tx),
  );
  return rows[0] ?? { acknowledged: 0, of: 0 };
}

const partColumns: Readonly<Record<Parting, RawBuilder<string>>> = {
  unit: sql`m.unit`,
  shift: sql`m.shift`,
  category: sql`case m.kind when 'sworn' then 'sworn' else m.category end`,
};

/** The people asked by unit, shift or kind, by name; those without one last. */
export async function listParts(
  tx: Transaction,
  agency: AgencyId,
  about: AskedAbout,
  by: Parting,
): Promise<readonly AcknowledgmentPart[]> {
  const { rows } = await joiningManyRows(tx, () =>
    sql<AcknowledgmentPart>`
    select ${partColumns[by]} as name, count(k.id) as acknowledged, count(*) as of from staff_member m
    left join (${standing(agency, about)}) k on k.staff_id = m.id
    where ${isAsked(agency, about)}
    group by 1 order by ${partColumns[by]} = '', 1`.execute(tx),
  );
  return rows;
}

/** The units and shifts of everybody asked, to choose from. */
export async function listUnitsAndShifts(
  tx: Transaction,
  agency: AgencyId,
  about: Pick<AskedAbout, 'day' | 'nonSworn'>,
): Promise<{ readonly units: readonly string[]; readonly shifts: readonly string[] }> {
  const { rows } = await sql<{ units: string[] | null; shifts: string[] | null }>`
    select array_agg(distinct m.unit order by m.unit) filter (where m.unit <> '') as units,
      array_agg(distinct m.shift order by m.shift) filter (where m.shift <> '') as shifts
    from staff_member m where ${isAsked(agency, about)}`.execute(tx);
  return { units: rows[0]?.units ?? [], shifts: rows[0]?.shifts ?? [] };
}

export type AskedSort = 'name' | 'unit' | 'shift' | 'acknowledged';

/** Whom a list shows; a unit or shift of '' is any. */
export interface AskedSelection {
  readonly standing: 'missing' | 'acknowledged' | 'everyone';
  readonly unit: string;
  readonly shift: string;
  readonly search: string;
  readonly sort: AskedSort;
  readonly direction: 'ascending' | 'descending';
}

interface AskedRow {
  readonly id: StaffId;
  readonly family_name: string;
  readonly given_name: string;
  readonly middle_name: string;
  readonly suffix: string;
  readonly number: string;
  readonly kind: AskedStaff['kind'];
  readonly category: string;
  readonly rank: string;
  readonly unit: string;
  readonly shift: string;
  readonly has_address: boolean;
  readonly acknowledgment: AcknowledgmentId | null;
  readonly acknowledged_on: CalendarDate | null;
  readonly how: AcknowledgedHow | null;
  readonly supervisor_name: string | null;
  readonly total: number;
}

/** One page of the people asked, and how many they are, in one query. */
export async function listAskedStaff(
  tx: Transaction,
  agency: AgencyId,
  about: AskedAbout,
  selection: AskedSelection & { readonly limit: number; readonly offset: number },
): Promise<{ readonly people: readonly AskedStaff[]; readonly total: number }> {
  const { rows } = await joiningManyRows(tx, () =>
    sql<AskedRow>`${selected(agency, about, selection)}
    order by ${orderOf(selection)} limit ${selection.limit} offset ${selection.offset}`.execute(tx),
  );
  return { people: rows.map(askedStaff), total: rows[0]?.total ?? 0 };
}

/** The next people of a list by name after `after`: for downloads. */
export async function listAskedStaffAfter(
  tx: Transaction,
  agency: AgencyId,
  about: AskedAbout,
  selection: AskedSelection,
  after: AskedStaff | undefined,
  limit: number,
): Promise<readonly AskedStaff[]> {
  const further = after
    ? sql`and (m.family_name, m.given_name, m.id) > (${after.name.family}, ${after.name.given}, ${after.id}::uuid)`
    : sql``;
  const { rows } = await joiningManyRows(tx, () =>
    sql<AskedRow>`${selected(agency, about, selection)} ${further}
    order by m.family_name, m.given_name, m.id limit ${limit}`.execute(tx),
  );
  return rows.map(askedStaff);
}

function selected(agency: AgencyId, about: AskedAbout, selection: AskedSelection) {
  const conditions = [
    selection.standing === 'missing' ? sql`and k.id is null` : sql``,
    selection.standing === 'acknowledged' ? sql`and k.id is not null` : sql``,
    selection.unit === '' ? sql`` : sql`and m.unit = ${selection.unit}`,
    selection.shift === '' ? sql`` : sql`and m.shift = ${selection.shift}`,
    ...wordPatterns(selection.search).map(
      (pattern) => sql`and (lower(m.family_name) like ${pattern} or lower(m.given_name) like ${pattern}
        or lower(m.employee_number) like ${pattern} or lower(m.badge) like ${pattern}
        or lower(m.rank) like ${pattern})`,
    ),
  ];
  return sql`
    select m.id, m.family_name, m.given_name, m.middle_name, m.suffix,
      coalesce(nullif(m.employee_number, ''), m.badge) as number, m.kind, m.category, m.rank, m.unit, m.shift,
      m.email <> '' or a.id is not null as has_address, k.id as acknowledgment, k.acknowledged_on, k.how,
      k.supervisor_name, count(*) over () as total
    from staff_member m
    left join (${standing(agency, about)}) k on k.staff_id = m.id
    left join staff_account a on a.agency_id = ${agency} and a.staff_id = m.id and a.ended_at is null
    where ${isAsked(agency, about)} ${sql.join(conditions, sql` `)}`;
}

function orderOf({ sort, direction }: AskedSelection) {
  const way = sql.raw(direction === 'descending' ? 'desc' : 'asc');
  const names = sql`m.family_name ${way}, m.given_name ${way}, m.id ${way}`;
  switch (sort) {
    case 'name':
      return names;
    case 'unit':
      return sql`m.unit ${way}, ${names}`;
    case 'shift':
      return sql`m.shift ${way}, ${names}`;
    case 'acknowledged':
      return sql`k.acknowledged_on ${way}, ${names}`;
  }
}

function askedStaff(row: AskedRow): AskedStaff {
  const { acknowledgment: id, acknowledged_on: on, how } = row;
  return {
    id: row.id,
    name: { family: row.family_name, given: row.given_name, middle: row.middle_name, suffix: row.suffix },
    employeeNumber: row.number,
    kind: row.kind,
    category: row.category === '' ? undefined : (row.category as StaffCategory),
    rank: row.rank,
    unit: row.unit,
    shift: row.shift,
    hasAddress: row.has_address,
    acknowledgment:
      id === null || on === null || how === null
        ? undefined
        : { id, on, how, supervisor: row.supervisor_name ?? undefined },
  };
}
