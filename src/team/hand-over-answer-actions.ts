import { agencyById } from '../agency/agency-actions.ts';
import type { Transaction } from '../database/acting.ts';
import type { AgencyMember } from '../identity/membership.ts';
import { endAgencyMembership, grantAgencyRole, listAgencyMembers } from '../identity/membership-actions.ts';
import type { AgencyRole } from '../identity/viewer.ts';
import { postMail } from '../mail/mail.ts';
import { type Outcome, refused } from '../outcome.ts';
import { renewExecutive } from '../pledge/executive-actions.ts';
import type { AgencyAct } from './agency-act.ts';
import type { HandOver, HandOverId } from './hand-over.ts';
import { type HandOverClosed, lockOffered, recordHandOver } from './hand-over-actions.ts';
import { handOverDeclinedMail, handOverDoneMail } from './hand-over-mail-content.ts';
import { closeHandOver } from './hand-over-store.ts';

/** The act of the person a role was offered to; the address is the one their sign-in proved. */
export interface AnswerAct extends AgencyAct {
  readonly email: string;
}

export type AnswerRefusal = HandOverClosed | { readonly code: 'hand-over-for-another' };

/**
 * The role moves: the present holder's ends and the person asked gets it, in one transaction. Holders who passed it on
 * themselves stay at the agency. `rank` is the new executive's, for the pledge and the letter.
 */
export async function acceptHandOver(
  tx: Transaction,
  act: AnswerAct,
  answer: { readonly id: HandOverId; readonly rank: string },
): Promise<Outcome<HandOver, AnswerRefusal>> {
  const found = await lockMine(tx, act, answer.id);
  if (!found.ok) return found;
  const handOver = found.value;
  const members = await listAgencyMembers(tx, act.agency);
  const holder = members.find((member) => member.role === handOver.role);
  if (holder) await relieve(tx, handOver, holder, members);
  await seat(tx, act, handOver, members);
  if (handOver.role === 'executive') {
    await renewExecutive(tx, act.agency, { name: act.personName, rank: answer.rank, email: act.email });
  }
  await closeHandOver(tx, handOver, { state: 'accepted', at: act.now });
  await recordHandOver(tx, act, 'hand-over-accepted', handOver.id, handOver.role);
  await tellEverybody(tx, act, handOver, members);
  return found;
}

async function relieve(
  tx: Transaction,
  handOver: HandOver,
  holder: AgencyMember,
  members: readonly AgencyMember[],
): Promise<void> {
  const ended = await endAgencyMembership(tx, handOver.agency, holder.id, { is: 'handed-over' });
  if (!ended.ok) throw new Error('The role that is handed over ended at the same moment.');
  const hasOtherRole = members.some((member) => member.person === holder.person && member.id !== holder.id);
  if (handOver.offeredBy === holder.person && !hasOtherRole) {
    await grantAgencyRole(tx, { agency: handOver.agency, person: holder.person, role: 'staff' });
  }
}

/** The role includes what staff may see, so a staff role that led here ends. */
async function seat(
  tx: Transaction,
  act: AnswerAct,
  handOver: HandOver,
  members: readonly AgencyMember[],
): Promise<void> {
  const granted = await grantAgencyRole(tx, { agency: act.agency, person: act.person, role: handOver.role });
  if (!granted.ok) throw new Error('The role that is handed over was taken at the same moment.');
  const staff = members.find((member) => member.person === act.person && member.role === 'staff');
  if (staff) {
    await endAgencyMembership(tx, act.agency, staff.id, { is: 'replaced', by: handOver.role });
  }
}

/** The person asked says no: those who lead the agency hear it. */
export async function declineHandOver(
  tx: Transaction,
  act: AnswerAct,
  id: HandOverId,
): Promise<Outcome<HandOver, AnswerRefusal>> {
  const found = await lockMine(tx, act, id);
  if (!found.ok) return found;
  const handOver = found.value;
  await closeHandOver(tx, handOver, { state: 'declined', at: act.now });
  await recordHandOver(tx, act, 'hand-over-declined', id, handOver.role);
  const agency = await agencyById(tx, act.agency);
  for (const to of leaders(await listAgencyMembers(tx, act.agency))) {
    await postMail(
      tx,
      handOverDeclinedMail({
        to,
        agency: agency.name,
        role: handOver.role,
        campaign: act.campaign,
        email: handOver.email,
      }),
    );
  }
  return found;
}

async function lockMine(
  tx: Transaction,
  act: AnswerAct,
  id: HandOverId,
): Promise<Outcome<HandOver, AnswerRefusal>> {
  const found = await lockOffered(tx, act.agency, id);
  if (!found.ok) return found;
  return found.value.email === act.email ? found : refused({ code: 'hand-over-for-another' });
}

/** The old holder, the new one, and whoever else leads the agency. */
async function tellEverybody(
  tx: Transaction,
  act: AnswerAct,
  handOver: HandOver,
  before: readonly AgencyMember[],
): Promise<void> {
  const agency = await agencyById(tx, act.agency);
  for (const to of new Set([act.email, ...leaders(before)])) {
    await postMail(
      tx,
      handOverDoneMail({
        to,
        agency: agency.name,
        role: handOver.role,
        campaign: act.campaign,
        holder: act.personName,
        isNew: to === act.email,
      }),
    );
  }
}

const leading: readonly AgencyRole[] = ['coordinator', 'executive'];

function leaders(members: readonly AgencyMember[]): readonly string[] {
  return [...new Set(members.filter(({ role }) => leading.includes(role)).map(({ email }) => email))];
}
