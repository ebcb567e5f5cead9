import { agencyById } from '../agency/agency-actions.ts';
import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import type { Transaction } from '../database/acting.ts';
import { postMail } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { mailRepresentatives } from '../partnership/partnership-step-actions.ts';
import { agencyLeaders } from '../pledge/agency-leader-actions.ts';
import { signatureFits } from '../pledge/signature.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { activePartnerships, partnerPolicyUrl } from './partner-review-actions.ts';
import { type AgencyPolicy, adoptionObstacles } from './policy.ts';
import { checklistOf, lockShownDraft, recordPolicy } from './policy-actions.ts';
import { updateAdopted } from './policy-change-store.ts';
import { commentsAtAdoption, isWaiting, type PolicyComment } from './policy-comment.ts';
import { listComments, updateAdoptedOver } from './policy-comment-store.ts';
import { inEffectFrom, mayBeFromToday } from './policy-life.ts';
import { policyAdoptedMail, policyAdoptedToPartnerMail } from './policy-mail-content.ts';
import type { RefusedWith } from './policy-refusal.ts';
import { listAnswers, lockAdopted } from './policy-store.ts';

export interface AdoptionGiven {
  /** The revision that was shown: what was read is adopted, and nothing newer. */
  readonly revision: number;
  /** As typed by the executive. */
  readonly name: string;
  readonly on: CalendarDate;
  /** That it shall be in effect from today on, in place of a day gone by that the draft states. */
  readonly isFromToday?: boolean;
  /** Why it is adopted while partners wait for an answer; they are told. Empty or left out where none waits. */
  readonly overComments?: string;
}

export type AdoptionRefusal = RefusedWith<
  | 'draft-not-found'
  | 'draft-changed'
  | 'policy-not-ready'
  | 'signature-unlike'
  | 'adopted-in-future'
  | 'comments-waiting'
>;

/**
 * The executive's own act: the draft becomes the policy, in place of the version adopted before. Comments that are
 * neither answered nor settled need a reason, which stays with them. Partners who commented are told what became of it.
 */
export async function adoptPolicy(
  tx: Transaction,
  act: AgencyAct,
  given: AdoptionGiven,
): Promise<Outcome<undefined, AdoptionRefusal>> {
  const found = await lockShownDraft(tx, act.agency, given.revision);
  if (!found.ok) return found;
  const draft = found.value;
  const answers = await listAnswers(tx, act.agency, draft.id);
  const obstacles = adoptionObstacles(draft, await checklistOf(tx, act.agency), answers);
  if (obstacles) return refused({ code: 'policy-not-ready', obstacles });
  if (!signatureFits(given.name, act.personName)) {
    return refused({ code: 'signature-unlike', expected: act.personName });
  }
  const agency = await agencyById(tx, act.agency);
  const today = dayIn(agency.timeZone, act.now);
  if (given.on > today) return refused({ code: 'adopted-in-future' });
  const comments = await listComments(tx, act.agency, draft.id);
  const waiting = comments.filter(isWaiting).length;
  const reason = given.overComments?.trim() ?? '';
  if (waiting > 0 && reason === '') return refused({ code: 'comments-waiting' });
  const before = await lockAdopted(tx, act.agency);
  const stated = given.isFromToday && mayBeFromToday(draft, today) ? today : draft.effectiveOn;
  const adoption = { on: given.on, at: act.now, name: given.name, by: act.person, effectiveOn: stated };
  const effectiveOn = inEffectFrom(stated, given.on);
  await updateAdopted(tx, draft, adoption, before);
  if (waiting > 0) await updateAdoptedOver(tx, act.agency, draft.id, { reason, at: act.now });
  await recordPolicy(tx, act, draft.id, 'policy-adopted', {
    on: given.on,
    effectiveOn,
    sha256: draft.document.sha256,
    ...(before ? { supersedes: before.id } : {}),
    ...(waiting > 0 ? { commentsOver: waiting } : {}),
  });
  await mailCoordinator(tx, act, { ...draft, effectiveOn }, given, agency);
  await mailCommenters(tx, act, { ...draft, effectiveOn }, { ...given, overComments: reason }, comments);
  return done(undefined);
}

/** A coordinator who is the executive too knows already. */
async function mailCoordinator(
  tx: Transaction,
  act: AgencyAct,
  { title, effectiveOn }: AgencyPolicy,
  { name, on }: AdoptionGiven,
  agency: { readonly name: string; readonly slug: string },
): Promise<void> {
  const { coordinator } = await agencyLeaders(tx, act.agency);
  if (!coordinator || coordinator.person === act.person || !effectiveOn) return;
  const url = `${act.siteUrl}/workspace/${agency.slug}/policy`;
  const about = { agency: agency.name, title, url, campaign: act.campaign };
  await postMail(tx, policyAdoptedMail({ ...about, to: coordinator.email, name, on, effectiveOn }));
}

/** Who commented learns that the policy is adopted, and what became of what they said. */
async function mailCommenters(
  tx: Transaction,
  act: AgencyAct,
  { title, effectiveOn, sharedAt }: AgencyPolicy,
  { name, on, overComments = '' }: AdoptionGiven,
  comments: readonly PolicyComment[],
): Promise<void> {
  if (comments.length === 0 || !effectiveOn) return;
  for (const partnership of await activePartnerships(tx, act.agency)) {
    const theirs = comments.filter(({ partner }) => partner.id === partnership.partner.id);
    if (theirs.length === 0) continue;
    const url = partnerPolicyUrl(act.siteUrl, partnership);
    const about = {
      agency: partnership.agency.name,
      title,
      url,
      campaign: act.campaign,
      name,
      on,
      effectiveOn,
    };
    const said = { ...commentsAtAdoption(theirs), reason: overComments, isOpen: sharedAt !== undefined };
    await mailRepresentatives(tx, partnership, policyAdoptedToPartnerMail({ ...about, ...said }));
  }
}
