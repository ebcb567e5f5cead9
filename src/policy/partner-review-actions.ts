import type { PolicyElement } from '../campaign-rules/policy-element.ts';
import { type AgencyId, switchActing, type Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { listPartnerships } from '../partnership/partnership-actions.ts';
import { mailRepresentatives } from '../partnership/partnership-step-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { checklistOf, recordPolicy } from './policy-actions.ts';
import { updateShared } from './policy-change-store.ts';
import { policySharedMail } from './policy-mail-content.ts';
import type { RefusedWith } from './policy-refusal.ts';
import { lockDraft } from './policy-store.ts';

/** Nobody has more partnerships than a person can talk with. */
const everyPartnership = {
  search: '',
  sort: 'name',
  direction: 'ascending',
  limit: 1_000,
  offset: 0,
} as const;

/** Lets the agency's partners read the draft and comment on it, and tells them. Whether to ask them is the agency's choice. */
export async function shareDraft(
  tx: Transaction,
  act: AgencyAct,
): Promise<Outcome<undefined, RefusedWith<'draft-not-found' | 'no-active-partner'>>> {
  const draft = await lockDraft(tx, act.agency);
  if (!draft) return refused({ code: 'draft-not-found' });
  if (draft.sharedAt) return done(undefined);
  const partnerships = await activePartnerships(tx, act.agency);
  if (partnerships.length === 0) return refused({ code: 'no-active-partner' });
  await updateShared(tx, draft, act.now);
  await recordPolicy(tx, act, draft.id, 'policy-shared', { partners: partnerships.length });
  for (const partnership of partnerships) {
    const url = partnerPolicyUrl(act.siteUrl, partnership);
    const about = { agency: partnership.agency.name, title: draft.title, url, campaign: act.campaign };
    await mailRepresentatives(tx, partnership, policySharedMail({ ...about, asker: act.personName }));
  }
  return done(undefined);
}

/** Ends partner review: partners no longer see the draft. What they said stays with it. */
export async function endPartnerReview(
  tx: Transaction,
  act: AgencyAct,
): Promise<Outcome<undefined, RefusedWith<'draft-not-found'>>> {
  const draft = await lockDraft(tx, act.agency);
  if (!draft) return refused({ code: 'draft-not-found' });
  if (!draft.sharedAt) return done(undefined);
  await updateShared(tx, draft, null);
  await recordPolicy(tx, act, draft.id, 'policy-review-ended');
  return done(undefined);
}

/** Where a partner's representatives read what was opened to them. */
export function partnerPolicyUrl(siteUrl: string, { id, partner }: Partnership): string {
  return `${siteUrl}/partner/${partner.id}/partnerships/${id}/policy`;
}

export async function activePartnerships(tx: Transaction, agency: AgencyId): Promise<readonly Partnership[]> {
  const { partnerships } = await listPartnerships(tx, { agency }, everyPartnership);
  return partnerships.filter(({ state }) => state.is === 'active');
}

/** The agency's checklist as its partner reads it. The pledge that names its rules is hidden from partners. */
export function checklistForPartner(tx: Transaction, agency: AgencyId): Promise<readonly PolicyElement[]> {
  return switchActing(tx, { as: 'system' }, (system) => checklistOf(system, agency));
}
