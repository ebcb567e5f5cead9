import { dayIn } from '../calendar/calendar-date.ts';
import type { PartnerId, Transaction } from '../database/acting.ts';
import { isCheckInAsked } from './check-in.ts';
import { type HalfYear, halfYearOf } from './half-year.ts';
import { listLastCheckInsOf, type SharedWork } from './waiting-work-store.ts';

export { listOpenActionsOf, type OpenAction, type SharedWork } from './waiting-work-store.ts';

export interface AskedCheckIn extends SharedWork {
  readonly half: HalfYear;
}

/** Where the organization is asked how it is going and has not answered, each on its agency's own clock. One query. */
export async function checkInsAskedOf(
  tx: Transaction,
  partner: PartnerId,
  now: Date,
): Promise<readonly AskedCheckIn[]> {
  const known = await listLastCheckInsOf(tx, partner);
  return known.flatMap(({ partnership, agency, confirmedAt, answeredFor }) => {
    const today = dayIn(agency.timeZone, now);
    const half = halfYearOf(today);
    const hasAnswered = answeredFor !== undefined && answeredFor >= half.startsOn;
    const isAsked = isCheckInAsked({ half, confirmedOn: dayIn(agency.timeZone, confirmedAt), today });
    return isAsked && !hasAnswered ? [{ partnership, agency, half }] : [];
  });
}
