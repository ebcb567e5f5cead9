import { agencyById } from '../agency/agency-actions.ts';
import { certifyAgency } from '../certification/certification-actions.ts';
import type { Transaction } from '../database/acting.ts';
import { done, refused } from '../outcome.ts';
import { lockPledgeIn } from '../pledge/pledge-actions.ts';
import { type Snapshot, thaw } from '../snapshot/snapshot.ts';
import { listBarsFromApproving } from './appeal-store.ts';
import { certifiedMail } from './review-mail-content.ts';
import { lockIn, type ReviewAct, type Reviewed } from './review-step-actions.ts';
import { mailAgency, recordReview } from './review-trace-actions.ts';
import { partsOf } from './round-part.ts';
import { setDecisionsAside } from './set-aside-actions.ts';
import { reviewSeen, type Submission } from './submission.ts';
import { updateSubmission } from './submission-step-store.ts';
import { findFrozenSubmission } from './submission-store.ts';

/**
 * The second reviewer approves: the agency is certified, listed and told, all at once. Answers the number. `seen`: what
 * `reviewSeen` told the page that was approved from.
 */
export async function approveSubmission(
  tx: Transaction,
  act: ReviewAct,
  id: string,
  seen?: string,
): Reviewed<string> {
  const known = await findFrozenSubmission(tx, id);
  if (!known) return refused({ code: 'submission-not-found' });
  // The pledge is locked before the submission, as a withdrawal does: of the two only one happens.
  const pledge = await lockPledgeIn(tx, known.agency, 'active');
  const found = await lockForApproval(tx, act, id);
  if (!found.ok) return found;
  if (!pledge.ok) return refused({ code: 'submission-moved-on' });
  const submission = found.value;
  if (seen !== undefined && seen !== reviewSeen(submission)) return refused({ code: 'reviewed-anew' });
  await updateSubmission(tx, submission.id, {
    state: 'approved',
    approver: act.person,
    approvedAt: act.now,
  });
  await recordReview(tx, submission.agency, 'submission-approved', submission.id, {
    sha256: submission.snapshotSha256,
  });
  const agency = await agencyById(tx, submission.agency);
  const number = await certifyAgency(tx, {
    agency,
    submission: submission.id,
    snapshotSha256: submission.snapshotSha256,
    ...approvedFacts(thaw(known.snapshotText)),
    campaign: act.campaign,
    years: act.certificateYears ?? 0,
    now: act.now,
  });
  await mailAgency(
    tx,
    submission.agency,
    certifiedMail({
      agency: agency.name,
      campaign: act.campaign.name,
      number,
      verifyUrl: `${act.siteUrl}/verify/${number}`,
      url: `${act.siteUrl}/workspace/${agency.slug}/review`,
    }),
  );
  return done(number);
}

/** What certificate and letter say, as the snapshot has it. */
function approvedFacts({ rules, agency, pledge, facts }: Snapshot) {
  const { sworn, advanced, base } = facts.coverage ?? { sworn: 0, advanced: 0, base: 0 };
  return {
    rules,
    agencyName: agency.name,
    city: agency.city,
    region: agency.region,
    pledgedOn: pledge.takenOn,
    letter: {
      executive: { name: pledge.executiveName, rank: pledge.executiveRank },
      addressLines: agency.addressLines,
      figures: { sworn, advanced, trained: advanced + base },
    },
  };
}

/** The second reviewer doesn't agree: back to the first, with a word on why. */
export async function sendBackToReviewer(
  tx: Transaction,
  act: ReviewAct,
  id: string,
  note: string,
): Reviewed<Submission> {
  if (note === '') return refused({ code: 'comment-missing' });
  const found = await lockForApproval(tx, act, id);
  if (!found.ok) return found;
  await updateSubmission(tx, found.value.id, { state: 'in-review', approverNote: note });
  await recordReview(tx, found.value.agency, 'approval-declined', found.value.id);
  return found;
}

/**
 * Who decided any part of it, or an appeal in its case, does not approve it. Nobody approves what somebody with ties decided:
 * that is set aside now, also when this is refused for it.
 */
async function lockForApproval(tx: Transaction, act: ReviewAct, id: string): Reviewed<Submission> {
  const found = await lockIn(tx, act, id, 'awaiting-approval');
  if (!found.ok) return found;
  const parts = partsOf(act.person, await listBarsFromApproving(tx, found.value));
  if (parts.length > 0) return refused({ code: 'reviewer-approves-own', parts });
  const aside = await setDecisionsAside(tx, act, found.value);
  return aside ? refused({ code: 'decisions-set-aside' }) : found;
}
