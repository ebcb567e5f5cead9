import { agencyById } from '../agency/agency-actions.ts';
import { recordAudit } from '../audit/audit.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { invite } from '../identity/invitation-actions.ts';
import { listAgencyMembers } from '../identity/membership-actions.ts';
import { postMail } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { findStaff } from '../roster/roster-actions.ts';
import type { StaffMember } from '../roster/staff-member.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { staffInvitedMail } from './own-record-mail-content.ts';
import type { AccountRefusal } from './staff-account.ts';
import {
  findAccountOf,
  findStaffOf,
  insertAccount,
  updateAccountEnded,
  upsertStaffInvitation,
} from './staff-account-store.ts';

export { findAccountOf, findStaffOf, listAccounts } from './staff-account-store.ts';

/** Says whose account it is on the roster. Saying the same again changes nothing. */
export async function linkAccount(
  tx: Transaction,
  agency: AgencyId,
  link: { readonly person: PersonId; readonly staff: string },
  by: PersonId,
): Promise<Outcome<StaffMember, AccountRefusal>> {
  const members = await listAgencyMembers(tx, agency);
  if (!members.some(({ person }) => person === link.person)) return refused({ code: 'member-not-found' });
  const member = await findStaff(tx, agency, link.staff);
  if (!member) return refused({ code: 'staff-not-found' });
  const id = await insertAccount(tx, agency, { staff: member.id, person: link.person, by });
  if (!id) {
    const linked = await findStaffOf(tx, agency, link.person);
    if (linked === member.id) return done(member);
    return refused({ code: linked ? 'account-linked-already' : 'staff-linked-already' });
  }
  await recordAccount(tx, agency, 'account-linked', id, { staff: member.id, person: link.person });
  return done(member);
}

/** Takes the link back: the person no longer sees that record. */
export async function unlinkAccount(
  tx: Transaction,
  agency: AgencyId,
  person: PersonId,
  by: PersonId,
): Promise<Outcome<undefined, AccountRefusal>> {
  const id = await updateAccountEnded(tx, agency, person, by);
  if (!id) return refused({ code: 'member-not-found' });
  await recordAccount(tx, agency, 'account-unlinked', id, { person });
  return done(undefined);
}

/** Invites somebody of the roster to see the own record: who accepts the invitation is that person. */
export async function inviteStaff(
  tx: Transaction,
  act: AgencyAct,
  staff: string,
  email: string,
): Promise<Outcome<StaffMember, AccountRefusal>> {
  const member = await findStaff(tx, act.agency, staff);
  if (!member) return refused({ code: 'staff-not-found' });
  if (await findAccountOf(tx, act.agency, member.id)) return refused({ code: 'staff-linked-already' });
  const members = await listAgencyMembers(tx, act.agency);
  if (members.some((one) => one.email === email)) return refused({ code: 'member-already' });
  const agency = await agencyById(tx, act.agency);
  const { id, url } = await invite(tx, {
    place: 'agency',
    agency: act.agency,
    role: 'staff',
    email,
    leadsTo: `/workspace/${agency.slug}/my-training`,
    invitedBy: act.person,
    siteUrl: act.siteUrl,
  });
  await upsertStaffInvitation(tx, act.agency, id, member.id);
  const mail = { to: email, agency: agency.name, campaign: act.campaign, inviter: act.personName, url };
  await postMail(tx, staffInvitedMail(mail));
  return done(member);
}

function recordAccount(
  tx: Transaction,
  agency: AgencyId,
  action: string,
  id: string,
  details: Readonly<Record<string, string>>,
): Promise<void> {
  return recordAudit(tx, { agency }, { action, subject: { kind: 'staff-account', id }, details });
}
