import { sql } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';

/** Whether an address leads to somebody of the acting agency: a member, an invited one, or someone on its roster. */
export async function isAddressOfAgency(
  tx: Transaction,
  agency: AgencyId,
  address: string,
): Promise<boolean> {
  const asked = sql<{ is: boolean }>`select is_address_of_agency(${agency}, ${address}) as is`;
  return (await asked.execute(tx)).rows[0]?.is ?? false;
}

/** The same of a person by their account. `tx` acts for the program. */
export async function worksForAgency(tx: Transaction, person: PersonId, agency: AgencyId): Promise<boolean> {
  const asked = sql<{ is: boolean }>`select works_for_agency(${person}, ${agency}) as is`;
  return (await asked.execute(tx)).rows[0]?.is ?? false;
}
