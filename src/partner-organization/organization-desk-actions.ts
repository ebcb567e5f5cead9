import { type AuditEvent, recordAudit } from '../audit/audit.ts';
import type { PartnerId, PersonId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { listHistory } from './organization-history-store.ts';
import type { DoneMerge, PlaceSinceMerge } from './organization-merge.ts';
import { listMerges, listPlacesSinceMerge } from './organization-merge-store.ts';
import type { AlikeRecord, RecordPartnership } from './organization-record.ts';
import { listAlikeRecords, listRecordPartnerships, settleAsTwo } from './organization-record-store.ts';
import type { PartnerOrganization } from './partner-organization.ts';
import { findOrganization } from './partner-organization-store.ts';
import { type OrganizationTeam, organizationTeam } from './representative-actions.ts';

export { countPairsToDecide, listRecords } from './organization-record-store.ts';

const historyShown = 50;

/** A merge, with whose places end when it is taken back. */
export interface ShownMerge extends DoneMerge {
  readonly placesSince: readonly PlaceSinceMerge[];
}

/** One organization as the campaign sees it. */
export interface OrganizationDossier {
  readonly organization: PartnerOrganization;
  readonly team: OrganizationTeam;
  readonly partnerships: readonly RecordPartnership[];
  readonly alike: readonly AlikeRecord[];
  readonly merges: readonly ShownMerge[];
  readonly history: readonly AuditEvent[];
}

/** Everything the campaign knows of an organization; of a merged one, that of the record that was kept. */
export async function organizationDossier(
  tx: Transaction,
  id: PartnerId,
  now: Date,
): Promise<OrganizationDossier | undefined> {
  const organization = await findOrganization(tx, id);
  if (!organization) return undefined;
  return {
    organization,
    team: await organizationTeam(tx, organization.id),
    partnerships: await listRecordPartnerships(tx, organization.id),
    alike: await listAlikeRecords(tx, organization.id),
    merges: await shownMerges(tx, organization.id, now),
    history: await listHistory(tx, organization.id, historyShown),
  };
}

async function shownMerges(tx: Transaction, id: PartnerId, now: Date): Promise<readonly ShownMerge[]> {
  const shown: ShownMerge[] = [];
  for (const merge of await listMerges(tx, id, now)) {
    const placesSince = merge.undo === 'possible' ? await listPlacesSinceMerge(tx, merge.id) : [];
    shown.push({ ...merge, placesSince });
  }
  return shown;
}

/** The campaign says that two records that look alike are two organizations. */
export async function keepApart(
  tx: Transaction,
  by: { readonly person: PersonId; readonly now: Date },
  id: PartnerId,
  other: PartnerId,
): Promise<Outcome<undefined, { readonly code: 'not-alike' }>> {
  const isSettled = await settleAsTwo(tx, id, other, { person: by.person, at: by.now });
  if (!isSettled) return refused({ code: 'not-alike' });
  const entry = {
    action: 'partner-organizations-kept-apart',
    subject: { kind: 'partner-organization', id },
    details: { other },
  };
  await recordAudit(tx, 'campaign', entry);
  await recordAudit(tx, { partner: id }, entry);
  await recordAudit(
    tx,
    { partner: other },
    { ...entry, subject: { ...entry.subject, id: other }, details: { other: id } },
  );
  return done(undefined);
}
