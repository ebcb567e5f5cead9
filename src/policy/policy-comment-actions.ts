import { recordAudit } from '../audit/audit.ts';
import type { PolicyElementCode } from '../campaign-rules/policy-element.ts';
import type { Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { PartnerAct } from '../partnership/partner-act.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { mailAgency, mailRepresentatives } from '../partnership/partnership-step-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { activePartnerships, checklistForPartner, partnerPolicyUrl } from './partner-review-actions.ts';
import type { PolicyId } from './policy.ts';
import { recordPolicy } from './policy-actions.ts';
import { isToldToday, type PolicyComment } from './policy-comment.ts';
import {
  insertComment,
  listComments,
  lockComment,
  updateAnswer,
  updateSettled,
} from './policy-comment-store.ts';
import { commentAnsweredMail, commentWrittenMail } from './policy-mail-content.ts';
import type { RefusedWith } from './policy-refusal.ts';
import { listPolicies } from './policy-store.ts';

export { findCommented, listComments } from './policy-comment-store.ts';

/** A partner's representative says something about one element of a draft that is in partner review. */
export async function writeComment(
  tx: Transaction,
  act: PartnerAct & { readonly personName: string },
  partnership: Partnership,
  written: { readonly policy: string; readonly code: PolicyElementCode; readonly text: string },
): Promise<Outcome<undefined, RefusedWith<'not-in-partner-review'>>> {
  const agency = partnership.agency.id;
  const policy = (await listPolicies(tx, agency)).find(({ id }) => id === written.policy);
  const isOpen = partnership.state.is === 'active' && policy?.state.is === 'draft' && policy.sharedAt;
  const elements = await checklistForPartner(tx, agency);
  if (!policy || !isOpen || !elements.some(({ code }) => code === written.code))
    return refused({ code: 'not-in-partner-review' });
  const before = await listComments(tx, agency, policy.id);
  const said = { text: written.text, name: act.personName, at: act.now };
  const { code } = written;
  const partner = act.partner;
  const id = await insertComment(tx, { agency, policy: policy.id, code, partner, said, by: act.person });
  await recordAudit(
    tx,
    { agency, partner },
    {
      action: 'policy-commented',
      subject: { kind: 'policy', id: policy.id },
      details: { comment: id, element: code },
    },
  );
  if (!before.some((comment) => isToldToday(comment.said.at, act.now))) {
    const url = versionUrl(act.siteUrl, partnership, policy.id);
    const about = { agency: partnership.agency.name, title: policy.title, url, campaign: act.campaign };
    await mailAgency(tx, partnership, commentWrittenMail({ ...about, partner: partnership.partner.name }));
  }
  return done(undefined);
}

export interface AnswerGiven {
  readonly text: string;
  /** When the answer that was shown had been given, as milliseconds; 0 when there was none. */
  readonly shownAt: number;
}

/** The agency answers a comment, or changes its answer. Whoever wrote it is told. */
export async function answerComment(
  tx: Transaction,
  act: AgencyAct,
  id: string,
  given: AnswerGiven,
): Promise<
  Outcome<
    PolicyComment,
    RefusedWith<'comment-not-found'> | { readonly code: 'comment-changed'; readonly now: PolicyComment }
  >
> {
  const comment = await lockComment(tx, act.agency, id);
  if (!comment) return refused({ code: 'comment-not-found' });
  if (comment.answer?.text === given.text) return done(comment);
  if ((comment.answer?.at.getTime() ?? 0) !== given.shownAt)
    return refused({ code: 'comment-changed', now: comment });
  const others = await listComments(tx, act.agency, comment.policy);
  await updateAnswer(tx, comment, { text: given.text, name: act.personName, at: act.now, by: act.person });
  await recordPolicy(tx, act, comment.policy, 'policy-comment-answered', { comment: comment.id });
  const isTold = others.some(
    ({ partner, answer }) => partner.id === comment.partner.id && isToldToday(answer?.at, act.now),
  );
  if (!isTold) await tellPartner(tx, act, comment);
  return done(comment);
}

async function tellPartner(tx: Transaction, act: AgencyAct, comment: PolicyComment): Promise<void> {
  const partnerships = await activePartnerships(tx, act.agency);
  const partnership = partnerships.find(({ partner }) => partner.id === comment.partner.id);
  if (!partnership) return;
  const url = partnerPolicyUrl(act.siteUrl, partnership);
  const title = (await listPolicies(tx, act.agency)).find(({ id }) => id === comment.policy)?.title ?? '';
  const about = { agency: partnership.agency.name, title, url, campaign: act.campaign };
  await mailRepresentatives(tx, partnership, commentAnsweredMail(about));
}

/** The agency marks a comment as settled, or opens it again. */
export async function settleComment(
  tx: Transaction,
  act: AgencyAct,
  id: string,
  isSettled: boolean,
): Promise<Outcome<PolicyComment, RefusedWith<'comment-not-found'>>> {
  const comment = await lockComment(tx, act.agency, id);
  if (!comment) return refused({ code: 'comment-not-found' });
  if ((comment.settledAt !== undefined) === isSettled) return done(comment);
  await updateSettled(tx, comment, isSettled ? act.now : null);
  const action = isSettled ? 'policy-comment-settled' : 'policy-comment-reopened';
  await recordPolicy(tx, act, comment.policy, action, { comment: comment.id });
  return done(comment);
}

function versionUrl(siteUrl: string, { agency }: Partnership, policy: PolicyId): string {
  return `${siteUrl}/workspace/${agency.slug}/policy/versions/${policy}#comments`;
}
