import { sql } from 'kysely';
import { holdingOn, termGap } from '../agreement/term-chain.ts';
import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { inReadingOrder } from '../database/reading-order.ts';
import type { PartnershipFacts } from '../requirement/requirement-facts.ts';
import { earlierTermsColumn, earlierTermsOf, isWrittenColumn } from './agreed-terms-store.ts';
import type { PartnershipId, PartnershipStateName, Side } from './partnership.ts';

const standings: Readonly<Record<PartnershipStateName, PartnershipFacts['state']>> = {
  proposed: 'awaiting-partner',
  active: 'confirmed',
  declined: 'declined',
  ended: 'ended',
};

const renewalWaitsForColumn = sql<Side | null>`case when p.state = 'active' and exists (
  select from agreement_version v
  where v.agency_id = p.agency_id and v.partnership_id = p.id and v.state = 'proposed' and v.renews)
  then p.waiting_for end`;

const isAgainColumn = sql<boolean>`(p.state = 'proposed' and exists (
  select from partnership e
  where e.agency_id = p.agency_id and e.partner_id = p.partner_id and e.id <> p.id and e.confirmed_at is not null))`;

/**
 * What the requirement rules need to know of each partnership on `today`; the agency itself and the campaign may read
 * it.
 */
export async function listStandings(
  tx: Transaction,
  agency: AgencyId,
  today: CalendarDate,
): Promise<readonly PartnershipFacts[]> {
  const rows = await tx
    .selectFrom('partnership as p')
    .innerJoin('partner_organization as o', 'o.id', 'p.partner_id')
    .select(['p.id', 'o.name', 'p.state', 'p.agreement_file_id'])
    .select(['p.term_starts_on', 'p.term_ends_on', 'p.review_on'])
    .select([earlierTermsColumn.as('earlier_terms'), isWrittenColumn.as('is_written')])
    .select([renewalWaitsForColumn.as('renewal_waits_for'), isAgainColumn.as('is_again')])
    .where('p.agency_id', '=', agency)
    .orderBy('p.proposed_at')
    .orderBy('p.id')
    .execute();
  return rows.map((row) => {
    const last = {
      hasAgreement: row.agreement_file_id !== null || row.is_written,
      termStartsOn: (row.term_starts_on as CalendarDate | null) ?? undefined,
      termEndsOn: (row.term_ends_on as CalendarDate | null) ?? undefined,
    };
    const earlier = row.earlier_terms.map((terms) => {
      const { arrangement, isWritten } = earlierTermsOf(terms);
      return { ...arrangement, hasAgreement: terms.fileId !== null || isWritten };
    });
    const agreed = [last, ...earlier];
    const { hasAgreement, termStartsOn, termEndsOn } = holdingOn(agreed, today) ?? last;
    const gap = row.state === 'active' ? termGap(agreed, today) : undefined;
    return {
      id: row.id as PartnershipId,
      partner: row.name,
      state: standings[row.state as PartnershipStateName],
      hasAgreement,
      termStartsOn,
      termEndsOn,
      // Renewing is reviewing: the review day is the one agreed last.
      reviewOn: (row.review_on as CalendarDate | null) ?? undefined,
      ...(gap && gap.from <= today && { lastEndedOn: addDays(gap.from, -1) }),
      ...(row.renewal_waits_for && { renewalWaitsFor: row.renewal_waits_for }),
      ...(row.is_again && { isAgain: true }),
    };
  });
}

export interface NamedPartner {
  readonly name: string;
  readonly website: string | undefined;
}

/** Reads a view that anybody may: only names of partners that are active and agreed. */
export async function selectNamedPartners(
  tx: Transaction,
  agency: AgencyId,
  today: CalendarDate,
): Promise<readonly NamedPartner[]> {
  const rows = await tx
    .selectFrom('named_partner')
    .select(['name', 'website'])
    .where('agency_id', '=', agency)
    .where((where) => where.or([where('term_starts_on', 'is', null), where('term_starts_on', '<=', today)]))
    .where((where) => where.or([where('term_ends_on', 'is', null), where('term_ends_on', '>=', today)]))
    .orderBy('name', inReadingOrder)
    .execute();
  return rows.map((row) => ({ name: row.name ?? '', website: row.website ?? undefined }));
}
