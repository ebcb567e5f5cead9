import { aheadOn, holdingOn, type TermGap, termGap } from '../agreement/term-chain.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgreedTerms, Arrangement, Partnership } from './partnership.ts';

/** A partnership as it stands on a day. */
export interface PartnershipOnDay extends Partnership {
  /** What both sides agreed to last, where its term is still ahead and the earlier one holds. */
  readonly agreedNext: Arrangement | undefined;
  /** All that both sides agreed to and that begins after the terms shown, in the order of beginning. */
  readonly agreedAhead: readonly AgreedTerms[];
  /** Days without a term that are there or still ahead, between two terms that both sides agreed to. */
  readonly gap: TermGap | undefined;
}

/**
 * The partnership with the terms that hold on the day. A renewal that was agreed early leaves the present term in
 * effect; contacts and the review day are the ones agreed last, since renewing is reviewing.
 */
export function partnershipOn(partnership: Partnership, today: CalendarDate): PartnershipOnDay {
  const { arrangement: last, earlierTerms } = partnership;
  const agreed = [partnership, ...earlierTerms].map((terms) => ({ ...terms.arrangement, terms }));
  const held = holdingOn(agreed, today)?.terms ?? partnership;
  const gap = partnership.state.is === 'active' ? termGap(agreed, today) : undefined;
  if (held === partnership) return { ...partnership, agreedNext: undefined, agreedAhead: [], gap };
  const { agencyContact, partnerContact, reviewOn } = last;
  return {
    ...partnership,
    arrangement: { ...held.arrangement, agencyContact, partnerContact, reviewOn },
    agreement: held.agreement,
    isWritten: held.isWritten,
    agreedNext: last,
    agreedAhead: aheadOn(agreed, today)
      .map(({ terms }) => terms)
      .filter((terms) => terms !== held),
    gap,
  };
}
