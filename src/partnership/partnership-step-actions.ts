import { recordAudit } from '../audit/audit.ts';
import { addDays, dayIn } from '../calendar/calendar-date.ts';
import {
  type AgencyId,
  type PartnerId,
  type PersonId,
  switchActing,
  type Transaction,
} from '../database/acting.ts';
import { invitationDays } from '../identity/invitation.ts';
import { invite, listInvitations, revokeInvitation } from '../identity/invitation-actions.ts';
import { type MailMessage, postMail } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import {
  findOrganization,
  listRepresentativeEmails,
} from '../partner-organization/partner-organization-actions.ts';
import { agencyLeaders } from '../pledge/agency-leader-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { isAddressOfAgency, worksForAgency } from './agency-address-store.ts';
import type { Partnership, PartnershipId } from './partnership.ts';
import { type About, type AskedBecause, confirmationAskedMail } from './partnership-mail-content.ts';
import type { RepresentativeRefusal } from './partnership-refusal.ts';

/** Writes one step of a partnership's life into the agency's trail, where the partner finds it too. */
export function recordPartnership(
  tx: Transaction,
  of: { readonly agency: AgencyId; readonly partner: PartnerId; readonly id: PartnershipId },
  action: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return recordAudit(
    tx,
    { agency: of.agency, partner: of.partner },
    { action, subject: { kind: 'partnership', id: of.id }, details: { ...details, partner: of.partner } },
  );
}

export function recordStep(
  tx: Transaction,
  { agency, partner, id }: Partnership,
  action: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return recordPartnership(tx, { agency: agency.id, partner: partner.id, id }, action, details);
}

/** Where the partner's people see the partnership. */
export function partnerPath({ partner, id }: Pick<Partnership, 'partner' | 'id'>): string {
  return `/partner/${partner.id}/partnerships/${id}`;
}

/** Where the agency's people see it. */
export function agencyPath({ agency, id }: Pick<Partnership, 'agency' | 'id'>): string {
  return `/workspace/${agency.slug}/partnerships/${id}`;
}

interface Letterhead {
  readonly siteUrl: string;
  readonly campaign: string;
}

export function mailAbout(partnership: Partnership, from: Letterhead, path: string): About {
  return {
    agency: partnership.agency.name,
    partner: partnership.partner.name,
    url: `${from.siteUrl}${path}`,
    campaign: from.campaign,
  };
}

/**
 * Asks the partner to confirm. While nobody speaks for the organization, its named representative is invited, and
 * earlier links of the agency stop working; afterwards everybody who speaks for it gets a plain link. Throws when
 * there is nobody to ask: see `canBeAsked`.
 */
export async function askPartner(
  tx: Transaction,
  act: AgencyAct,
  partnership: Partnership,
  because: AskedBecause,
): Promise<void> {
  await revokeRepresentativeInvitations(tx, partnership.partner.id);
  // Read after the links were taken back: a representative who accepted a moment ago counts.
  const isClaimed = (await findOrganization(tx, partnership.partner.id))?.isClaimed ?? false;
  const about = mailAbout(partnership, act, partnerPath(partnership));
  const letter = { ...about, because, asker: act.personName };
  if (isClaimed) {
    return mailRepresentatives(tx, partnership, confirmationAskedMail({ ...letter, until: undefined }));
  }
  const email = partnership.representativeEmail;
  if (!email) throw new Error('Nobody speaks for the partner, and no address was given to ask.');
  const { url } = await invite(tx, {
    place: 'partner',
    partner: partnership.partner.id,
    agency: act.agency,
    role: 'representative',
    email,
    name: nameAt(email, partnership),
    leadsTo: partnerPath(partnership),
    invitedBy: act.person,
    siteUrl: act.siteUrl,
  });
  const lastDay = addDays(dayIn(partnership.agency.timeZone, act.now), invitationDays);
  await postMail(tx, { ...confirmationAskedMail({ ...letter, url, until: lastDay }), to: email });
}

/** The agency named a contact, perhaps with the very address it asks. */
function nameAt(email: string, { arrangement }: Partnership): string | undefined {
  const { partnerContact } = arrangement;
  return partnerContact.email === email ? partnerContact.name : undefined;
}

/** Links of the acting agency that would make somebody the organization's representative stop working. */
export async function revokeRepresentativeInvitations(tx: Transaction, partner: PartnerId): Promise<void> {
  for (const { id } of await listInvitations(tx, { partner })) await revokeInvitation(tx, { partner }, id);
}

/** A letter as it goes to everybody, or one that names each reader's own address. */
export type Letter = Omit<MailMessage, 'to'> | ((to: string) => Omit<MailMessage, 'to'>);

function addressed(letter: Letter, to: string): MailMessage {
  return { ...(typeof letter === 'function' ? letter(to) : letter), to };
}

/** Mails everybody who speaks for the partner, or the address that was asked while nobody does. */
export async function mailRepresentatives(
  tx: Transaction,
  partnership: Partnership,
  mail: Letter,
): Promise<void> {
  const emails = await switchActing(tx, { as: 'system' }, (system) =>
    listRepresentativeEmails(system, partnership.partner.id),
  );
  const asked = partnership.representativeEmail ? [partnership.representativeEmail] : [];
  for (const to of emails.length > 0 ? emails : asked) await postMail(tx, addressed(mail, to));
}

/** Mails the agency's coordinator, or its executive while there is none. */
export async function mailAgency(tx: Transaction, partnership: Partnership, mail: Letter): Promise<void> {
  const { coordinator, executive } = await switchActing(tx, { as: 'system' }, (system) =>
    agencyLeaders(system, partnership.agency.id),
  );
  const to = (coordinator ?? executive)?.email;
  if (to) await postMail(tx, addressed(mail, to));
}

/**
 * Whether there is somebody to ask: people who speak for the organization, or an address to invite, which must not
 * lead to the mailbox of somebody at the agency.
 */
export async function canBeAsked(
  tx: Transaction,
  act: AgencyAct,
  partner: { readonly isClaimed: boolean },
  email: string | undefined,
): Promise<Outcome<undefined, RepresentativeRefusal>> {
  if (partner.isClaimed) return done(undefined);
  if (!email) return refused({ code: 'representative-missing' });
  const isOwn = await isAddressOfAgency(tx, act.agency, email);
  return isOwn ? refused({ code: 'representative-own-colleague' }) : done(undefined);
}

/** Whether a person belongs to the agency, by a role or by its roster. The program looks it up: a partner can't. */
export function worksAtAgency(tx: Transaction, person: PersonId, agency: AgencyId): Promise<boolean> {
  return switchActing(tx, { as: 'system' }, (system) => worksForAgency(system, person, agency));
}
