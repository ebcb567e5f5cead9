import { recordAudit } from '../audit/audit.ts';
import type { Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReviewAct } from './review-step-actions.ts';
import type { ReviewTieId, TieRefusal } from './review-tie.ts';
import { findAgencyNamed, insertTie, updateTieEnded } from './review-tie-store.ts';
import { setDecisionsAside } from './set-aside-actions.ts';
import { lockOpenRound } from './submission-store.ts';

export { findTies, listColleagues, listTies } from './review-tie-store.ts';

/**
 * Somebody of the campaign says that they have a tie to an agency, named by its name or the last part of its address. What
 * they review of it goes back to the queue at once, and what they decided in an open round counts no more.
 */
export async function declareTie(
  tx: Transaction,
  act: ReviewAct,
  tie: { readonly agency: string; readonly about: string },
): Promise<Outcome<ReviewTieId, TieRefusal>> {
  const agency = await findAgencyNamed(tx, tie.agency);
  if (!agency) return refused({ code: 'tie-agency-unknown' });
  const open = await lockOpenRound(tx, agency);
  const id = await insertTie(tx, { person: act.person, agency, about: tie.about, at: act.now });
  if (!id) return refused({ code: 'tie-declared-already' });
  if (open) await setDecisionsAside(tx, act, open);
  // In the campaign's own chain: an agency doesn't learn who has friends there.
  await recordAudit(tx, 'campaign', {
    action: 'review-tie-declared',
    subject: { kind: 'review-tie', id },
    details: { agency },
  });
  return done(id);
}

/** The tie ended; the person may review the agency from here on, as far as nothing else stands against it. */
export async function endTie(
  tx: Transaction,
  act: ReviewAct,
  id: string,
): Promise<Outcome<undefined, TieRefusal>> {
  const agency = await updateTieEnded(tx, act.person, id, act.now);
  if (!agency) return refused({ code: 'tie-not-found' });
  await recordAudit(tx, 'campaign', {
    action: 'review-tie-ended',
    subject: { kind: 'review-tie', id },
    details: { agency },
  });
  return done(undefined);
}
