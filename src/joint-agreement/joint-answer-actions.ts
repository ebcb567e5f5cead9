import type { Signer } from '../agreement/party.ts';
import type { Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { endPartnership, findPartnership } from '../partnership/partnership-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { type JointGroup, type JointGroupId, memberStanding, type PartyContact } from './joint-agreement.ts';
import { findMember } from './joint-agreement-store.ts';
import {
  type Leaving,
  leftOutOf,
  lockOpen,
  partnershipsOut,
  recordAnswer,
} from './joint-answered-actions.ts';
import { answeredMail } from './joint-mail.ts';
import { updateMemberJoined, updateMemberNo } from './joint-member-store.ts';
import { askPartnersAgain, mailLead } from './joint-notice-actions.ts';
import type { AnswerToGroup } from './joint-refusal.ts';

export interface JoinGiven {
  /** The version that was shown: a yes is bound to what was read. */
  readonly version: number;
  readonly signer: Signer;
  readonly contact: PartyContact;
}

/** An agency joins by its own word, or gives it to a new version. */
export async function joinGroup(
  tx: Transaction,
  act: AgencyAct,
  id: JointGroupId,
  given: JoinGiven,
): Promise<Outcome<JointGroup, AnswerToGroup>> {
  const found = await lockOpen(tx, id, given.version);
  if (!found.ok) return found;
  const group = found.value;
  const member = await findMember(tx, id, act.agency);
  if (!member || member.state === 'withdrawn') return refused({ code: 'group-not-found' });
  if (memberStanding(member, group) === 'agreed') return refused({ code: 'nothing-asked' });
  const signature = { ...given.signer, at: act.now };
  const { version, contact } = given;
  await updateMemberJoined(tx, id, act.agency, { version, contact, by: act.person, signature });
  await recordAnswer(tx, group, { agency: act.agency, member: member.id }, 'joined', act.now, { version });
  await askPartnersAgain(tx, act, group, 'joined', [{ agency: act.agency, name: member.name }]);
  const waits = await leftOutOf(tx, group, { agency: act.agency });
  const answer = { who: member.name, did: 'joined', signer: given.signer.name, reason: '', waits } as const;
  await mailLead(tx, group, act, (about) => answeredMail({ ...about, ...answer }));
  return done(group);
}

/** An agency says no. One that has joined leaves instead. */
export async function declineGroup(
  tx: Transaction,
  act: AgencyAct,
  id: JointGroupId,
  { reason }: { readonly reason: string },
): Promise<Outcome<JointGroup, AnswerToGroup>> {
  const found = await lockOpen(tx, id);
  if (!found.ok) return found;
  const group = found.value;
  const member = await findMember(tx, id, act.agency);
  if (!member) return refused({ code: 'group-not-found' });
  if (member.state !== 'asked') return refused({ code: 'nothing-asked' });
  const signature = { name: act.personName, title: '', at: act.now };
  await updateMemberNo(tx, id, act.agency, { state: 'declined', by: act.person, signature, reason });
  await recordAnswer(tx, group, { agency: act.agency, member: member.id }, 'declined', act.now);
  const answer = { who: member.name, did: 'declined', signer: act.personName, reason } as const;
  await mailLead(tx, group, act, (about) => answeredMail({ ...about, ...answer }));
  return done(group);
}

/** An agency that has joined leaves. New versions don't reach it; its partnerships end, or go on alone. */
export async function leaveGroup(
  tx: Transaction,
  act: AgencyAct,
  id: JointGroupId,
  { reason, endsPartnerships }: Leaving,
): Promise<Outcome<JointGroup, AnswerToGroup>> {
  const found = await lockOpen(tx, id);
  if (!found.ok) return found;
  const group = found.value;
  const member = await findMember(tx, id, act.agency);
  if (!member || group.lead.agency === act.agency) return refused({ code: 'group-not-found' });
  if (member.state !== 'joined') return refused({ code: 'nothing-asked' });
  const signature = { name: act.personName, title: '', at: act.now };
  await updateMemberNo(tx, id, act.agency, { state: 'left', by: act.person, signature, reason });
  const details = { endsPartnerships };
  await recordAnswer(tx, group, { agency: act.agency, member: member.id }, 'left', act.now, details);
  if (endsPartnerships) {
    for (const partnership of await partnershipsOut(tx, id)) {
      const now = await findPartnership(tx, { agency: act.agency }, partnership);
      if (now?.state.is === 'active') {
        const ended = await endPartnership(tx, act, partnership, { revision: now.revision, reason });
        if (!ended.ok) throw new Error(`A partnership could not be ended: ${ended.refusal.code}`);
      }
    }
  }
  const answer = { who: member.name, did: 'left', signer: act.personName, reason } as const;
  await mailLead(tx, group, act, (about) => answeredMail({ ...about, ...answer }));
  return done(group);
}
