import { type AgencyId, type PersonId, switchActing, type Transaction } from '../database/acting.ts';
import { listAgencyMembers } from '../identity/membership-actions.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { PartnerAct } from './partner-act.ts';
import type { Partnership, PartnershipStateName } from './partnership.ts';
import { updateConfirmed, updateDeclined, updateEnded, updateNaming } from './partnership-change-store.ts';
import { confirmedMail, declinedMail, endedMail, namingChangedMail } from './partnership-mail-content.ts';
import type { AnswerRefusal, StaleAnswer } from './partnership-refusal.ts';
import { agencyPath, mailAbout, mailAgency, recordStep } from './partnership-step-actions.ts';
import { lockPartnership } from './partnership-store.ts';

export interface ConfirmationGiven {
  /** The revision that was shown: a yes is bound to what was read. */
  readonly revision: number;
  /** As typed. */
  readonly name: string;
  readonly title: string;
  readonly isNamedInPublic: boolean;
}

/** The representative's own act: what was shown is confirmed, and nothing newer. */
export async function confirmPartnership(
  tx: Transaction,
  act: PartnerAct,
  id: string,
  given: ConfirmationGiven,
): Promise<Outcome<undefined, AnswerRefusal>> {
  const found = await lockIn(tx, act, id, given.revision, 'proposed');
  if (!found.ok) return found;
  const partnership = found.value;
  if (await belongsTo(tx, act.person, partnership.agency.id)) return refused({ code: 'own-agency' });
  const { name, title, isNamedInPublic } = given;
  await updateConfirmed(tx, partnership, { name, title, isNamedInPublic, by: act.person, at: act.now });
  await recordStep(tx, partnership, 'partnership-confirmed', {
    revision: given.revision,
    isNamedInPublic,
    ...(partnership.agreement ? { agreement: partnership.agreement.sha256 } : {}),
  });
  await mailAgency(tx, partnership, confirmedMail({ ...aboutFor(partnership, act), name, title }));
  return done(undefined);
}

export interface ReasonGiven {
  readonly revision: number;
  readonly reason: string;
}

export async function declinePartnership(
  tx: Transaction,
  act: PartnerAct,
  id: string,
  given: ReasonGiven,
): Promise<Outcome<undefined, StaleAnswer>> {
  const found = await lockIn(tx, act, id, given.revision, 'proposed');
  if (!found.ok) return found;
  const { reason } = given;
  await updateDeclined(tx, found.value, { reason, at: act.now });
  await recordStep(tx, found.value, 'partnership-declined');
  await mailAgency(tx, found.value, declinedMail({ ...aboutFor(found.value, act), reason }));
  return done(undefined);
}

/** The partner ends an active partnership. One that is only proposed is declined instead. */
export async function endPartnershipByPartner(
  tx: Transaction,
  act: PartnerAct,
  id: string,
  given: ReasonGiven,
): Promise<Outcome<undefined, StaleAnswer>> {
  const found = await lockIn(tx, act, id, given.revision, 'active');
  if (!found.ok) return found;
  const { reason } = given;
  await updateEnded(tx, found.value, { side: 'partner', reason, by: act.person, at: act.now });
  await recordStep(tx, found.value, 'partnership-ended', { by: 'partner', wasActive: true });
  const about = aboutFor(found.value, act);
  await mailAgency(tx, found.value, endedMail({ ...about, by: 'partner', reason, wasActive: true }));
  return done(undefined);
}

/** The partner changes its mind about being named in public. Answers whether anything changed. */
export async function changeNaming(
  tx: Transaction,
  act: PartnerAct,
  id: string,
  given: { readonly revision: number; readonly isNamedInPublic: boolean },
): Promise<Outcome<{ readonly changed: boolean }, StaleAnswer>> {
  const found = await lockIn(tx, act, id, given.revision, 'active');
  if (!found.ok) return found;
  const { isNamedInPublic } = given;
  if (found.value.isNamedInPublic === isNamedInPublic) return done({ changed: false });
  await updateNaming(tx, found.value, isNamedInPublic);
  await recordStep(tx, found.value, 'partnership-naming-changed', { isNamedInPublic });
  await mailAgency(tx, found.value, namingChangedMail({ ...aboutFor(found.value, act), isNamedInPublic }));
  return done({ changed: true });
}

function aboutFor(partnership: Partnership, act: PartnerAct) {
  return mailAbout(partnership, act, agencyPath(partnership));
}

async function lockIn(
  tx: Transaction,
  act: PartnerAct,
  id: string,
  revision: number,
  state: PartnershipStateName,
): Promise<Outcome<Partnership, StaleAnswer>> {
  const partnership = await lockPartnership(tx, { partner: act.partner }, id);
  if (!partnership) return refused({ code: 'partnership-not-found' });
  if (partnership.state.is !== state) {
    return refused({ code: 'partnership-elsewhere', state: partnership.state.is });
  }
  return partnership.revision === revision ? done(partnership) : refused({ code: 'partnership-changed' });
}

/** The program looks it up: a partner can't see who works at an agency. */
function belongsTo(tx: Transaction, person: PersonId, agency: AgencyId): Promise<boolean> {
  return switchActing(tx, { as: 'system' }, async (system) => {
    const members = await listAgencyMembers(system, agency);
    return members.some((member) => member.person === person);
  });
}
