import type { NamedAgency } from '../agency/agency.ts';
import { agencyById } from '../agency/agency-actions.ts';
import { recordAudit } from '../audit/audit.ts';
import { type AgencyId, type PersonId, switchActing, type Transaction } from '../database/acting.ts';
import { grantAgencyRole, listAgencyMembers, listCampaignMembers } from '../identity/membership-actions.ts';
import { postMail } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AgencyAct } from './agency-act.ts';
import type { JoinRequest, JoinRequestId, JoinRole } from './join-request.ts';
import { joinAcceptedMail, joinAskedMail, joinDeclinedMail } from './join-request-mail-content.ts';
import {
  hasJoinRequest,
  insertJoinRequest,
  listAsked,
  listAskedBy,
  lockAsked,
  updateJoinDecided,
} from './join-request-store.ts';

export type AskToJoinRefusal = { readonly code: 'belongs-already' } | { readonly code: 'asked-already' };

/**
 * Asks to belong to an agency, as the person themself. It gives them nothing: those who lead the agency decide, or
 * the campaign's administrators where nobody leads it any more.
 */
export async function askToJoin(
  tx: Transaction,
  act: Omit<AgencyAct, 'agency'> & { readonly email: string },
  ask: { readonly agency: NamedAgency; readonly note: string },
): Promise<Outcome<JoinRequestId, AskToJoinRefusal>> {
  const { agency, note } = ask;
  const deciders = await switchActing(tx, { as: 'system' }, (system) => findDeciders(system, agency.id));
  if (deciders.members.includes(act.person)) return refused({ code: 'belongs-already' });
  const id = await insertJoinRequest(tx, {
    agency: agency.id,
    agencyName: agency.name,
    person: act.person,
    askerName: act.personName,
    askerEmail: act.email,
    note,
    askedAt: act.now,
  });
  if (!id) return refused({ code: 'asked-already' });
  await record(tx, agency.id, 'join-asked', id);
  const url = `${act.siteUrl}${deciders.areCampaign ? `/campaign/agencies/${agency.slug}` : `/workspace/${agency.slug}/team`}`;
  const asker = `${act.personName} (${act.email})`;
  for (const to of deciders.emails) {
    await postMail(tx, joinAskedMail({ to, agency: agency.name, url, campaign: act.campaign, asker, note }));
  }
  return done(id);
}

async function findDeciders(tx: Transaction, agency: AgencyId) {
  const members = await listAgencyMembers(tx, agency);
  const leaders = members.filter(({ role }) => role === 'coordinator' || role === 'executive');
  const areCampaign = leaders.length === 0;
  const deciding = areCampaign
    ? (await listCampaignMembers(tx)).filter(({ role }) => role === 'administrator')
    : leaders;
  return {
    members: members.map(({ person }) => person),
    emails: [...new Set(deciding.map(({ email }) => email))],
    areCampaign,
  };
}

/** The requests of an agency that wait, the oldest first. */
export function joinRequestsOf(tx: Transaction, agency: AgencyId): Promise<readonly JoinRequest[]> {
  return listAsked(tx, agency);
}

/** The requests a person has made and that wait. */
export function joinRequestsBy(tx: Transaction, person: PersonId): Promise<readonly JoinRequest[]> {
  return listAskedBy(tx, person);
}

export type JoinRequestDecided =
  | { readonly code: 'join-request-not-found' }
  | { readonly code: 'join-request-decided' };

/** Takes the asker in, or declines when no role is given. The asker hears either by mail. */
export async function decideJoinRequest(
  tx: Transaction,
  act: AgencyAct,
  decision: { readonly id: JoinRequestId; readonly role: JoinRole | undefined },
): Promise<Outcome<JoinRequest, JoinRequestDecided>> {
  const request = await lockAsked(tx, act.agency, decision.id);
  if (!request) {
    const isKnown = await hasJoinRequest(tx, act.agency, decision.id);
    return refused({ code: isKnown ? 'join-request-decided' : 'join-request-not-found' });
  }
  const { role } = decision;
  await updateJoinDecided(tx, request, { role, by: act.person, at: act.now });
  if (role) await grantAgencyRole(tx, { agency: act.agency, person: request.person, role });
  await record(tx, act.agency, role ? 'join-accepted' : 'join-declined', request.id);
  const agency = await agencyById(tx, act.agency);
  const about = { to: request.askerEmail, agency: agency.name, campaign: act.campaign };
  const url = `${act.siteUrl}/workspace/${agency.slug}`;
  await postMail(tx, role ? joinAcceptedMail({ ...about, url, role }) : joinDeclinedMail(about));
  return done(request);
}

function record(tx: Transaction, agency: AgencyId, action: string, id: JoinRequestId): Promise<void> {
  return recordAudit(tx, { agency }, { action, subject: { kind: 'join-request', id } });
}
