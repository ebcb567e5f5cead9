import type { PartnerId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { findOrganization } from '../partner-organization/partner-organization-actions.ts';
import { canBeAsked } from '../partnership/partnership-step-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import type { GroupKind, JointGroupId } from './joint-agreement.ts';
import { listAwaitedMembers } from './joint-agreement-store.ts';
import { insertGroup } from './joint-group-store.ts';
import { lockLed, recordOfLead } from './joint-led-actions.ts';
import { findAgencyName, findDirectoryAgencies } from './joint-list-store.ts';
import { insertAddresses, insertMembers, updateMemberWithdrawn } from './joint-member-store.ts';
import { askMembers, askPartners, askPartnersAgain } from './joint-notice-actions.ts';
import { updatePartnerWithdrawn, upsertPartner } from './joint-partner-store.ts';
import type { LeadRefusal } from './joint-refusal.ts';

/** An agency begins a group and leads it. Nobody hears of it until the agreement is put before them. */
export async function beginGroup(
  tx: Transaction,
  act: AgencyAct,
  asked: { readonly name: string; readonly kind: GroupKind },
): Promise<JointGroupId> {
  const name = await findAgencyName(tx, act.agency);
  if (!name) throw new Error('The acting agency is not there.');
  const lead = { agency: act.agency, name };
  const id = await insertGroup(tx, { ...asked, lead, by: act.person, side: 'agency', at: act.now });
  await recordOfLead(tx, act, id, 'joint-group-begun', { kind: asked.kind });
  return id;
}

/** Puts agencies of the public directory, and addresses of agencies that are not in it, on the list. */
export async function listAgencies(
  tx: Transaction,
  act: AgencyAct,
  id: JointGroupId,
  chosen: { readonly agencies: readonly string[]; readonly emails: readonly string[] },
): Promise<Outcome<{ readonly added: number }, LeadRefusal>> {
  const found = await lockLed(tx, act, id);
  if (!found.ok) return found;
  const group = found.value;
  const askedAt = group.version > 0 ? act.now : undefined;
  const agencies = (await findDirectoryAgencies(tx, chosen.agencies)).filter(
    ({ agency }) => agency !== act.agency,
  );
  const added = [
    ...(await insertMembers(tx, id, agencies, askedAt)),
    ...(await insertAddresses(tx, id, chosen.emails, askedAt)),
  ];
  if (added.length === 0) return done({ added: 0 });
  await recordOfLead(tx, act, id, 'joint-agencies-listed', { added: added.length });
  if (group.version > 0) {
    const awaited = await listAwaitedMembers(tx, group);
    const asked = awaited.filter((member) => added.includes(member.id));
    await askMembers(tx, act, group, asked, 'asked');
    const listed = asked.flatMap(({ agency, name }) => (agency ? [{ agency, name }] : []));
    await askPartnersAgain(tx, act, group, 'listed', listed);
  }
  return done({ added: added.length });
}

/** Takes an agency that has not joined off the list. */
export async function unlistAgency(
  tx: Transaction,
  act: AgencyAct,
  id: JointGroupId,
  member: string,
): Promise<Outcome<undefined, LeadRefusal>> {
  const found = await lockLed(tx, act, id);
  if (!found.ok) return found;
  if (await updateMemberWithdrawn(tx, id, member)) {
    await recordOfLead(tx, act, id, 'joint-agency-unlisted', { member });
  }
  return done(undefined);
}

/** Chooses a partner organization. While nobody speaks for it, the lead says whom to ask. */
export async function choosePartner(
  tx: Transaction,
  act: AgencyAct,
  id: JointGroupId,
  chosen: { readonly organization: PartnerId; readonly representativeEmail: string | undefined },
): Promise<Outcome<undefined, LeadRefusal>> {
  const found = await lockLed(tx, act, id);
  if (!found.ok) return found;
  const group = found.value;
  const organization = await findOrganization(tx, chosen.organization);
  if (!organization) return refused({ code: 'organization-not-found' });
  const representativeEmail = organization.isClaimed ? undefined : chosen.representativeEmail;
  const askable = await canBeAsked(tx, act, organization, representativeEmail);
  if (!askable.ok) return askable;
  const askedAt = group.version > 0 ? act.now : undefined;
  const { name } = organization;
  await upsertPartner(tx, id, { partner: organization.id, name, representativeEmail, askedAt });
  await recordOfLead(tx, act, id, 'joint-partner-chosen', { partner: organization.id });
  if (group.version > 0) await askPartners(tx, act, group, 'asked', organization.id);
  return done(undefined);
}

export async function unchoosePartner(
  tx: Transaction,
  act: AgencyAct,
  id: JointGroupId,
  partner: string,
): Promise<Outcome<undefined, LeadRefusal>> {
  const found = await lockLed(tx, act, id);
  if (!found.ok) return found;
  if (await updatePartnerWithdrawn(tx, id, partner)) {
    await recordOfLead(tx, act, id, 'joint-partner-unchosen', { partner });
  }
  return done(undefined);
}
