import { expect } from '@playwright/test';
import type { JourneyCounty, JourneyPartner } from '../county.ts';
import { mailedLink } from '../people/outbox.ts';
import {
  acceptInvitation,
  arrive,
  fill,
  follow,
  followMail,
  open,
  type Person,
  press,
  signIn,
  tick,
} from '../people/person.ts';

/** A coordinator comes by the mail, reads the whole agreement, and joins in the agency's own name. */
export async function joinCounty(coordinator: Person, county: JourneyCounty): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await signIn(coordinator);
  await followMail(coordinator, 'joint-agency-asked', `${county.name} invites you`);
  await expect(main).toContainText('Answers every officer’s call within 20 minutes.');
  await fill(coordinator, 'Number that is answered day and night', 'The shift desk, 555-0140');
  await fill(coordinator, 'Your title or role', 'Sergeant');
  await press(coordinator, 'Join the group');
  await arrive(coordinator, county.name);
  await expect(main).toContainText('Your agency has joined.');
}

/** What was mailed to others opens nothing for a neighbor, and the page says what to do. */
export async function tryMailOfOthers(neighbor: Person, agency: Person, speaker: Person): Promise<void> {
  const { page } = neighbor;
  const main = page.getByRole('main');
  const asked = await page.goto(await mailedLink(agency, 'joint-agency-asked'));
  expect(asked?.status()).toBe(404);
  await arrive(neighbor, 'We can’t find this page');
  await expect(main.getByRole('heading', { name: 'What you can do' })).toBeVisible();
  const invited = await page.goto(await mailedLink(speaker, 'joint-partner-asked'));
  expect(invited?.status()).toBe(403);
  await arrive(neighbor, 'This invitation is for someone else');
  await expect(main).toContainText(`You are signed in as ${neighbor.email}`);
  await expect(main).toContainText('sign out and go on with the invited one');
  await expect(main.getByRole('button', { name: 'Accept and go on' })).toHaveCount(0);
}

/** A partner confirms once; what it says about agencies that join later is its own choice. */
export async function confirmCounty(
  speaker: Person,
  county: JourneyCounty,
  later: 'My confirmation holds for them too' | 'Ask me again for them',
): Promise<void> {
  const main = speaker.page.getByRole('main');
  await acceptInvitation(speaker, 'joint-partner-asked');
  await arrive(speaker, `${county.name} asks you to confirm one agreement`);
  await press(speaker, 'Confirm for the group');
  await expect(main).toContainText('Choose what to do about agencies that join later');
  await arrive(speaker, `${county.name} asks you to confirm one agreement`);
  await fill(speaker, 'Number that is answered day and night', 'The front desk, 555-0177');
  await fill(speaker, 'Your title or role', 'Director');
  await tick(speaker, later);
  await press(speaker, 'Confirm for the group');
  await arrive(speaker, county.name);
  await expect(main).toContainText('You confirmed.');
}

/** Every agency joined and every partner confirmed: nobody is awaited, and who answered is told one by one. */
export async function seeAllTogether(lead: Person, group: string, county: JourneyCounty): Promise<void> {
  const main = lead.page.getByRole('main');
  const agencies = county.others.length + 1;
  await open(lead, group, county.name);
  await expect(main).toContainText(`${agencies} of ${agencies}`);
  await expect(main).toContainText(`${county.partners.length} of ${county.partners.length}`);
  await expect(main.getByText('Joined', { exact: true })).toHaveCount(agencies);
  await expect(main.getByText('Confirmed', { exact: true })).toHaveCount(county.partners.length);
  for (const name of county.others) await expect(main).toContainText(`${name} joined (version 1)`);
  for (const { name } of county.partners) await expect(main).toContainText(`${name} confirmed (version 1)`);
}

/** The agency's own list of partnerships, each in effect, each with its own agreement. */
export async function seeOwnPartnerships(
  coordinator: Person,
  workspace: string,
  county: JourneyCounty,
): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/partnerships`, 'Partnerships');
  for (const { name } of county.partners) {
    await expect(main.getByRole('row', { name })).toContainText('Active');
  }
}

/** The partner has every agency in one list, and a partnership with each. */
export async function seeEveryAgency(
  speaker: Person,
  { name }: JourneyPartner,
  agencies: readonly string[],
): Promise<void> {
  const main = speaker.page.getByRole('main');
  const home = new URL(speaker.page.url()).pathname.split('/groups')[0] ?? '';
  await open(speaker, home, name);
  for (const agency of agencies) {
    await expect(main.getByRole('row', { name: agency })).toContainText('Active');
  }
  await follow(speaker, agencies[0] ?? '');
  await arrive(speaker, `Partnership with ${agencies[0]}`);
}
