import { expect } from '@playwright/test';
import { arrive, fill, follow, followMail, open, type Person, press, tick } from '../people/person.ts';

const grounds = 'The agreement on file was never signed.';
const answer = 'It was signed in March; the paper is with the county attorney.';
export const decision = 'No signed agreement was shown within the time.';

/** The first reviewer tells the agency what is meant, and on which grounds. */
export async function announce(reviewer: Person, number: string): Promise<void> {
  await open(reviewer, `/campaign/certificates/${number}`, number);
  await tick(reviewer, 'Revoke the certificate');
  await fill(reviewer, 'Grounds', grounds);
  await press(reviewer, 'Announce it to the agency');
  await arrive(reviewer, number);
  await expect(reviewer.page.getByRole('main')).toContainText('The agency was told.');
}

/** The agency reads the mail, opens its page and answers. */
export async function answerCampaign(coordinator: Person): Promise<void> {
  await followMail(coordinator, 'certificate-announced', 'Certification');
  await expect(coordinator.page.getByRole('main')).toContainText(grounds);
  await fill(coordinator, 'Your answer', answer);
  await press(coordinator, 'Send the answer');
  await arrive(coordinator, 'Certification');
  await expect(coordinator.page.getByRole('main')).toContainText('Your answer was sent.');
}

/** Whoever announced it can't decide it; a second person can. */
export async function revoke(reviewer: Person, second: Person, number: string): Promise<void> {
  await open(reviewer, `/campaign/certificates/${number}`, number);
  await expect(reviewer.page.getByRole('main')).toContainText('A second person decides');
  await expect(reviewer.page.getByRole('button', { name: 'Revoke the certificate' })).toHaveCount(0);
  await open(second, `/campaign/certificates/${number}`, number);
  await expect(second.page.getByRole('main')).toContainText(answer);
  await fill(second, 'Grounds of your decision', decision);
  await press(second, 'Revoke the certificate');
  await arrive(second, number);
  await expect(second.page.getByRole('main')).toContainText('The certificate is revoked.');
}

/** What everybody sees of it from that moment on. */
export async function seeRevoked(
  stranger: Person,
  agency: { readonly name: string; readonly slug: string },
  number: string,
): Promise<void> {
  const main = stranger.page.getByRole('main');
  const badge = await stranger.page.request.get(`/badge/${agency.slug}.svg`);
  expect(await badge.text()).toContain('No longer certified');
  await open(stranger, '/agencies?status=certified', 'Agencies');
  await expect(main).not.toContainText(agency.name);
  await open(stranger, `/agencies/${agency.slug}`, agency.name);
  await expect(main).toContainText('was revoked on');
  await follow(stranger, 'Check this certificate');
  await arrive(stranger, 'This certificate was revoked');
  await expect(main).toContainText(decision);
  await expect(main).toContainText(number);
}
