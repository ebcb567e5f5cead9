import type { PartnerId, Transaction } from '../database/acting.ts';
import type { PartnershipId } from '../partnership/partnership.ts';

/** A draft that an agency put before its partners, and on which this one has said nothing yet. */
export interface WaitingReview {
  readonly partnership: PartnershipId;
  readonly agency: string;
  readonly title: string;
}

/** Drafts in partner review at all the organization's agencies on which it has not commented. Acts for the partner. */
export async function listWaitingReviews(
  tx: Transaction,
  partner: PartnerId,
): Promise<readonly WaitingReview[]> {
  const rows = await tx
    .selectFrom('partnership as p')
    .innerJoin('agency as a', 'a.id', 'p.agency_id')
    .innerJoin('agency_policy as v', 'v.agency_id', 'p.agency_id')
    .select(['p.id', 'a.name', 'v.title'])
    .where('p.partner_id', '=', partner)
    .where('p.state', '=', 'active')
    .where('v.state', '=', 'draft')
    .where('v.shared_at', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('policy_comment as c')
            .select('c.id')
            .whereRef('c.agency_id', '=', 'v.agency_id')
            .whereRef('c.policy_id', '=', 'v.id')
            .where('c.partner_id', '=', partner),
        ),
      ),
    )
    .orderBy('v.shared_at')
    .orderBy('v.id')
    .execute();
  return rows.map(({ id, name, title }) => ({ partnership: id as PartnershipId, agency: name, title }));
}
