import { isOwnProposal, waitingVersion } from '../agreement/agreement-version.ts';
import { closeWaiting, listVersions } from '../agreement/version-actions.ts';
import type { Transaction } from '../database/acting.ts';
import { type AdmittedFile, keepFile } from '../files/file-actions.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { askedOfPartner } from './asked-of-partner.ts';
import type { PartnerAct } from './partner-act.ts';
import { isLive, type Partnership } from './partnership.ts';
import { updateEnded, updateNaming } from './partnership-change-store.ts';
import { confirmedMail, declinedMail, endedMail, namingChangedMail } from './partnership-mail-content.ts';
import type { AnswerRefusal, StaleAnswer } from './partnership-refusal.ts';
import { agencyPath, mailAbout, mailAgency, recordStep, worksAtAgency } from './partnership-step-actions.ts';
import { lockPartnership } from './partnership-store.ts';

export interface ConfirmationGiven {
  /** The revision that was shown: a yes is bound to what was read. */
  readonly revision: number;
  /** As typed. */
  readonly name: string;
  readonly title: string;
  readonly isNamedInPublic: boolean;
  /** The memorandum as both sides now confirm it, when it was written here and came without a document. */
  readonly record?: AdmittedFile | undefined;
}

/** The representative's own act: what was shown is confirmed, and nothing newer. */
export async function confirmPartnership(
  tx: Transaction,
  act: PartnerAct,
  id: string,
  given: ConfirmationGiven,
): Promise<Outcome<undefined, AnswerRefusal>> {
  const found = await lockAsked(tx, act, id, given.revision);
  if (!found.ok) return found;
  const partnership = found.value;
  if (await worksAtAgency(tx, act.person, partnership.agency.id)) return refused({ code: 'own-agency' });
  const { name, title, isNamedInPublic } = given;
  await updateNaming(tx, partnership, isNamedInPublic);
  const agreed = await closeWaiting(tx, agreementOf(partnership), {
    is: 'agreed',
    by: act.person,
    signature: { name, title, at: act.now },
    file: await keptRecord(tx, act, partnership, given.record),
  });
  const agreement = agreed.document?.sha256 ?? given.record?.sha256;
  await recordStep(tx, partnership, 'partnership-confirmed', {
    revision: given.revision,
    version: agreed.number,
    isNamedInPublic,
    ...(agreement ? { agreement } : {}),
  });
  const asked = askedOfPartner(partnership, agreed);
  await mailAgency(tx, partnership, confirmedMail({ ...aboutFor(partnership, act), asked, name, title }));
  return done(undefined);
}

export interface ReasonGiven {
  readonly revision: number;
  readonly reason: string;
}

/**
 * The partner says no to what the agency proposed. The first agreement declined is the partnership declined; a change
 * declined leaves in effect what was.
 */
export async function declinePartnership(
  tx: Transaction,
  act: PartnerAct,
  id: string,
  given: ReasonGiven & { readonly name?: string },
): Promise<Outcome<undefined, AnswerRefusal>> {
  const found = await lockAsked(tx, act, id, given.revision);
  if (!found.ok) return found;
  const { reason, name = '' } = given;
  const signature = { name, title: '', at: act.now };
  const declined = await closeWaiting(tx, agreementOf(found.value), {
    is: 'declined',
    by: act.person,
    signature,
    reason,
  });
  await recordStep(tx, found.value, 'partnership-declined', { version: declined.number });
  const asked = askedOfPartner(found.value, declined);
  await mailAgency(tx, found.value, declinedMail({ ...aboutFor(found.value, act), asked, reason }));
  return done(undefined);
}

/** The partner ends an active partnership. One that is only proposed is declined instead. */
export async function endPartnershipByPartner(
  tx: Transaction,
  act: PartnerAct,
  id: string,
  given: ReasonGiven,
): Promise<Outcome<undefined, StaleAnswer>> {
  const found = await lockActive(tx, act, id, given.revision);
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
  const found = await lockActive(tx, act, id, given.revision);
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

function agreementOf({ agency, id }: Partnership) {
  return { agency: agency.id, partnership: id };
}

/** Only what came without a document gets one: a signed paper stays what was signed. */
async function keptRecord(
  tx: Transaction,
  act: PartnerAct,
  partnership: Partnership,
  record: AdmittedFile | undefined,
) {
  const waiting = waitingVersion(await listVersions(tx, agreementOf(partnership)));
  if (!record || waiting?.document) return undefined;
  return keepFile(tx, record, { agency: partnership.agency.id, purpose: 'agreement', by: act.person });
}

/** The partnership in which a version of the agency waits for the partner. */
async function lockAsked(
  tx: Transaction,
  act: PartnerAct,
  id: string,
  revision: number,
): Promise<Outcome<Partnership, AnswerRefusal>> {
  const found = await lockShown(tx, act, id, revision);
  if (!found.ok) return found;
  const { waitingFor, state } = found.value;
  if (waitingFor === 'partner') {
    const versions = await listVersions(tx, agreementOf(found.value));
    return isOwnProposal(versions, act.person) ? refused({ code: 'own-agency', hasProposed: true }) : found;
  }
  if (isLive(found.value)) return refused({ code: 'nothing-waits' });
  return refused({ code: 'partnership-elsewhere', state: state.is });
}

async function lockActive(
  tx: Transaction,
  act: PartnerAct,
  id: string,
  revision: number,
): Promise<Outcome<Partnership, StaleAnswer>> {
  const found = await lockShown(tx, act, id, revision);
  if (!found.ok || found.value.state.is === 'active') return found;
  return refused({ code: 'partnership-elsewhere', state: found.value.state.is });
}

async function lockShown(
  tx: Transaction,
  act: PartnerAct,
  id: string,
  revision: number,
): Promise<Outcome<Partnership, StaleAnswer>> {
  const partnership = await lockPartnership(tx, { partner: act.partner }, id);
  if (!partnership) return refused({ code: 'partnership-not-found' });
  if (!isLive(partnership)) return refused({ code: 'partnership-elsewhere', state: partnership.state.is });
  return partnership.revision === revision ? done(partnership) : refused({ code: 'partnership-changed' });
}
