import type { AgreementTerms } from '../agreement/agreement-terms.ts';
import { isSameMemorandum } from '../agreement/memorandum.ts';
import type { Signer } from '../agreement/party.ts';
import { recordAudit } from '../audit/audit.ts';
import { type AgencyId, type PartnerId, switchActing, type Transaction } from '../database/acting.ts';
import { postMails } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import {
  findOrganization,
  listRepresentativeEmails,
} from '../partner-organization/partner-organization-actions.ts';
import { changedParts } from '../partnership/partnership.ts';
import { canBeAsked } from '../partnership/partnership-step-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import {
  type GroupKind,
  isAwaited,
  type JointGroup,
  type JointGroupId,
  missingForOpening,
  type PartyContact,
  partnerStanding,
} from './joint-agreement.ts';
import {
  countProgress,
  findVersion,
  listAwaitedMembers,
  listPartners,
  lockGroup,
} from './joint-agreement-store.ts';
import {
  insertAddresses,
  insertGroup,
  insertMembers,
  insertVersion,
  updateGroupEnded,
  updateMemberJoined,
  updateMembersAsked,
  updateMemberWithdrawn,
  updatePartnersAsked,
  updatePartnerWithdrawn,
  upsertPartner,
} from './joint-change-store.ts';
import { deleteJointDraft } from './joint-draft-store.ts';
import { findAgencyName, findDirectoryAgencies } from './joint-list-store.ts';
import { groupEndedMail } from './joint-mail.ts';
import {
  aboutGroup,
  agencyGroupPath,
  askJointPartner,
  askMembers,
  leadersOf,
  partnerGroupPath,
} from './joint-notice-actions.ts';
import type { LeadRefusal } from './joint-refusal.ts';
import { withoutContacts } from './shared-terms.ts';

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
  await record(tx, act.agency, id, 'joint-group-begun', { kind: asked.kind });
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
  await record(tx, act.agency, id, 'joint-agencies-listed', { added: added.length });
  if (group.version > 0) {
    const awaited = await listAwaitedMembers(tx, group);
    await askMembers(
      tx,
      act,
      group,
      awaited.filter((member) => added.includes(member.id)),
      'asked',
    );
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
    await record(tx, act.agency, id, 'joint-agency-unlisted', { member });
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
  await record(tx, act.agency, id, 'joint-partner-chosen', { partner: organization.id });
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
    await record(tx, act.agency, id, 'joint-partner-unchosen', { partner });
  }
  return done(undefined);
}

export interface JointProposal {
  /** The version that was shown. */
  readonly version: number;
  readonly terms: AgreementTerms;
  readonly note: string;
  readonly signer: Signer;
  /** The lead's own liaison and number: it joins by proposing. */
  readonly contact: PartyContact;
}

/**
 * Puts the agreement, or a new version of it, before every agency and partner of the list. What was agreed before stays
 * in effect for each pair until both have given their word to this one.
 */
export async function proposeJointVersion(
  tx: Transaction,
  act: AgencyAct,
  id: JointGroupId,
  proposal: JointProposal,
): Promise<Outcome<number, LeadRefusal>> {
  const found = await lockLed(tx, act, id);
  if (!found.ok) return found;
  const group = found.value;
  if (group.version !== proposal.version) return refused({ code: 'version-changed' });
  const progress = await countProgress(tx, group);
  const missing = missingForOpening({ ...progress, agreement: true });
  if (missing.length > 0) return refused({ code: 'not-ready', missing });
  const terms = withoutContacts(proposal.terms);
  const present = await findVersion(tx, id, group.version);
  if (present && saysTheSame(present.terms, terms)) return refused({ code: 'nothing-changed' });
  const signature = { ...proposal.signer, at: act.now };
  const by = act.person;
  const version = await insertVersion(tx, group, { terms, note: proposal.note, by, signature });
  await insertMembers(tx, id, [{ agency: act.agency, name: group.lead.name }], act.now);
  await updateMemberJoined(tx, id, act.agency, { version, contact: proposal.contact, by, signature });
  await deleteJointDraft(tx, id);
  await record(tx, act.agency, id, 'joint-version-proposed', { version });
  const opened: JointGroup = { ...group, version, state: { is: 'open' } };
  const because = version === 1 ? 'asked' : 'changed';
  const awaited = await listAwaitedMembers(tx, opened);
  await updateMembersAsked(
    tx,
    id,
    awaited.map((member) => member.id),
    act.now,
  );
  await updatePartnersAsked(tx, id, act.now);
  await askMembers(tx, act, opened, awaited, because, proposal.note);
  await askPartners(tx, act, opened, because);
  return done(version);
}

/** Mails everybody whose answer is awaited once more. Answers how many there are. */
export async function remindAwaited(
  tx: Transaction,
  act: AgencyAct,
  id: JointGroupId,
): Promise<Outcome<number, LeadRefusal>> {
  const found = await lockLed(tx, act, id);
  if (!found.ok) return found;
  const group = found.value;
  if (group.version === 0) return done(0);
  const awaited = await listAwaitedMembers(tx, group);
  await updateMembersAsked(
    tx,
    id,
    awaited.map((member) => member.id),
    act.now,
  );
  await askMembers(tx, act, group, awaited, 'reminded');
  const partners = await askPartners(tx, act, group, 'reminded');
  const reminded = awaited.length + partners;
  await record(tx, act.agency, id, 'joint-group-reminded', { reminded });
  return done(reminded);
}

/** Ends the group. Nobody is asked any more; partnerships that came out of it are their two sides' own. */
export async function endGroup(
  tx: Transaction,
  act: AgencyAct,
  id: JointGroupId,
  { reason }: { readonly reason: string },
): Promise<Outcome<undefined, LeadRefusal>> {
  const found = await lockLed(tx, act, id);
  if (!found.ok) return found;
  const group = found.value;
  await updateGroupEnded(tx, id, { by: act.person, at: act.now, reason });
  await record(tx, act.agency, id, 'joint-group-ended');
  if (group.version === 0) return done(undefined);
  const leaders = await leadersOf(tx, group, ['asked', 'joined']);
  const toAgencies = leaders
    .filter(({ agency }) => agency !== act.agency)
    .map(({ slug, email }) => ({
      ...groupEndedMail({ ...aboutGroup(group, act, agencyGroupPath(slug, group)), reason }),
      to: email,
    }));
  await postMails(tx, toAgencies);
  for (const { partner, state } of await listPartners(tx, id)) {
    if (state !== 'asked' && state !== 'confirmed') continue;
    const emails = await switchActing(tx, { as: 'system' }, (system) =>
      listRepresentativeEmails(system, partner),
    );
    const mail = groupEndedMail({ ...aboutGroup(group, act, partnerGroupPath(partner, group)), reason });
    await postMails(
      tx,
      emails.map((to) => ({ ...mail, to })),
    );
  }
  return done(undefined);
}

async function askPartners(
  tx: Transaction,
  act: AgencyAct,
  group: JointGroup,
  because: 'asked' | 'reminded' | 'changed',
  only?: PartnerId,
): Promise<number> {
  const { agencies } = await countProgress(tx, group);
  const awaited = (await listPartners(tx, group.id)).filter(
    (partner) => isAwaited(partnerStanding(partner, group)) && (!only || partner.partner === only),
  );
  for (const partner of awaited) await askJointPartner(tx, act, group, partner, { because, agencies });
  return awaited.length;
}

function saysTheSame(one: AgreementTerms, other: AgreementTerms): boolean {
  const changed = changedParts(one.arrangement, other.arrangement, false);
  return changed.length === 0 && isSameMemorandum(one.memorandum, other.memorandum);
}

async function lockLed(
  tx: Transaction,
  act: AgencyAct,
  id: JointGroupId,
): Promise<Outcome<JointGroup, LeadRefusal>> {
  const group = await lockGroup(tx, id);
  if (!group || group.lead.agency !== act.agency) return refused({ code: 'group-not-found' });
  return group.state.is === 'ended' ? refused({ code: 'group-ended' }) : done(group);
}

function record(
  tx: Transaction,
  agency: AgencyId,
  id: JointGroupId,
  action: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return recordAudit(tx, { agency }, { action, subject: { kind: 'joint-group', id }, details });
}
