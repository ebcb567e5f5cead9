import { chooseScope } from '../agency/agency-actions.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { correctExecutive, type ExecutiveSettled } from './executive-actions.ts';
import type { Pledge, PledgeStateName, PledgeTerms } from './pledge.ts';
import { pledgeSignedMail, pledgeWaitingMail, sentBackByExecutiveMail } from './pledge-mail-content.ts';
import {
  mailAbout,
  mailDeciders,
  mailLeaders,
  pledgeDesk,
  pledgePage,
  recordPledge,
} from './pledge-step-actions.ts';
import { findPledge, lockPledge, updateReturned, updateSigned, updateTerms } from './pledge-store.ts';
import { signatureFits } from './signature.ts';
import { requestSignature } from './signature-request-actions.ts';
import { beginPledge, categoriesInScope, type PledgeTaken } from './take-pledge-actions.ts';

/** The agency's newest pledge: the one it lives by, or the last that was withdrawn. */
export function pledgeOf(tx: Transaction, agency: AgencyId): Promise<Pledge | undefined> {
  return findPledge(tx, agency);
}

/** Somebody else was faster, or the page was old: the pledge is not in a state in which this can be done. */
export interface PledgeElsewhere {
  readonly code: 'pledge-elsewhere';
  readonly state: PledgeStateName | 'none';
}

/** The newest pledge, kept for this transaction, when it stands in one of these states. */
export async function lockPledgeIn<Name extends PledgeStateName>(
  tx: Transaction,
  agency: AgencyId,
  ...states: readonly Name[]
): Promise<Outcome<Pledge & { readonly state: { readonly is: Name } }, PledgeElsewhere>> {
  const pledge = await lockPledge(tx, agency);
  const isIn = (
    found: Pledge,
  ): found is Pledge & { readonly state: Extract<Pledge['state'], { is: Name }> } =>
    states.some((state) => state === found.state.is);
  if (pledge && isIn(pledge)) return done(pledge);
  return refused({ code: 'pledge-elsewhere', state: pledge?.state.is ?? 'none' });
}

/** The executive's own act: the typed name is the signature. */
export async function signPledge(
  tx: Transaction,
  act: AgencyAct,
  typedName: string,
): Promise<
  Outcome<Pledge, PledgeElsewhere | { readonly code: 'signature-unlike'; readonly expected: string }>
> {
  const found = await lockPledgeIn(tx, act.agency, 'awaiting-signature');
  if (!found.ok) return found;
  const pledge = found.value;
  const name = typedName.trim().replace(/\s+/g, ' ');
  if (!signatureFits(name, pledge.executive.name)) {
    return refused({ code: 'signature-unlike', expected: pledge.executive.name });
  }
  await updateSigned(tx, pledge, { name, at: act.now, by: act.person });
  await recordPledge(tx, pledge, 'pledge-signed', {
    rules: pledge.rulesVersion,
    targetMonths: pledge.targetMonths,
    sworn: pledge.headcount.sworn,
    nonSworn: pledge.headcount.nonSworn,
  });
  await mailLeaders(
    tx,
    act,
    pledgeSignedMail({ ...(await mailAbout(tx, act, pledgePage)), signedName: name }),
  );
  await mailDeciders(tx, pledgeWaitingMail(await mailAbout(tx, act, pledgeDesk)));
  return found;
}

/** The executive does not sign and says why: the coordinator changes it. */
export async function sendBackPledge(
  tx: Transaction,
  act: AgencyAct,
  reason: string,
): Promise<Outcome<Pledge, PledgeElsewhere>> {
  const found = await lockPledgeIn(tx, act.agency, 'awaiting-signature');
  if (!found.ok) return found;
  await updateReturned(tx, found.value, { by: 'executive', reason, at: act.now });
  await recordPledge(tx, found.value, 'pledge-sent-back');
  await mailLeaders(tx, act, sentBackByExecutiveMail({ ...(await mailAbout(tx, act, pledgePage)), reason }));
  return found;
}

/** The coordinator changes a pledge that isn't signed or was returned, and sends it to be signed, always anew. */
export async function amendPledge(
  tx: Transaction,
  act: AgencyAct,
  terms: PledgeTerms,
): Promise<Outcome<Pledge, PledgeElsewhere | ExecutiveSettled>> {
  const found = await lockPledgeIn(tx, act.agency, 'awaiting-signature', 'returned');
  if (!found.ok) return found;
  const corrected = await correctExecutive(tx, act, terms.executive.email);
  if (!corrected.ok) return corrected;
  await updateTerms(tx, found.value, terms);
  await followScope(tx, act.agency, found.value, terms);
  await recordPledge(tx, found.value, 'pledge-amended', {
    targetMonths: terms.targetMonths,
    sworn: terms.headcount.sworn,
    nonSworn: terms.headcount.nonSworn,
  });
  await requestSignature(tx, act, terms.executive);
  return done({ ...found.value, ...terms });
}

/** An agency whose pledge was withdrawn takes it again: a new pledge, under the rules of today. */
export async function pledgeAgain(
  tx: Transaction,
  act: AgencyAct,
  terms: PledgeTerms,
): Promise<Outcome<Pick<Pledge, 'agency' | 'id'>, PledgeElsewhere | ExecutiveSettled | PledgeTaken>> {
  const found = await lockPledgeIn(tx, act.agency, 'withdrawn');
  if (!found.ok) return found;
  const corrected = await correctExecutive(tx, act, terms.executive.email);
  if (!corrected.ok) return corrected;
  await followScope(tx, act.agency, found.value, terms);
  return beginPledge(tx, act, terms);
}

/** Sends the executive another link; earlier ones stop working. */
export async function resendSignatureRequest(
  tx: Transaction,
  act: AgencyAct,
): Promise<Outcome<Pledge, PledgeElsewhere>> {
  const found = await lockPledgeIn(tx, act.agency, 'awaiting-signature');
  if (!found.ok) return found;
  await requestSignature(tx, act, found.value.executive);
  return found;
}

/** The scope follows the headcount only when the headcount's categories changed: it may have been set elsewhere since. */
async function followScope(
  tx: Transaction,
  agency: AgencyId,
  before: Pledge,
  terms: PledgeTerms,
): Promise<void> {
  const [old, chosen] = [before, terms].map(({ headcount }) => [...categoriesInScope(headcount)].sort());
  if (chosen && old?.join() !== chosen.join()) await chooseScope(tx, agency, chosen);
}
