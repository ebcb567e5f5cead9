import type { Transaction } from '../database/acting.ts';
import { type AdmittedFile, storeContent } from '../files/file-actions.ts';
import { postMails } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { PartnerAct } from '../partnership/partner-act.ts';
import { endPartnershipByPartner } from '../partnership/partner-answer-actions.ts';
import { findPartnership } from '../partnership/partnership-actions.ts';
import { type JointGroup, type JointGroupId, listShown } from './joint-agreement.ts';
import { findPartner, listMemberNames } from './joint-agreement-store.ts';
import type { JoinGiven } from './joint-answer-actions.ts';
import {
  type Leaving,
  leftOutOf,
  lockOpen,
  partnershipsOut,
  recordAnswer,
} from './joint-answered-actions.ts';
import { listPairs } from './joint-list-store.ts';
import { answeredMail, pairWaitsMail, partnerConfirmedMail } from './joint-mail.ts';
import { aboutGroup, agencyGroupPath, leadersOf, mailLead } from './joint-notice-actions.ts';
import { updatePartnerConfirmed, updatePartnerNo } from './joint-partner-store.ts';
import type { AnswerToGroup } from './joint-refusal.ts';

export interface JointConfirmation extends JoinGiven {
  /** The agencies that were shown, see `listShown`. */
  readonly list: string;
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
  if (listShown(await listMemberNames(tx, id)) !== given.list) return refused({ code: 'list-changed' });
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
  const details = { version, coversLater, partnerships: made.length };
  await recordAnswer(tx, group, { partner: act.partner }, 'confirmed', act.now, details);
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
  const waits = await leftOutOf(tx, group, { partner: act.partner });
  await postMails(
    tx,
    leaders.flatMap(({ agency, slug, email }) =>
      waits
        .filter((pair) => pair.agency === agency)
        .map((pair) => ({
          ...pairWaitsMail({ ...aboutGroup(group, act, agencyGroupPath(slug, group)), pair }),
          to: email,
        })),
    ),
  );
  const answer = {
    who: partner.name,
    did: 'confirmed',
    signer: given.signer.name,
    reason: '',
    waits,
  } as const;
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
  await recordAnswer(tx, group, { partner: act.partner }, did, act.now, { endsPartnerships });
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

function pairKey({ partnership, version }: { readonly partnership: string; readonly version: number }) {
  return `${partnership} ${version}`;
}
