import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { AcknowledgedHow, Acknowledgment, AcknowledgmentId } from './acknowledgment.ts';
import type { AskedAbout } from './asked-staff-store.ts';

/** Somebody who acknowledged and was taken out of the roster since: as they stood in it. */
export interface DepartedSigner {
  readonly name: PersonName;
  readonly employeeNumber: string;
  readonly acknowledgment: Acknowledgment;
}

interface DepartedRow {
  readonly family: string;
  readonly given: string;
  readonly middle: string;
  readonly suffix: string;
  readonly number: string;
  readonly id: AcknowledgmentId;
  readonly on: CalendarDate;
  readonly how: AcknowledgedHow;
  readonly supervisor: string | null;
  readonly total: number;
}

/** Acknowledgments of the version by people who are no longer on the roster, the first by name, and how many there are. */
export async function listDeparted(
  tx: Transaction,
  agency: AgencyId,
  { policy, day }: AskedAbout,
  limit: number,
): Promise<{ readonly signers: readonly DepartedSigner[]; readonly total: number }> {
  const { rows } = await sql<DepartedRow>`
    select d.family_name as family, d.given_name as given, d.middle_name as middle, d.suffix,
      coalesce(nullif(d.employee_number, ''), d.badge) as number,
      k.id, k.acknowledged_on as on, k.how, k.supervisor_name as supervisor, count(*) over () as total
    from acknowledgment_departed d
    join policy_acknowledgment k on k.agency_id = ${agency} and k.staff_id = d.staff_id and k.policy_id = ${policy}
      and k.revoked_at is null and k.gave_way_in is null and k.acknowledged_on <= ${day}::date
    where d.agency_id = ${agency} and d.returned_as is null
    order by 1, 2, k.id limit ${limit}`.execute(tx);
  const signers = rows.map(({ family, given, middle, suffix, number, id, on, how, supervisor }) => ({
    name: { family, given, middle, suffix },
    employeeNumber: number,
    acknowledgment: { id, on, how, supervisor: supervisor ?? undefined },
  }));
  return { signers, total: rows[0]?.total ?? 0 };
}
