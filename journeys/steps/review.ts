import { expect } from '@playwright/test';
import { requirements } from '../../src/campaign-rules/campaign-requirement.ts';
import type { JourneyAgency } from '../agency.ts';
import { pdfFile } from '../files/tiny-pdf.ts';
import { arrive, fill, follow, followMail, open, type Person, press } from '../people/person.ts';
import { acceptProofs } from './show-proofs.ts';

export async function addEvidence(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/evidence`, 'Evidence');
  await follow(coordinator, 'Add a file to Crisis intervention training');
  await arrive(coordinator, /^Add a file/);
  await fill(coordinator, 'What is this file?', 'Sign-in sheets of the March course');
  await main
    .getByLabel('File', { exact: false })
    .last()
    .setInputFiles(pdfFile('sign-in.pdf', 'Sign-in sheet'));
  await press(coordinator, 'Add the file');
  await arrive(coordinator, 'Evidence');
  await expect(main).toContainText('Sign-in sheets of the March course');
}

export async function submit(coordinator: Person, workspace: string): Promise<void> {
  await open(coordinator, workspace, 'Where you stand');
  await expect(coordinator.page.getByRole('main')).toContainText('Nothing is outstanding');
  await open(coordinator, `${workspace}/review`, 'Review');
  await press(coordinator, 'Send in for review');
  await arrive(coordinator, 'Review');
  await expect(coordinator.page.getByRole('main')).toContainText('Your work was sent in.');
}

const returned = 'everyone-trained';
const asked = 'Say how officers hired this year will be trained.';

/** The reviewer takes it on and returns one requirement. */
export async function returnOnce(reviewer: Person, agency: JourneyAgency): Promise<void> {
  await open(reviewer, '/campaign/reviews', 'Reviews');
  await follow(reviewer, agency.name);
  await arrive(reviewer, agency.name);
  await press(reviewer, 'Review this');
  await arrive(reviewer, agency.name);
  for (const requirement of requirements)
    await decide(reviewer, requirement, requirement === returned ? asked : '');
  await press(reviewer, 'Finish the review');
  await arrive(reviewer, agency.name);
  await expect(reviewer.page.getByRole('main')).toContainText('It went back to the agency');
}

export async function answerAndResubmit(coordinator: Person): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await followMail(coordinator, 'submission-returned', 'Review');
  await expect(main).toContainText(asked);
  await press(coordinator, 'Send in again');
  await expect(main).toContainText('Write what you changed');
  await arrive(coordinator, 'Review');
  await fill(
    coordinator,
    'Your answer about: Training for everyone',
    'In their first month, by the training unit.',
  );
  await press(coordinator, 'Send in again');
  await arrive(coordinator, 'Review');
  await expect(main).toContainText('Your work was sent in.');
}

/** The same reviewer finds all met now, but can't approve what they reviewed. */
export async function findAllMet(reviewer: Person, agency: JourneyAgency): Promise<void> {
  const main = reviewer.page.getByRole('main');
  await open(reviewer, '/campaign/reviews', 'Reviews');
  await follow(reviewer, agency.name);
  await arrive(reviewer, agency.name);
  await press(reviewer, 'Review this');
  await arrive(reviewer, agency.name);
  await expect(main).toContainText('In their first month, by the training unit.');
  const address = reviewer.page.url();
  await acceptProofs(reviewer);
  await open(reviewer, address, agency.name);
  await readOneRequirement(reviewer);
  for (const requirement of requirements) await decide(reviewer, requirement, '');
  await press(reviewer, 'Finish the review');
  await arrive(reviewer, agency.name);
  await expect(main).toContainText('You reviewed this round.');
  await expect(main).toContainText('Somebody else must approve it.');
  await expect(main.getByRole('button', { name: 'Approve and certify' })).toHaveCount(0);
}

/** The page of one requirement: rule, evidence and keyboard's way to the next. */
async function readOneRequirement(reviewer: Person): Promise<void> {
  const main = reviewer.page.getByRole('main');
  const address = reviewer.page.url();
  await follow(reviewer, 'Open the page of: Policy');
  await arrive(reviewer, 'Policy');
  await expect(main).toContainText('The rule');
  await expect(main.locator('iframe')).toHaveCount(1);
  await follow(reviewer, /^Next/);
  await arrive(reviewer, 'Crisis intervention training');
  await reviewer.page.goto(address);
}

export async function approve(secondReviewer: Person, agency: JourneyAgency): Promise<void> {
  await open(secondReviewer, '/campaign/reviews', 'Reviews');
  await follow(secondReviewer, agency.name);
  await arrive(secondReviewer, agency.name);
  await press(secondReviewer, 'Approve and certify');
  await arrive(secondReviewer, agency.name);
  await expect(secondReviewer.page.getByRole('main')).toContainText('The agency is certified.');
}

async function decide(reviewer: Person, requirement: string, comment: string): Promise<void> {
  const section = reviewer.page.locator(`form[action$="/decisions/${requirement}"]`);
  await section
    .locator('label')
    .filter({ hasText: comment === '' ? /^Met$/ : /^Returned/ })
    .click();
  if (comment !== '') await section.getByRole('textbox').fill(comment);
  await section.getByRole('button', { name: /Save the decision/ }).click();
  await expect(reviewer.page.getByRole('main')).toContainText('The decision was saved.');
}
