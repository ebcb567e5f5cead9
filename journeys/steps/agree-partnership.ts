import { expect } from '@playwright/test';
import type { JourneyAgency } from '../agency.ts';
import { pdfFile } from '../files/tiny-pdf.ts';
import { acceptInvitation, arrive, fill, follow, open, type Person, press, tick } from '../people/person.ts';

export async function proposePartnership(
  coordinator: Person,
  workspace: string,
  agency: JourneyAgency,
): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await addPartner(coordinator, workspace, agency);
  await fill(coordinator, 'Purpose', 'Calls about people in crisis end in care and not in jail.');
  await tick(coordinator, 'Sends a mobile crisis team');
  await main.locator('[name=partnerContactName]').fill(agency.representative.name);
  await main.locator('[name=partnerContactEmail]').fill(agency.representative.email);
  const agreement = pdfFile('agreement.pdf', `Memorandum of understanding with ${agency.partner}`);
  await main.getByLabel('Agreement document').setInputFiles(agreement);
  await fill(coordinator, 'First day of the term', '2026-01-01');
  await fill(coordinator, 'Next review', '2027-09-01');
  await fill(coordinator, 'Email of the representative', agency.representative.email);
  await fill(coordinator, 'Your title or role', 'Sergeant');
  await press(coordinator, 'Propose the partnership');
  await arrive(coordinator, agency.partner);
  await expect(main).toContainText('The partnership was proposed.');
}

/** The partner is not on the list yet: it is searched for, added, and the form about the two stands open. */
export async function addPartner(
  coordinator: Person,
  workspace: string,
  { partner, city }: Pick<JourneyAgency, 'partner' | 'city'>,
): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/partnerships`, 'Partnerships');
  await follow(coordinator, 'Propose a partnership');
  await arrive(coordinator, 'Who is the partner?');
  await fill(coordinator, 'Name, place or initials of the organization', partner);
  await press(coordinator, 'Search');
  await arrive(coordinator, 'Who is the partner?');
  await follow(coordinator, 'Add an organization');
  await arrive(coordinator, 'Add an organization');
  await expect(main.getByLabel('Name of the organization')).toHaveValue(partner);
  await tick(coordinator, 'Community mental health center');
  await fill(coordinator, 'Places it serves', `${city} County`);
  await press(coordinator, 'Add and go on');
  await arrive(coordinator, `Partnership with ${partner}`);
}

/** The representative opens the emailed link, reads, confirms, and lets the organization be named. */
export async function confirmPartnership(representative: Person, agency: JourneyAgency): Promise<void> {
  const main = representative.page.getByRole('main');
  await acceptInvitation(representative, 'partnership-proposed');
  await arrive(representative, `Partnership with ${agency.name}`);
  await expect(main).toContainText('end in care and not in jail');
  await fill(representative, 'Your name', representative.name);
  await fill(representative, 'Your title or role', 'Director of Crisis Services');
  await tick(representative, 'Our organization may be named');
  await press(representative, 'Confirm the partnership');
  await arrive(representative, `Partnership with ${agency.name}`);
  await expect(main).toContainText('You confirmed the partnership');
  await open(
    representative,
    new URL(representative.page.url()).pathname.split('/partnerships')[0] ?? '',
    agency.partner,
  );
}
