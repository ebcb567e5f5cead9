import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { PartnershipFacts } from '../requirement/requirement-facts.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { lockLive } from './agency-step-actions.ts';
import { isLive } from './partnership.ts';
import { updateAsked, updateEnded } from './partnership-change-store.ts';
import { endedMail } from './partnership-mail-content.ts';
import type { RevisionRefusal, StaleAnswer } from './partnership-refusal.ts';
import { listStandings, type NamedPartner, selectNamedPartners } from './partnership-standing-store.ts';
import {
  askPartner,
  canBeAsked,
  mailAbout,
  mailRepresentatives,
  partnerPath,
  recordStep,
  revokeRepresentativeInvitations,
} from './partnership-step-actions.ts';
import { lockPartnership } from './partnership-store.ts';

export type { NamedPartner } from './partnership-standing-store.ts';
export {
  findLatestWith,
  findLiveBetween,
  findPartnership,
  listPartnerships,
  listWaiting,
  lockPartnership,
  type PartnershipsAsked,
} from './partnership-store.ts';

/** How each of an agency's partnerships stands on `today`, for the requirement rules. Acts for the agency or the campaign. */
export function partnershipStandings(
  tx: Transaction,
  agency: AgencyId,
  today: CalendarDate,
): Promise<readonly PartnershipFacts[]> {
  return listStandings(tx, agency, today);
}

/** The partners of an agency that are active today and agreed to be named in public; anybody may read them. */
export function listNamedPartners(
  tx: Transaction,
  agency: AgencyId,
  today: CalendarDate,
): Promise<readonly NamedPartner[]> {
  return selectNamedPartners(tx, agency, today);
}

/** Mails the partner another link; an earlier invitation stops working. */
export async function askAgain(
  tx: Transaction,
  act: AgencyAct,
  id: string,
): Promise<Outcome<undefined, RevisionRefusal>> {
  const partnership = await lockPartnership(tx, { agency: act.agency }, id);
  if (!partnership) return refused({ code: 'partnership-not-found' });
  const state = partnership.state.is;
  if (!isLive(partnership)) return refused({ code: 'partnership-elsewhere', state });
  if (partnership.waitingFor !== 'partner') return refused({ code: 'nothing-waits' });
  const askable = await canBeAsked(tx, act, partnership.partner, partnership.representativeEmail);
  if (!askable.ok) return askable;
  await askPartner(tx, act, partnership, { why: 'reminded' });
  await updateAsked(tx, partnership, { by: act.person, at: act.now });
  await recordStep(tx, partnership, 'partnership-asked-again');
  return done(undefined);
}

/** The agency ends an active partnership, or takes a proposal back. */
export async function endPartnership(
  tx: Transaction,
  act: AgencyAct,
  id: string,
  ending: { readonly revision: number; readonly reason: string },
): Promise<Outcome<undefined, StaleAnswer>> {
  const found = await lockLive(tx, act, id, ending.revision);
  if (!found.ok) return found;
  const partnership = found.value;
  const { reason } = ending;
  await updateEnded(tx, partnership, { side: 'agency', reason, by: act.person, at: act.now });
  await revokeRepresentativeInvitations(tx, partnership.partner.id);
  const wasActive = partnership.state.is === 'active';
  await recordStep(tx, partnership, 'partnership-ended', { by: 'agency', wasActive });
  const path = partnership.partner.isClaimed ? partnerPath(partnership) : '';
  const about = mailAbout(partnership, act, path);
  await mailRepresentatives(tx, partnership, endedMail({ ...about, by: 'agency', reason, wasActive }));
  return done(undefined);
}
