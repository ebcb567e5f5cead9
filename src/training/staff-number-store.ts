import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { StaffNumbers } from './staff-number.ts';

/** The numbers of those whom these are about, in one query. */
export async function listNumbers(
  tx: Transaction,
  agency: AgencyId,
  about: readonly { readonly staffId: StaffId | undefined }[],
): Promise<StaffNumbers> {
  const people = [...new Set(about.flatMap(({ staffId }) => staffId ?? []))];
  if (people.length === 0) return new Map();
  const { rows } = await sql<{ id: string; number: string }>`
    select id, case employee_number when '' then badge else employee_number end as number from staff_member
    where agency_id = ${agency} and id = any(${people}::uuid[])`.execute(tx);
  return new Map(rows.filter(({ number }) => number !== '').map(({ id, number }) => [id, number]));
}
