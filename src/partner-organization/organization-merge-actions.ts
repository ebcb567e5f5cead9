import { recordAudit } from '../audit/audit.ts';
import {
  type AgencyId,
  type PartnerId,
  type PersonId,
  switchActing,
  type Transaction,
} from '../database/acting.ts';
import {
  listInvitations,
  lockUnansweredInvitations,
  revokeInvitation,
} from '../identity/invitation-actions.ts';
import { postMail } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { agencyLeaders } from '../pledge/agency-leader-actions.ts';
import { listAgenciesAtMailDomain } from './agency-mail-domain-store.ts';
import {
  endedByChoice,
  type GoesOn,
  type MergeId,
  type MergePreview,
  type MergeRefusal,
  type MergeSide,
  mergeConflicts,
  type UndoRefusal,
} from './organization-merge.ts';
import {
  agencyToldMail,
  placeEndedByUndoMail,
  recordsMergedMail,
} from './organization-merge-mail-content.ts';
import { findMerge, listPlacesSinceMerge, writeMerge, writeUndo } from './organization-merge-store.ts';
import { listRecordPartnerships } from './organization-record-store.ts';
import { listContacts } from './partner-contact-store.ts';
import { findRecord, listRepresentativeEmails, lockRecords } from './partner-organization-store.ts';
import { listRepresentatives } from './representative-store.ts';

/** Who merges, when, and what mails name. */
export interface MergeAct {
  readonly person: PersonId;
  readonly now: Date;
  readonly siteUrl: string;
  readonly campaign: string;
}

/** What joining `merged` into `kept` would do. Undefined when one of them is no record of its own any more. */
export async function previewMerge(
  tx: Transaction,
  kept: PartnerId,
  merged: PartnerId,
): Promise<MergePreview | undefined> {
  if (kept === merged) return undefined;
  const both = [kept, merged];
  const [first, second] = [await sideOf(tx, kept, both), await sideOf(tx, merged, both)];
  if (!first || !second) return undefined;
  const conflicts = mergeConflicts(first.partnerships, second.partnerships);
  return { kept: first, merged: second, conflicts };
}

/** Joins two records. Of each two live partnerships with one agency, the one that was not chosen ends. */
export async function mergeOrganizations(
  tx: Transaction,
  act: MergeAct,
  wanted: { readonly kept: PartnerId; readonly merged: PartnerId; readonly goesOn: GoesOn },
): Promise<Outcome<MergeId, MergeRefusal>> {
  const { kept, merged, goesOn } = wanted;
  await lockBoth(tx, kept, merged);
  const preview = await previewMerge(tx, kept, merged);
  if (!preview) return refused({ code: 'organization-not-found' });
  const { ended, unsettled } = endedByChoice(preview.conflicts, goesOn);
  if (unsettled.length > 0) return refused({ code: 'partnerships-unsettled', agencies: unsettled });
  await revokeInvitations(tx, [kept, merged]);
  const merge = await writeMerge(tx, { kept, merged, ended });
  const agencies = agenciesOf(preview.merged);
  await recordEverywhere(tx, 'partner-organizations-merged', { merge, kept, merged }, agencies);
  for (const { agency, kept: one, merged: other } of preview.conflicts) {
    const id = ended.includes(one.id) ? one.id : other.id;
    await recordAudit(
      tx,
      { agency: agency.id, partner: kept },
      { action: 'partnership-ended-by-merge', subject: { kind: 'partnership', id }, details: { merge } },
    );
    await tellAgency(tx, act, agency.id, preview.kept.organization.name);
  }
  await tellRepresentatives(tx, act, preview);
  return done(merge);
}

/**
 * Takes a merge back within its time: what it moved is again where it was. Places taken in the joined record since end,
 * and those who had them are told; invitations sent since stop working.
 */
export async function undoMerge(
  tx: Transaction,
  by: { readonly now: Date; readonly campaign: string },
  id: MergeId,
): Promise<Outcome<{ readonly kept: PartnerId }, UndoRefusal>> {
  const merge = await findMerge(tx, id, by.now);
  if (!merge) return refused({ code: 'merge-not-found' });
  const { kept, merged } = merge;
  await lockBoth(tx, kept, merged.id);
  const ended = await listPlacesSinceMerge(tx, id);
  if (merge.undo !== 'possible' || !(await writeUndo(tx, id))) return refused({ code: 'merge-final' });
  const organization = await findRecord(tx, kept);
  for (const { person, email } of ended) {
    await recordAudit(
      tx,
      { partner: kept },
      {
        action: 'partner-representative-ended',
        subject: { kind: 'person', id: person },
        details: { isSelf: false, merge: id },
      },
    );
    const names = { kept: organization?.name ?? '', merged: merged.name };
    await postMail(tx, placeEndedByUndoMail({ to: email, ...names, campaign: by.campaign }));
  }
  const agencies = (await listRecordPartnerships(tx, merged.id)).map(({ agency }) => agency.id);
  await recordEverywhere(tx, 'partner-merge-undone', { merge: id, kept, merged: merged.id }, [
    ...new Set(agencies),
  ]);
  return done({ kept });
}

/** Invitations first, as whoever accepts one does: else each could wait for the other. */
async function lockBoth(tx: Transaction, kept: PartnerId, merged: PartnerId): Promise<void> {
  for (const partner of [kept, merged].toSorted()) await lockUnansweredInvitations(tx, { partner });
  await lockRecords(tx, [kept, merged]);
}

async function sideOf(
  tx: Transaction,
  id: PartnerId,
  both: readonly PartnerId[],
): Promise<MergeSide | undefined> {
  const organization = await findRecord(tx, id);
  if (!organization || organization.mergedInto) return undefined;
  const people = await listRepresentatives(tx, id);
  const invitations = (await listInvitations(tx, { partner: id })).filter(({ state }) => state === 'open');
  const emails = [...people, ...invitations].map(({ email }) => email);
  const domains = await listAgenciesAtMailDomain(tx, both, emails);
  const shown = ({ name = '', email }: { readonly name?: string | undefined; readonly email: string }) => ({
    name,
    email,
    atDomainOf: domains.get(email) ?? [],
  });
  return {
    organization,
    partnerships: await listRecordPartnerships(tx, id),
    representatives: people.map(shown),
    contacts: (await listContacts(tx, id)).length,
    invited: invitations.map(shown),
  };
}

/** Who was invited to one of the two was not invited to see what the other shares. */
async function revokeInvitations(tx: Transaction, partners: readonly PartnerId[]): Promise<void> {
  for (const partner of partners) {
    for (const { id } of await listInvitations(tx, { partner })) await revokeInvitation(tx, { partner }, id);
  }
}

function agenciesOf({ partnerships }: MergeSide): readonly AgencyId[] {
  return [...new Set(partnerships.map(({ agency }) => agency.id))];
}

interface Joined {
  readonly merge: MergeId;
  readonly kept: PartnerId;
  readonly merged: PartnerId;
}

/** Into the campaign's chain, both organizations', and those of the agencies whose partnerships moved. */
async function recordEverywhere(
  tx: Transaction,
  action: string,
  joined: Joined,
  agencies: readonly AgencyId[],
): Promise<void> {
  const { merge, kept, merged } = joined;
  const entry = { action, subject: { kind: 'partner-merge', id: merge }, details: { kept, merged } };
  await recordAudit(tx, 'campaign', entry);
  for (const partner of [kept, merged]) await recordAudit(tx, { partner }, entry);
  for (const agency of agencies) await recordAudit(tx, { agency, partner: kept }, entry);
}

async function tellAgency(tx: Transaction, act: MergeAct, agency: AgencyId, partner: string): Promise<void> {
  const { coordinator, executive } = await agencyLeaders(tx, agency);
  const to = (coordinator ?? executive)?.email;
  if (to) await postMail(tx, agencyToldMail({ to, partner, campaign: act.campaign }));
}

/** After the merge: whoever spoke for either of the two now speaks for the one. */
async function tellRepresentatives(tx: Transaction, act: MergeAct, preview: MergePreview): Promise<void> {
  const { kept, merged } = preview;
  const url = `${act.siteUrl}/partner/${kept.organization.id}`;
  const names = { kept: kept.organization.name, merged: merged.organization.name };
  const emails = await switchActing(tx, { as: 'system' }, (system) =>
    listRepresentativeEmails(system, kept.organization.id),
  );
  for (const to of emails) {
    await postMail(tx, recordsMergedMail({ to, ...names, url, campaign: act.campaign }));
  }
}
