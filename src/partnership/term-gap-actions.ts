import type { TermGap } from '../agreement/term-chain.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { PartnershipId } from './partnership.ts';
import { partnershipOn } from './partnership-on-day.ts';
import { listActive } from './partnership-store.ts';

/** Days that no agreed term of a partnership covers. */
export interface PartnershipGap extends TermGap {
  readonly partnership: PartnershipId;
  readonly partner: string;
}

/** Where an agency and a partner agreed to terms with a gap between them that is not over, the nearest first. One query. */
export async function listTermGaps(
  tx: Transaction,
  agency: AgencyId,
  today: CalendarDate,
): Promise<readonly PartnershipGap[]> {
  const active = await listActive(tx, { agency });
  return active
    .flatMap((partnership) => {
      const { gap } = partnershipOn(partnership, today);
      return gap ? [{ ...gap, partnership: partnership.id, partner: partnership.partner.name }] : [];
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}
