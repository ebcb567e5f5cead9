import type { Signer } from '../agreement/party.ts';
import { recordAudit } from '../audit/audit.ts';
import type { Transaction } from '../database/acting.ts';
import { type AdmittedFile, storeContent } from '../files/file-actions.ts';
import { postMails } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { PartnerAct } from '../partnership/partner-act.ts';
import { endPartnershipByPartner } from '../partnership/partner-answer-actions.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import { endPartnership, findPartnership } from '../partnership/partnership-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { type JointGroup, type JointGroupId, memberStanding, type PartyContact } from './joint-agreement.ts';
import { findMember, findPartner, lockGroup } from './joint-agreement-store.ts';
import {
  updateMemberJoined,
  updateMemberNo,
  updatePartnerConfirmed,
  updatePartnerNo,
} from './joint-change-store.ts';
import { listPairs } from './joint-list-store.ts';
import { answeredMail, partnerConfirmedMail } from './joint-mail.ts';
import { aboutGroup, leadersOf, mailLead } from './joint-notice-actions.ts';
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
  await record(tx, { agency: act.agency }, group, 'joint-agreement-joined', { version });
  const answer = { who: member.name, did: 'joined', signer: given.signer.name, reason: '' } as const;
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
  await record(tx, { agency: act.agency }, group, 'joint-agreement-declined');
  const answer = { who: member.name, did: 'declined', signer: act.personName, reason } as const;
  await mailLead(tx, group, act, (about) => answeredMail({ ...about, ...answer }));
  return done(group);
}

/** What becomes of the partnerships that came out of the group, when a party leaves it. */
export interface Leaving {
  readonly reason: string;
  readonly endsPartnerships: boolean;
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
  await record(tx, { agency: act.agency }, group, 'joint-agreement-left', { endsPartnerships });
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

export interface JointConfirmation extends JoinGiven {
  readonly coversLater: boolean;
  readonly isNamedInPublic: boolean;
  /** The agreement as the partner now confirms it. */
  readonly document: AdmittedFile | undefined;
}

/** A partner confirms once: every agency that has joined by now gets a partnership with it, in this transaction. */
export async function confirmForGroup(
  tx: Transaction,
  act: PartnerAct,
  id: JointGroupId,
  given: JointConfirmation,
): Promise<Outcome<JointGroup, AnswerToGroup>> {
  const found = await lockOpen(tx, id, given.version);
  if (!found.ok) return found;
  const group = found.value;
  const partner = await findPartner(tx, id, act.partner);
  if (!partner || partner.state === 'withdrawn') return refused({ code: 'group-not-found' });
  if (partner.state === 'left' || partner.state === 'declined') return refused({ code: 'nothing-asked' });
  if (given.document) await storeContent(tx, given.document);
  const before = new Set((await listPairs(tx, id)).map(pairKey));
  await updatePartnerConfirmed(tx, id, act.partner, {
    version: given.version,
    contact: given.contact,
    by: act.person,
    signature: { ...given.signer, at: act.now },
    coversLater: given.coversLater,
    isNamedInPublic: given.isNamedInPublic,
    document: given.document,
  });
  const made = (await listPairs(tx, id)).filter((pair) => !before.has(pairKey(pair)));
  const { version, coversLater } = given;
  await record(tx, { partner: act.partner }, group, 'joint-agreement-confirmed', {
    version,
    coversLater,
    partnerships: made.length,
  });
  const agencies = new Map(made.map((pair) => [pair.agency, pair.partnership]));
  const leaders = await leadersOf(tx, group, ['joined']);
  await postMails(
    tx,
    leaders.flatMap(({ agency, slug, name, email }) => {
      const partnership = agencies.get(agency);
      if (!partnership) return [];
      const about = aboutGroup(group, act, `/workspace/${slug}/partnerships/${partnership}`);
      return [{ ...partnerConfirmedMail({ ...about, partner: partner.name, agency: name }), to: email }];
    }),
  );
  const answer = { who: partner.name, did: 'confirmed', signer: given.signer.name, reason: '' } as const;
  await mailLead(tx, group, act, (about) => answeredMail({ ...about, ...answer }));
  return done(group);
}

/** A partner says no to the group, or to be asked no more after it has confirmed. */
export async function refuseGroup(
  tx: Transaction,
  act: PartnerAct & { readonly personName: string },
  id: JointGroupId,
  { reason, endsPartnerships }: Leaving,
): Promise<Outcome<JointGroup, AnswerToGroup>> {
  const found = await lockOpen(tx, id);
  if (!found.ok) return found;
  const group = found.value;
  const partner = await findPartner(tx, id, act.partner);
  if (!partner) return refused({ code: 'group-not-found' });
  if (partner.state !== 'asked' && partner.state !== 'confirmed') return refused({ code: 'nothing-asked' });
  const did = partner.state === 'asked' ? 'declined' : 'left';
  const signature = { name: act.personName, title: '', at: act.now };
  await updatePartnerNo(tx, id, act.partner, { state: did, by: act.person, signature, reason });
  await record(tx, { partner: act.partner }, group, `joint-agreement-${did}`, { endsPartnerships });
  if (did === 'left' && endsPartnerships) {
    for (const partnership of await partnershipsOut(tx, id)) {
      const now = await findPartnership(tx, { partner: act.partner }, partnership);
      if (now?.state.is === 'active') {
        const ended = await endPartnershipByPartner(tx, act, partnership, { revision: now.revision, reason });
        if (!ended.ok) throw new Error(`A partnership could not be ended: ${ended.refusal.code}`);
      }
    }
  }
  const answer = { who: partner.name, did, signer: act.personName, reason } as const;
  await mailLead(tx, group, act, (about) => answeredMail({ ...about, ...answer }));
  return done(group);
}

async function partnershipsOut(tx: Transaction, id: JointGroupId): Promise<readonly PartnershipId[]> {
  return [...new Set((await listPairs(tx, id)).map(({ partnership }) => partnership))];
}

function pairKey({ partnership, version }: { readonly partnership: string; readonly version: number }) {
  return `${partnership} ${version}`;
}

async function lockOpen(
  tx: Transaction,
  id: JointGroupId,
  version?: number,
): Promise<Outcome<JointGroup, AnswerToGroup>> {
  const group = await lockGroup(tx, id);
  if (!group) return refused({ code: 'group-not-found' });
  if (group.state.is !== 'open') return refused({ code: 'group-ended' });
  return version === undefined || version === group.version
    ? done(group)
    : refused({ code: 'version-changed' });
}

function record(
  tx: Transaction,
  chain: Parameters<typeof recordAudit>[1],
  { id }: JointGroup,
  action: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return recordAudit(tx, chain, { action, subject: { kind: 'joint-group', id }, details });
}
