import { type AgencyId, type PartnerId, switchActing, type Transaction } from '../database/acting.ts';
import { invite, listInvitations, revokeInvitation } from '../identity/invitation-actions.ts';
import { type MailMessage, postMail, postMails } from '../mail/mail.ts';
import {
  findOrganization,
  listRepresentativeEmails,
} from '../partner-organization/partner-organization-actions.ts';
import { agencyLeaders } from '../pledge/agency-leader-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import {
  holdsFor,
  isAwaited,
  type JointGroup,
  type JointMember,
  type JointPartner,
  partnerStanding,
} from './joint-agreement.ts';
import { countProgress, listPartners } from './joint-agreement-store.ts';
import { findAgencySlug, type LeaderAddress, listLeaderAddresses } from './joint-list-store.ts';
import {
  type AboutGroup,
  agencyAskedMail,
  type GroupAskedBecause,
  partnerAskedAgainMail,
  partnerAskedMail,
  pledgeInvitationMail,
} from './joint-mail.ts';

interface Letterhead {
  readonly siteUrl: string;
  readonly campaign: string;
}

export function aboutGroup(group: JointGroup, from: Letterhead, path: string): AboutGroup {
  return {
    group: group.name,
    lead: group.lead.name,
    url: `${from.siteUrl}${path}`,
    campaign: from.campaign,
  };
}

/** Coordinators and executives of agencies of the group. The program looks them up: no agency sees another's people. */
export function leadersOf(
  tx: Transaction,
  group: JointGroup,
  states: readonly string[],
): Promise<readonly LeaderAddress[]> {
  return switchActing(tx, { as: 'system' }, (system) => listLeaderAddresses(system, group.id, states));
}

export function agencyGroupPath(slug: string, { id }: Pick<JointGroup, 'id'>): string {
  return `/workspace/${slug}/groups/${id}`;
}

export function partnerGroupPath(partner: string, { id }: Pick<JointGroup, 'id'>): string {
  return `/partner/${partner}/groups/${id}`;
}

/** Mails the people of the given members; an agency that is not in the program is invited to the pledge. */
export async function askMembers(
  tx: Transaction,
  act: AgencyAct,
  group: JointGroup,
  members: readonly JointMember[],
  because: GroupAskedBecause,
  note = '',
): Promise<void> {
  const asked = members.filter(({ agency }) => agency !== group.lead.agency);
  const ids = new Set(asked.map(({ id }) => id));
  const leaders = await leadersOf(tx, group, ['asked', 'joined']);
  const toLeaders = leaders
    .filter(({ member }) => ids.has(member))
    .map(({ slug, name, email }) => ({
      ...agencyAskedMail({
        ...aboutGroup(group, act, agencyGroupPath(slug, group)),
        agency: name,
        because,
        note,
      }),
      to: email,
    }));
  const isReminder = because === 'reminded';
  const toAddresses = asked.flatMap(({ agency, email }) =>
    email && !agency
      ? [{ ...pledgeInvitationMail({ ...aboutGroup(group, act, '/pledge'), isReminder }), to: email }]
      : [],
  );
  await postMails(tx, [...toLeaders, ...toAddresses]);
}

/** Mails every partner whose answer is awaited, or only one of them. Answers how many that are. */
export async function askPartners(
  tx: Transaction,
  act: AgencyAct,
  group: JointGroup,
  because: GroupAskedBecause,
  only?: PartnerId,
): Promise<number> {
  const { agencies } = await countProgress(tx, group);
  const awaited = (await listPartners(tx, group.id)).filter(
    (partner) => isAwaited(partnerStanding(partner, group)) && (!only || partner.partner === only),
  );
  for (const partner of awaited) await askJointPartner(tx, act, group, partner, { because, agencies });
  return awaited.length;
}

/** Mails who speaks for the partner, or invites the address that was named while nobody does. */
async function askJointPartner(
  tx: Transaction,
  act: AgencyAct,
  group: JointGroup,
  partner: JointPartner,
  about: { readonly because: GroupAskedBecause; readonly agencies: number },
): Promise<void> {
  const path = partnerGroupPath(partner.partner, group);
  const write = (url: string) =>
    partnerAskedMail({ ...aboutGroup(group, act, path), ...about, partner: partner.name, url });
  for (const { id } of await listInvitations(tx, { partner: partner.partner })) {
    await revokeInvitation(tx, { partner: partner.partner }, id);
  }
  const organization = await findOrganization(tx, partner.partner);
  if (organization?.isClaimed) {
    const emails = await switchActing(tx, { as: 'system' }, (system) =>
      listRepresentativeEmails(system, partner.partner),
    );
    const mail = write(`${act.siteUrl}${path}`);
    await postMails(
      tx,
      emails.map((to) => ({ ...mail, to })),
    );
    return;
  }
  const email = partner.representativeEmail;
  if (!email) throw new Error('Nobody speaks for the partner, and no address was given to ask.');
  const { url } = await invite(tx, {
    place: 'partner',
    partner: partner.partner,
    agency: act.agency,
    role: 'representative',
    email,
    leadsTo: path,
    invitedBy: act.person,
    siteUrl: act.siteUrl,
  });
  await postMail(tx, { ...write(url), to: email });
}

/** Mails who speaks for a partner whose yes, given to this version, does not hold for agencies that came after it. */
export async function askPartnersAgain(
  tx: Transaction,
  from: Letterhead,
  group: JointGroup,
  did: 'listed' | 'joined',
  agencies: readonly { readonly agency: AgencyId; readonly name: string }[],
): Promise<void> {
  const mails = await switchActing(tx, { as: 'system' }, async (system) => {
    const confirmed = (await listPartners(system, group.id)).filter(
      // Who wants to be asked about each that joins is asked then.
      (one) => partnerStanding(one, group) === 'agreed' && (did === 'joined' || one.coversLater),
    );
    const written: MailMessage[] = [];
    for (const one of confirmed) {
      const names = agencies.filter(({ agency }) => !holdsFor(one, agency, group)).map(({ name }) => name);
      if (names.length === 0) continue;
      const about = aboutGroup(group, from, partnerGroupPath(one.partner, group));
      const mail = partnerAskedAgainMail({ ...about, partner: one.name, agencies: names, did });
      const emails = await listRepresentativeEmails(system, one.partner);
      written.push(...emails.map((to) => ({ ...mail, to })));
    }
    return written;
  });
  await postMails(tx, mails);
}

/** Tells the lead's coordinator, or its executive while there is none. */
export async function mailLead(
  tx: Transaction,
  group: JointGroup,
  from: Letterhead,
  write: (about: AboutGroup) => Omit<MailMessage, 'to'>,
): Promise<void> {
  const { coordinator, executive } = await switchActing(tx, { as: 'system' }, (system) =>
    agencyLeaders(system, group.lead.agency),
  );
  const to = (coordinator ?? executive)?.email;
  const slug = await leadSlug(tx, group);
  if (to && slug) await postMail(tx, { ...write(aboutGroup(group, from, agencyGroupPath(slug, group))), to });
}

function leadSlug(tx: Transaction, group: JointGroup): Promise<string | undefined> {
  return switchActing(tx, { as: 'system' }, (system) => findAgencySlug(system, group.lead.agency));
}
