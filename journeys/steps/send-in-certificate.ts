import { expect } from '@playwright/test';
import { pdfFile } from '../files/tiny-pdf.ts';
import type { Named } from '../people/person.ts';
import {
  acceptInvitation,
  arrive,
  fill,
  follow,
  open,
  type Person,
  press,
  signIn,
  tick,
} from '../people/person.ts';

const course = 'Mental Health First Aid for Public Safety';

export async function inviteTrainingOfficer(
  coordinator: Person,
  workspace: string,
  { email }: Named,
): Promise<void> {
  await open(coordinator, `${workspace}/team/invite`, 'Invite a colleague');
  await fill(coordinator, 'Email of the colleague', email);
  await tick(coordinator, 'Training officer');
  await press(coordinator, 'Send the invitation');
  await arrive(coordinator, 'Team');
}

/** From the person's training page an invitation goes out that says who it is for on the roster. */
export async function giveAccess(trainingOfficer: Person, workspace: string, staff: Named): Promise<void> {
  await acceptInvitation(trainingOfficer, 'colleague-invited');
  await open(trainingOfficer, `${workspace}/roster`, 'Roster');
  await trainingOfficer.page.getByRole('link', { name: 'Bustamante, Rosa', exact: true }).click();
  await arrive(trainingOfficer, staff.name);
  await follow(trainingOfficer, 'Add or look through training records');
  await arrive(trainingOfficer, `Training of ${staff.name}`);
  await follow(trainingOfficer, 'Give this person access');
  await arrive(trainingOfficer, /^Give .* access to the own record/);
  await fill(trainingOfficer, 'Work email', staff.email);
  await press(trainingOfficer, 'Send the invitation');
  await expect(trainingOfficer.page.getByRole('main')).toContainText('The invitation was sent.');
}

/** The officer comes back by an emailed link, sees the own record and nothing else, and adds to it. */
export async function sendInCertificate(staff: Person, workspace: string): Promise<void> {
  const main = staff.page.getByRole('main');
  await acceptInvitation(staff, 'staff-invited');
  await arrive(staff, `My training: ${staff.name}`);
  await staff.context.clearCookies();
  await signIn(staff);
  await open(staff, `${workspace}/my-training`, `My training: ${staff.name}`);
  await expect(main).toContainText('Training missing');
  await expect(main).toContainText('Verbal De-escalation');
  await expect(main).not.toContainText('CIT Refresher');
  await follow(staff, 'Send in a certificate');
  await arrive(staff, 'Send in a certificate');
  await press(staff, 'Send it in');
  await expect(main).toContainText('Enter the course');
  await arrive(staff, 'Send in a certificate');
  await main
    .getByLabel('The certificate')
    .setInputFiles(pdfFile('first-aid.pdf', `${staff.name}: ${course}`));
  await fill(staff, 'Course', course);
  await fill(staff, 'Hours', '7.5');
  await fill(staff, 'Date completed', '2026-02-10');
  await fill(staff, 'Provider', 'Larkspur County Behavioral Health');
  await press(staff, 'Send it in');
  await expect(main).toContainText('The certificate was sent in.');
  await arrive(staff, `My training: ${staff.name}`);
  await expect(main).toContainText('Training missing');
}

/** The officer compares and confirms, and sees that the certificate counts. */
export async function confirmCertificate(
  trainingOfficer: Person,
  workspace: string,
  staff: Named,
): Promise<void> {
  const main = trainingOfficer.page.getByRole('main');
  await open(trainingOfficer, `${workspace}/training/certificates`, 'Certificates sent in');
  await follow(trainingOfficer, 'Bustamante, Rosa');
  await arrive(trainingOfficer, `${course}: ${staff.name}`);
  await expect(main).toContainText('first-aid.pdf');
  await press(trainingOfficer, 'Confirm and write the record');
  await expect(main).toContainText('The certificate is confirmed');
  await arrive(trainingOfficer, 'Certificates sent in');
}

export async function seeItCounted(staff: Person, workspace: string): Promise<void> {
  const main = staff.page.getByRole('main');
  await open(staff, `${workspace}/my-training`, `My training: ${staff.name}`);
  await expect(main).toContainText('You are trained: you completed a base course.');
  await expect(main.getByRole('row', { name: course }).filter({ hasText: 'Counts as base' })).toBeVisible();
  await expect(main.getByRole('row', { name: course }).filter({ hasText: 'Confirmed' })).toBeVisible();
}
