import { expect } from '@playwright/test';
import type { JourneyAgency } from '../agency.ts';
import { pdfText } from '../files/pdf-text.ts';
import { staffNames } from '../files/roster-file.ts';
import { arrive, fill, follow, followMail, open, type Person, press } from '../people/person.ts';

/** The agency reads its mail and downloads its certificate and letter. Gives the certificate's number. */
export async function downloadCertificate(
  coordinator: Person,
  workspace: string,
  agency: JourneyAgency,
): Promise<string> {
  await followMail(coordinator, 'certified', 'This certificate is valid');
  await open(coordinator, `${workspace}/review`, 'Review');
  const shown = await coordinator.page.getByRole('main').textContent();
  const number = /OM-\d{4}-\d{6}/.exec(shown ?? '')?.[0];
  if (!number) throw new Error('The review page names no certificate.');
  const certificate = await downloadedText(coordinator, 'Certificate (PDF)');
  expect(certificate).toContain(agency.name);
  expect(certificate).toContain(number);
  const letter = await downloadedText(coordinator, 'Letter of acknowledgment (PDF)');
  expect(letter).toContain(agency.name);
  expect(letter).toContain(agency.executive.name);
  return number;
}

async function downloadedText({ page }: Person, link: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  return pdfText(await (await download).path());
}

/** What anybody sees, at once and without an account. */
export async function findInPublic(visitor: Person, agency: JourneyAgency, number: string): Promise<void> {
  const main = visitor.page.getByRole('main');
  await open(visitor, '/agencies', 'Agencies');
  await fill(visitor, 'Name, city or county', agency.name);
  await main.getByRole('button', { name: 'Search' }).click();
  await arrive(visitor, 'Agencies');
  await expect(main.getByRole('row', { name: agency.name })).toContainText('Certified');
  await follow(visitor, agency.name);
  await arrive(visitor, agency.name);
  await expect(main).toContainText(agency.partner);
  for (const name of [...staffNames, agency.sergeant.name, agency.representative.name])
    await expect(main).not.toContainText(name);
  await follow(visitor, 'Check this certificate');
  await arrive(visitor, 'This certificate is valid');
  await expect(main).toContainText(agency.name);
  await open(visitor, '/verify', 'Check a certificate');
  await fill(visitor, 'Certificate number', number.toLowerCase().replaceAll('-', ' '));
  await press(visitor, 'Check the number');
  await arrive(visitor, 'This certificate is valid');
  await open(visitor, '/verify/OM-2026-999999', 'There is no certificate with this number');
  for (const path of ['/', '/pledge', '/about']) await open(visitor, path, /./);
}
