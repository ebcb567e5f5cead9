import { randomUUID } from 'node:crypto';
import type { Agency } from '../agency/agency.ts';
import { type AgencyAlreadyKnown, registerAgency } from '../agency/agency-actions.ts';
import { currentRules } from '../campaign-rules/campaign-rules.ts';
import { type AgencyId, switchActing, type Transaction } from '../database/acting.ts';
import { grantAgencyRole } from '../identity/membership-actions.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { isStaffCategory, type StaffCategory } from '../roster/staff-category.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { offerHandOver } from '../team/hand-over-actions.ts';
import type { DraftId, PledgeApplication } from './draft.ts';
import type { DraftGone } from './draft-actions.ts';
import { type DraftIncomplete, readApplication } from './draft-journey-content.ts';
import { deleteDraft, lockDraft } from './draft-store.ts';
import type { Headcount, Pledge, PledgeTerms } from './pledge.ts';
import { recordPledge } from './pledge-step-actions.ts';
import { insertPledge } from './pledge-store.ts';
import { requestSignature } from './signature-request-actions.ts';

export interface TakePledge extends Omit<AgencyAct, 'agency'> {
  /** The address the person signed in with. */
  readonly email: string;
  readonly draft: DraftId;
}

export type TakeRefusal = DraftGone | DraftIncomplete | AgencyAlreadyKnown;

/**
 * Makes an agency and its pledge out of a draft: the person becomes the coordinator, the executive is asked to sign.
 * The transaction acts as the person. Of two equal pledges sent at once one is taken, the other refused.
 */
export async function takePledge(
  tx: Transaction,
  ask: TakePledge,
): Promise<Outcome<{ readonly agency: Agency; readonly signsHere: boolean }, TakeRefusal>> {
  const draft = await lockDraft(tx, ask.person, ask.draft);
  if (!draft) return refused({ code: 'draft-gone' });
  const read = readApplication(draft.answers);
  if (!read.ok) return read;
  const id = randomUUID() as AgencyId;
  const registered = await switchActing(tx, { as: 'agency', agency: id, person: ask.person }, (agencyTx) =>
    register(agencyTx, { ...ask, agency: id }, read.value),
  );
  if (!registered.ok) return registered;
  await deleteDraft(tx, ask.person, ask.draft);
  return done({ agency: registered.value, signsHere: isExecutive(ask, read.value) });
}

async function register(
  tx: Transaction,
  act: AgencyAct & { readonly email: string },
  application: PledgeApplication,
): Promise<Outcome<Agency, AgencyAlreadyKnown>> {
  const { facts, terms } = application;
  const registered = await registerAgency(tx, act.agency, facts, categoriesInScope(terms.headcount));
  if (!registered.ok) return registered;
  await grantAgencyRole(tx, { agency: act.agency, person: act.person, role: 'coordinator' });
  if (isExecutive(act, application)) {
    await grantAgencyRole(tx, { agency: act.agency, person: act.person, role: 'executive' });
  }
  await beginPledge(tx, act, terms);
  const colleague = application.otherCoordinator;
  if (colleague && colleague !== act.email) {
    await offerHandOver(tx, act, {
      role: 'coordinator',
      email: colleague,
      reason: 'You were named as the coordinator when the pledge was taken.',
      offeredAs: 'agency',
    });
  }
  return registered;
}

/** In a small agency the person who fills in the form may be its executive: they then sign on the next page. */
function isExecutive(ask: { readonly email: string }, application: PledgeApplication): boolean {
  return application.terms.executive.email === ask.email;
}

export type PledgeTaken = { readonly code: 'pledge-already-taken' };

/** Writes a new pledge under the current rules and asks for its signature. The agency must have no other that lives. */
export async function beginPledge(
  tx: Transaction,
  act: AgencyAct,
  terms: PledgeTerms,
): Promise<Outcome<Pick<Pledge, 'agency' | 'id'>, PledgeTaken>> {
  const { version } = currentRules;
  const id = await insertPledge(tx, {
    ...terms,
    agency: act.agency,
    rulesVersion: version,
    createdAt: act.now,
  });
  if (!id) return refused({ code: 'pledge-already-taken' });
  const pledge = { agency: act.agency, id };
  await recordPledge(tx, pledge, 'pledge-taken', {
    rules: version,
    targetMonths: terms.targetMonths,
    sworn: terms.headcount.sworn,
    nonSworn: terms.headcount.nonSworn,
  });
  await requestSignature(tx, act, terms.executive);
  return done(pledge);
}

/** The categories of non-sworn staff that a headcount puts in scope. */
export function categoriesInScope(headcount: Headcount): readonly StaffCategory[] {
  return Object.keys(headcount.nonSworn).filter(isStaffCategory);
}
