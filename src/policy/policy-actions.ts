import { agencyById } from '../agency/agency-actions.ts';
import { recordAudit } from '../audit/audit.ts';
import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { campaignRules, currentRules } from '../campaign-rules/campaign-rules.ts';
import type { PolicyElement } from '../campaign-rules/policy-element.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { askForText } from '../document-text/document-text-actions.ts';
import { type AdmittedFile, keepFile, type StoredFileId } from '../files/file-actions.ts';
import { postMail } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { agencyLeaders } from '../pledge/agency-leader-actions.ts';
import { pledgeOf } from '../pledge/pledge-actions.ts';
import type { PolicyFacts } from '../requirement/requirement-facts.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import {
  type AgencyPolicy,
  adoptionObstacles,
  type ElementAnswer,
  type PolicyDetails,
  type PolicyId,
  unsettledElements,
} from './policy.ts';
import { insertAnswersToCheck, insertDraft, updateAnswers, updateReview } from './policy-change-store.ts';
import { adoptionAskedMail } from './policy-mail-content.ts';
import type { RefusedWith } from './policy-refusal.ts';
import { findPolicyFacts } from './policy-standing-store.ts';
import { listAnswers, listPolicies, lockAdopted, lockDraft } from './policy-store.ts';

export { type AdoptionAsked, findAdoptionAsked, listAnswers, listPolicies } from './policy-store.ts';

/** How the agency's policy stands, for the requirement rules. Acts for the agency or the campaign. */
export function policyStanding(tx: Transaction, agency: AgencyId): Promise<PolicyFacts | undefined> {
  return findPolicyFacts(tx, agency);
}

/** The checklist of the rules that the agency's pledge is bound to; of the current ones without a pledge. */
export async function checklistOf(tx: Transaction, agency: AgencyId): Promise<readonly PolicyElement[]> {
  const pledge = await pledgeOf(tx, agency);
  return (pledge ? campaignRules(pledge.rulesVersion) : currentRules).policyElements;
}

/** The version in force, and the one in the works. */
export interface PolicyDesk {
  readonly draft: AgencyPolicy | undefined;
  readonly adopted: AgencyPolicy | undefined;
  /** Every version, the newest first. */
  readonly versions: readonly AgencyPolicy[];
}

export async function policyDesk(tx: Transaction, agency: AgencyId): Promise<PolicyDesk> {
  const versions = await listPolicies(tx, agency);
  return {
    draft: versions.find(({ state }) => state.is === 'draft'),
    adopted: versions.find(({ state }) => state.is === 'adopted'),
    versions,
  };
}

/**
 * Begins a draft with its document, which is read by work posted here: the first policy, or the next version beside the
 * adopted one. That begins with the answers of the version in force, each of which is to be checked.
 */
export async function beginPolicy(
  tx: Transaction,
  act: AgencyAct,
  begun: { readonly details: PolicyDetails; readonly document: AdmittedFile },
): Promise<Outcome<PolicyId, RefusedWith<'draft-exists'>>> {
  if (await lockDraft(tx, act.agency)) return refused({ code: 'draft-exists' });
  const document = await keptDocument(tx, act, begun.document);
  const id = await insertDraft(tx, act.agency, { ...begun.details, document, by: act.person, at: act.now });
  if (!id) return refused({ code: 'draft-exists' });
  const { adopted } = await policyDesk(tx, act.agency);
  if (adopted) await insertAnswersToCheck(tx, act.agency, id, adopted.id);
  await recordPolicy(tx, act, id, 'policy-drafted', { sha256: begun.document.sha256 });
  return done(id);
}

/** Saves the draft's checklist as a whole. Answers how many elements are left to settle. */
export async function saveChecklist(
  tx: Transaction,
  act: AgencyAct,
  saved: { readonly revision: number; readonly answers: readonly ElementAnswer[] },
): Promise<Outcome<{ readonly unsettled: number }, RefusedWith<'draft-not-found' | 'draft-changed'>>> {
  const found = await lockShownDraft(tx, act.agency, saved.revision);
  if (!found.ok) return found;
  await updateAnswers(tx, found.value, saved.answers);
  const answers = await listAnswers(tx, act.agency, found.value.id);
  const elements = await checklistOf(tx, act.agency);
  const unsettled = unsettledElements(elements, answers).length;
  await recordPolicy(tx, act, found.value.id, 'policy-checklist-saved', { unsettled, of: elements.length });
  return done({ unsettled });
}

/** Mails the executive that a draft can be adopted. */
export async function askAdoption(
  tx: Transaction,
  act: AgencyAct,
): Promise<
  Outcome<undefined, RefusedWith<'draft-not-found' | 'policy-not-ready'> | { readonly code: 'no-executive' }>
> {
  const draft = await lockDraft(tx, act.agency);
  if (!draft) return refused({ code: 'draft-not-found' });
  const obstacles = adoptionObstacles(
    draft,
    await checklistOf(tx, act.agency),
    await listAnswers(tx, act.agency, draft.id),
  );
  if (obstacles) return refused({ code: 'policy-not-ready', obstacles });
  const { executive } = await agencyLeaders(tx, act.agency);
  if (!executive) return refused({ code: 'no-executive' });
  const agency = await agencyById(tx, act.agency);
  await postMail(
    tx,
    adoptionAskedMail({
      to: executive.email,
      agency: agency.name,
      title: draft.title,
      url: `${act.siteUrl}/workspace/${agency.slug}/policy/draft/adopt`,
      campaign: act.campaign,
      asker: act.personName,
    }),
  );
  await recordPolicy(tx, act, draft.id, 'policy-adoption-asked');
  return done(undefined);
}

/** The adopted policy was reviewed and stays as it is: only the day of the next review moves. */
export async function setNextReview(
  tx: Transaction,
  act: AgencyAct,
  reviewOn: CalendarDate,
): Promise<Outcome<undefined, RefusedWith<'adopted-not-found' | 'review-not-later'>>> {
  const policy = await lockAdopted(tx, act.agency);
  if (!policy) return refused({ code: 'adopted-not-found' });
  const { timeZone } = await agencyById(tx, act.agency);
  const isLater = reviewOn > dayIn(timeZone, act.now) && reviewOn > (policy.effectiveOn ?? '');
  if (!isLater) return refused({ code: 'review-not-later' });
  await updateReview(tx, policy, reviewOn);
  await recordPolicy(tx, act, policy.id, 'policy-review-set', { reviewOn });
  return done(undefined);
}

export async function lockShownDraft(
  tx: Transaction,
  agency: AgencyId,
  revision: number,
): Promise<Outcome<AgencyPolicy, RefusedWith<'draft-not-found' | 'draft-changed'>>> {
  const draft = await lockDraft(tx, agency);
  if (!draft) return refused({ code: 'draft-not-found' });
  return draft.revision === revision ? done(draft) : refused({ code: 'draft-changed' });
}

/** Writes one step of a policy's life into the agency's audit trail. */
export function recordPolicy(
  tx: Transaction,
  act: AgencyAct,
  id: PolicyId,
  action: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return recordAudit(tx, { agency: act.agency }, { action, subject: { kind: 'policy', id }, details });
}

/** Keeps the document and asks that it be read, so that passages can be proposed. */
export async function keptDocument(
  tx: Transaction,
  act: AgencyAct,
  file: AdmittedFile,
): Promise<StoredFileId> {
  const id = await keepFile(tx, file, { agency: act.agency, purpose: 'policy', by: act.person });
  await askForText(tx, act.agency, { ...file, id }, act.person);
  return id;
}
