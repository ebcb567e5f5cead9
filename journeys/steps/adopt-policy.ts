import { expect } from '@playwright/test';
import { policyElements } from '../../src/campaign-rules/policy-element.ts';
import { pdfFile } from '../files/tiny-pdf.ts';
import { arrive, fill, follow, followMail, open, type Person, press } from '../people/person.ts';

/** The document, the checklist saved once half done, and the word to the executive. */
export async function preparePolicy(coordinator: Person, workspace: string): Promise<void> {
  const { page } = coordinator;
  const main = page.getByRole('main');
  await open(coordinator, `${workspace}/policy`, 'Policy');
  await follow(coordinator, 'Upload the policy');
  await arrive(coordinator, 'Upload the policy');
  await main.getByLabel('Policy document').setInputFiles(pdfFile('order-412.pdf', 'General Order 412'));
  await main.getByLabel('Title').fill('Response to People in Crisis');
  await fill(coordinator, 'Number', 'GO 412');
  await fill(coordinator, 'Issued on', '2026-02-01');
  await fill(coordinator, 'In effect from', '2026-03-01');
  await fill(coordinator, 'Next review', '2027-10-01');
  await press(coordinator, 'Upload and go to the checklist');
  await arrive(coordinator, /^Checklist/);
  await main.locator('[name="purpose.reference"]').fill('page 1');
  await press(coordinator, 'Save the checklist');
  await expect(main).toContainText('Choose an answer for “Purpose and goal”');
  await arrive(coordinator, /^Checklist/);
  for (const [place, { code }] of policyElements.entries()) {
    await main
      .locator(
        `label[for="${await main.locator(`[name="${code}.status"][value="covered"]`).getAttribute('id')}"]`,
      )
      .click();
    await main.locator(`[name="${code}.reference"]`).fill(`page ${place + 1}`);
  }
  await press(coordinator, 'Save the checklist');
  await arrive(coordinator, 'Policy');
  await expect(main).toContainText('every element is settled');
  await press(coordinator, 'Ask the executive to adopt it');
  await arrive(coordinator, 'Policy');
  await expect(main).toContainText('was asked by email to adopt the policy');
}

export async function adoptPolicy(executive: Person): Promise<void> {
  const main = executive.page.getByRole('main');
  await followMail(executive, 'policy-to-adopt', 'Adopt the policy');
  await fill(executive, 'Your name', executive.name);
  await press(executive, 'Adopt the policy');
  await arrive(executive, 'Policy');
  await expect(main).toContainText('The policy is adopted.');
}
