import { recordAudit } from '../audit/audit.ts';
import type { PartnerId, Transaction } from '../database/acting.ts';
import type { PartnerPlace } from '../identity/viewer.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { OtherRecord } from './merge-request.ts';
import { insertMergeRequest, listMergeRequests } from './merge-request-store.ts';

/** Somebody who speaks for two records says that they are one organization; the campaign decides. */
export async function askMerge(
  tx: Transaction,
  partner: PartnerId,
  other: PartnerId,
): Promise<Outcome<undefined, { readonly code: 'speaks-not-for-both' }>> {
  if (!(await insertMergeRequest(tx, other))) return refused({ code: 'speaks-not-for-both' });
  await recordAudit(
    tx,
    { partner },
    {
      action: 'partner-merge-asked',
      subject: { kind: 'partner-organization', id: partner },
      details: { other },
    },
  );
  return done(undefined);
}

/** The other records that the acting person speaks for, and what they asked about them. */
export async function otherRecords(
  tx: Transaction,
  partner: PartnerId,
  places: readonly PartnerPlace[],
): Promise<readonly OtherRecord[]> {
  const others = places.filter(({ id }) => id !== partner);
  if (others.length === 0) return [];
  const requests = await listMergeRequests(tx);
  return others.map((place) => {
    const request = requests.find(({ other }) => other === place.id);
    return { place, asked: request ? (request.isSettled ? 'settled' : 'open') : 'not' };
  });
}
