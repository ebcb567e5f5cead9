import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CopyValue } from '../database/copying.ts';
import { mergedFactsFrom } from './merged-facts.ts';
import { isStaffCategory } from './staff-category.ts';
import type { StaffFactSheet, StaffId, StaffMember } from './staff-member.ts';

/** The columns that hold a person's facts, in the order `staffValues` gives them. */
export const staffColumns = [
  'employee_number',
  'badge',
  'family_name',
  'given_name',
  'middle_name',
  'suffix',
  'name_written',
  'kind',
  'category',
  'rank',
  'rank_written',
  'unit',
  'shift',
  'email',
  'hired_on',
  'separated_on',
] as const;

export function staffValues(facts: StaffFactSheet): readonly CopyValue[] {
  return [
    facts.employeeNumber,
    facts.badge,
    facts.name.family,
    facts.name.given,
    facts.name.middle,
    facts.name.suffix,
    facts.nameWritten ?? '',
    facts.kind,
    facts.category ?? '',
    facts.rank,
    facts.rankWritten ?? '',
    facts.unit,
    facts.shift,
    facts.email,
    facts.hiredOn,
    facts.separatedOn,
  ];
}

/** A row of `staff_member` or `roster_change`, as the database gives it. */
export interface StaffFactsRow {
  readonly employee_number: string;
  readonly badge: string;
  readonly family_name: string;
  readonly given_name: string;
  readonly middle_name: string;
  readonly suffix: string;
  readonly name_written: string;
  readonly kind: string;
  readonly category: string;
  readonly rank: string;
  readonly rank_written: string;
  readonly unit: string;
  readonly shift: string;
  readonly email: string;
  readonly hired_on: string | null;
  readonly separated_on: string | null;
}

export function staffFactsFrom(row: StaffFactsRow): StaffFactSheet {
  return {
    name: { family: row.family_name, given: row.given_name, middle: row.middle_name, suffix: row.suffix },
    nameWritten: row.name_written,
    employeeNumber: row.employee_number,
    badge: row.badge,
    kind: row.kind === 'sworn' ? 'sworn' : 'non-sworn',
    category: isStaffCategory(row.category) ? row.category : undefined,
    rank: row.rank,
    rankWritten: row.rank_written,
    unit: row.unit,
    shift: row.shift,
    email: row.email,
    hiredOn: (row.hired_on as CalendarDate | null) ?? undefined,
    separatedOn: (row.separated_on as CalendarDate | null) ?? undefined,
  };
}

export function staffMemberFrom(
  row: StaffFactsRow & { readonly id: string; readonly merged_from?: unknown },
): StaffMember {
  const member = { id: row.id as StaffId, ...staffFactsFrom(row) };
  return row.merged_from ? { ...member, merged: mergedFactsFrom(row.merged_from) } : member;
}
