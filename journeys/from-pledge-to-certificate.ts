import { type Browser, test } from '@playwright/test';
import type { JourneyAgency } from './agency.ts';
import { type Named, sitDown, type Ways } from './people/person.ts';
import { addToCampaign } from './site/journey-site.ts';
import { adoptPolicy, preparePolicy } from './steps/adopt-policy.ts';
import { confirmPartnership, proposePartnership } from './steps/agree-partnership.ts';
import { inviteReviewers, joinCampaign } from './steps/campaign-people.ts';
import { downloadCertificate, findInPublic } from './steps/certificate.ts';
import { importRoster } from './steps/import-roster.ts';
import { importTraining, settleQueue } from './steps/import-training.ts';
import { addEvidence, answerAndResubmit, approve, findAllMet, returnOnce, submit } from './steps/review.ts';
import { showProofs } from './steps/show-proofs.ts';
import { acceptPledge, becomeCoordinator, signPledge, takePledge } from './steps/take-the-pledge.ts';

/** The whole way, each step by the person whose it is, each person at a browser of their own. */
export async function fromPledgeToCertificate(
  browser: Browser,
  agency: JourneyAgency,
  ways: Ways,
): Promise<void> {
  const seat = (named: Named) => sitDown(browser, named, ways);
  const step = test.step;

  await step('the first account of the campaign is made', () =>
    addToCampaign({ ...agency.administrator, role: 'administrator' }),
  );
  await step('a sergeant takes the pledge', async () => takePledge(await seat(agency.sergeant), agency));
  const executive = await seat(agency.executive);
  await step('the executive signs it', () => signPledge(executive));
  const administrator = await seat(agency.administrator);
  await step('the campaign accepts it', () => acceptPledge(administrator, agency));

  const coordinator = await seat(agency.coordinator);
  const workspace = await step('the coordinator comes in', () => becomeCoordinator(coordinator));
  await step('the roster is imported', () => importRoster(coordinator, workspace));
  await step('training records are imported', () => importTraining(coordinator, workspace));
  await step('the queue is settled', () => settleQueue(coordinator, workspace));
  await step('a partnership is proposed', () => proposePartnership(coordinator, workspace, agency));
  const representative = await seat(agency.representative);
  await step('the partner confirms it', () => confirmPartnership(representative, agency));
  await step('the policy is prepared', () => preparePolicy(coordinator, workspace));
  await step('the executive adopts it', () => adoptPolicy(executive));
  await step('a file is added as evidence', () => addEvidence(coordinator, workspace));

  await step('the work is sent in', () => submit(coordinator, workspace));
  await step('the administrator invites two reviewers', () =>
    inviteReviewers(administrator, [agency.reviewer, agency.secondReviewer]),
  );
  const reviewer = await seat(agency.reviewer);
  await step('the first reviewer joins', () => joinCampaign(reviewer));
  await step('a reviewer returns one requirement', () => returnOnce(reviewer, agency));
  await step('the agency answers', () => answerAndResubmit(coordinator));
  await step('the agency shows proof of training', () => showProofs(coordinator, workspace));
  await step('the reviewer finds all met', () => findAllMet(reviewer, agency));
  const secondReviewer = await seat(agency.secondReviewer);
  await step('the second reviewer joins', () => joinCampaign(secondReviewer));
  await step('a second reviewer approves', () => approve(secondReviewer, agency));
  const number = await step('the certificate is downloaded', () =>
    downloadCertificate(coordinator, workspace, agency),
  );
  const visitor = await seat({ name: 'Anybody', email: 'anybody@example.com' });
  await step('the public finds it', () => findInPublic(visitor, agency, number));
}
