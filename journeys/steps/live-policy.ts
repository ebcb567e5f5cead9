import { open as openFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { policyElements } from '../../src/campaign-rules/policy-element.ts';
import type { JourneyAgency } from '../agency.ts';
import { crisisOrder } from '../files/crisis-order.ts';
import { arrive, fill, follow, followMail, open, type Person, press } from '../people/person.ts';

/** No policy yet: an outline is there to begin with. */
export async function takeOutline(coordinator: Person, workspace: string): Promise<void> {
  const { page } = coordinator;
  await open(coordinator, `${workspace}/policy`, 'Policy');
  await expect(page.getByRole('main')).toContainText('No policy yet');
  const downloading = page.waitForEvent('download');
  await follow(coordinator, 'Download an outline (DOCX)');
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^Policy outline.*\.docx$/);
  const file = await openFile(await download.path());
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
  await file.close();
  expect(buffer.toString('latin1'), 'a DOCX is a zip').toBe('PK');
}

export async function uploadOrder(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/policy`, 'Policy');
  await follow(coordinator, 'Upload the policy');
  await arrive(coordinator, 'Upload the policy');
  await main.getByLabel('Policy document').setInputFiles(crisisOrder);
  await main.getByLabel('Title').fill('Response to People in Crisis');
  await fill(coordinator, 'Number', 'GO 412');
  await fill(coordinator, 'Issued on', '2026-02-01');
  await fill(coordinator, 'In effect from', '2026-03-01');
  await press(coordinator, 'Upload and go to the checklist');
  await arrive(coordinator, /^Checklist/);
}

/** The program found a passage: one press takes it, and its page stands in the answer. */
export async function usePassage(coordinator: Person): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await untilRead(coordinator);
  await expect(main).toContainText('The program read the 2 pages of the document');
  const element = main.locator('#element-custody-and-transport');
  await expect(element).toContainText(
    'Officers transport the person to the receiving facility by ambulance.',
  );
  await element
    .getByRole('button', { name: /^Use this passage/ })
    .first()
    .click();
  await expect(main).toContainText('The passage was put into the checklist.');
  await arrive(coordinator, /^Checklist/);
  await expect(element).toContainText('Passages you use');
  await expect(element.getByLabel('Page or section')).toHaveValue('page 2, II. TRANSPORT');
  await expect(main).toContainText(`0 of ${policyElements.length} elements settled`);
}

/** Without scripts the page waits for its reader. */
async function untilRead(coordinator: Person): Promise<void> {
  const main = coordinator.page.getByRole('main');
  const again = main.getByRole('link', { name: 'Look again' });
  await expect(async () => {
    if (await again.isVisible()) await again.click();
    await expect(main).toContainText('The program read', { timeout: 500 });
  }).toPass({ timeout: 40_000 });
}

export async function answerChecklist(coordinator: Person): Promise<void> {
  const main = coordinator.page.getByRole('main');
  for (const [place, { code }] of policyElements.entries()) {
    const element = main.locator(`#element-${code}`);
    await element
      .locator('label')
      .filter({ hasText: /^Covered$/ })
      .click();
    const reference = element.getByLabel('Page or section');
    if ((await reference.inputValue()) === '') await reference.fill(`section ${place + 1}`);
  }
  await press(coordinator, 'Save the checklist');
  await arrive(coordinator, 'Policy');
  await expect(main).toContainText('every element is settled');
}

/** A partner reads the draft and comments; the agency answers and settles it. */
export async function reviewWithPartner(
  coordinator: Person,
  representative: Person,
  workspace: string,
  agency: JourneyAgency,
): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/policy`, 'Policy');
  await press(coordinator, 'Open the draft to our partners');
  await expect(main).toContainText('The draft is open to your partners.');
  await arrive(coordinator, 'Policy');
  const asked = 'Say who waits at the receiving facility until a clinician has taken over.';
  await comment(representative, agency, asked);
  await followMail(coordinator, 'policy-commented', /^Policy: /);
  await expect(main).toContainText(asked);
  await fill(coordinator, 'Your answer', 'The first officer waits. Section 2 says so now.');
  await press(coordinator, 'Save the answer');
  await expect(main).toContainText('The answer was saved.');
  await arrive(coordinator, /^Policy: /);
  await press(coordinator, /^Mark as settled/);
  await expect(main).toContainText('The comment is settled.');
}

async function comment(representative: Person, agency: JourneyAgency, words: string): Promise<void> {
  const main = representative.page.getByRole('main');
  await followMail(representative, 'policy-shared', `Policy of ${agency.name}`);
  const element = main.locator('#element-custody-and-transport');
  await expect(element).toContainText('page 2, II. TRANSPORT');
  await element.locator('summary').click();
  await element.getByRole('textbox').fill(words);
  await element.getByRole('button', { name: 'Send the comment' }).click();
  await expect(main).toContainText('Your comment was sent to the agency.');
  await arrive(representative, `Policy of ${agency.name}`);
}

/** Only the executive adopts; from its day on the policy is in effect. */
export async function bringIntoEffect(
  coordinator: Person,
  executive: Person,
  workspace: string,
): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/policy`, 'Policy');
  await press(coordinator, 'Ask the executive to adopt it');
  await expect(main).toContainText('was asked by email to adopt the policy');
  await followMail(executive, 'policy-to-adopt', 'Adopt the policy');
  await fill(executive, 'Your name', executive.name);
  await press(executive, 'Adopt the policy');
  await arrive(executive, 'Policy');
  await expect(executive.page.getByRole('main')).toContainText('The policy is adopted.');
  await open(coordinator, `${workspace}/policy`, 'Policy');
  await expect(main.getByRole('row', { name: /Response to People in Crisis/ })).toContainText('In effect');
}
