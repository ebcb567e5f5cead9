import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import type { AgencyId, PartnerId, Transaction } from '../database/acting.ts';
import { type AgreementDue, agreementDue } from './due-agreement.ts';
import type { Partnership, PartnershipId } from './partnership.ts';
import { partnershipOn } from './partnership-on-day.ts';
import { listActive } from './partnership-store.ts';

/** A partnership that is due for review or lapsed, while no version waits for an answer: either side can renew it. */
export interface DueAgreement extends AgreementDue {
  readonly is: 'lapsed' | 'due-for-review';
  readonly partnership: PartnershipId;
  readonly partner: string;
  readonly agency: string;
}

/** The agency's partnerships that are due for review or lapsed, the longest due first. One query. Acts for the agency. */
export async function listDueAgreements(
  tx: Transaction,
  agency: AgencyId,
  today: CalendarDate,
): Promise<readonly DueAgreement[]> {
  return dueOf(await listActive(tx, { agency }), () => today);
}

/** The same for a partner organization: each by the day it is at its agency. */
export async function listDueAgreementsOfPartner(
  tx: Transaction,
  partner: PartnerId,
  now: Date,
): Promise<readonly DueAgreement[]> {
  return dueOf(await listActive(tx, { partner }), ({ agency }) => dayIn(agency.timeZone, now));
}

function dueOf(
  active: readonly Partnership[],
  dayAt: (partnership: Partnership) => CalendarDate,
): readonly DueAgreement[] {
  return active
    .flatMap((one): readonly DueAgreement[] => {
      const today = dayAt(one);
      const due = one.waitingFor ? undefined : agreementDue(partnershipOn(one, today), today);
      if (due?.is !== 'lapsed' && due?.is !== 'due-for-review') return [];
      return [
        { is: due.is, on: due.on, partnership: one.id, partner: one.partner.name, agency: one.agency.name },
      ];
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
