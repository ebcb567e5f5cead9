import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { type AgencyWork, listUnansweredByAgency } from './agency-waiting-store.ts';
import { isCheckInAsked } from './check-in.ts';
import { halfYearOf } from './half-year.ts';

export {
  type AgencyWork,
  listAgreementsToAnswer,
  listOverdueOfAgency,
  type OverdueActions,
} from './agency-waiting-store.ts';

/** Where the agency is asked how it is going and has not answered. One query. */
export async function checkInsAskedOfAgency(
  tx: Transaction,
  agency: { readonly id: AgencyId; readonly timeZone: string },
  today: CalendarDate,
): Promise<readonly AgencyWork[]> {
  const half = halfYearOf(today);
  const unanswered = await listUnansweredByAgency(tx, agency.id, half);
  return unanswered.filter(({ confirmedAt }) =>
    isCheckInAsked({ half, confirmedOn: dayIn(agency.timeZone, confirmedAt), today }),
  );
}
