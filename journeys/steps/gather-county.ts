import { expect } from '@playwright/test';
import type { JourneyCounty, JourneyPartner } from '../county.ts';
import { arrive, fill, fillDate, follow, open, type Person, press, tick } from '../people/person.ts';
import { addPartner } from './agree-partnership.ts';

/** The lead begins the group, and writes for all what nobody else's contacts are in. Gives the group's address. */
export async function beginCounty(lead: Person, workspace: string, county: JourneyCounty): Promise<string> {
  const { page } = lead;
  await open(lead, `${workspace}/groups`, 'Groups');
  await follow(lead, 'Begin a group');
  await arrive(lead, 'Begin a group');
  await press(lead, 'Begin');
  await expect(page.getByRole('main')).toContainText('Choose what kind of group it is');
  await arrive(lead, 'Begin a group');
  await fill(lead, 'Name of the group', county.name);
  await tick(lead, /^County/);
  await press(lead, 'Begin');
  await arrive(lead, county.name);
  return new URL(page.url()).pathname;
}

export async function writeForAll(lead: Person, group: string, county: JourneyCounty): Promise<void> {
  const main = lead.page.getByRole('main');
  await open(lead, group, county.name);
  await main.getByRole('link', { name: 'Write the agreement' }).first().click();
  await arrive(lead, 'Purpose and services');
  await fill(lead, 'Purpose', 'A person in a crisis meets the same care in every town of the county.');
  await tick(lead, 'Sends a mobile crisis team');
  await press(lead, 'Save and go on');
  await arrive(lead, 'Roles');
  await fill(lead, 'What the agency does', 'Sends a trained officer to every call about a crisis.');
  await fill(lead, 'What the partner does', 'Answers every officer’s call within 20 minutes.');
  await press(lead, 'Save and go on');
  await arrive(lead, 'Referral and custody transfer');
  await fill(lead, 'How officers refer a person', 'Officers call the partner and leave a card.');
  await fill(lead, 'How a person in custody is handed over', 'Staff take over within 15 minutes.');
  await press(lead, 'Save and go on');
  await arrive(lead, 'Training');
  await fill(lead, 'Training duties', 'Each partner teaches one class a year for all agencies.');
  await press(lead, 'Save and go on');
  await arrive(lead, 'Sharing information');
  await tick(lead, 'Names, roles and phone numbers of the staff');
  await press(lead, 'Save and go on');
  await arrive(lead, 'Term, review and ending');
  await fillDate(lead, 'First day', county.term.startsOn);
  await fillDate(lead, 'Last day', county.term.endsOn);
  await fillDate(lead, 'Next review', county.term.reviewOn);
  await press(lead, 'Save and go on');
  await arrive(lead, 'Read it whole');
  await expect(main).toContainText('Each partner teaches one class a year for all agencies.');
}

/** The organization is added to the campaign's one list, and chosen for the group with the person who speaks for it. */
export async function choosePartnerOf(
  lead: Person,
  workspace: string,
  group: string,
  { name, city, representative }: JourneyPartner,
): Promise<void> {
  const main = lead.page.getByRole('main');
  await addPartner(lead, workspace, { partner: name, city });
  await open(lead, `${group}/partners`, 'Choose partners');
  await fill(lead, 'Search organizations by name or place', name);
  await main.getByRole('button', { name: 'Search' }).click();
  await arrive(lead, 'Choose partners');
  await fill(lead, `Email of the person who speaks for ${name}`, representative.email);
  await press(lead, `Choose ${name}`);
  await expect(main).toContainText('The partner is chosen.');
  await arrive(lead, 'Choose partners');
}

/** A pasted column, one of its names mistyped: what fits is put on the list, the rest is named. */
export async function nameAgencies(lead: Person, group: string, { others }: JourneyCounty): Promise<void> {
  const main = lead.page.getByRole('main');
  await open(lead, `${group}/agencies`, 'Add agencies');
  await fill(lead, 'Agencies, one on each line', [...others, 'Zzyzx Rangers'].join('\n'));
  await press(lead, 'Look them up');
  await arrive(lead, 'Add agencies');
  await expect(main.getByRole('listitem').filter({ hasText: 'Zzyzx Rangers' })).toBeVisible();
  await press(lead, 'Put them on the list');
  await expect(main).toContainText('1 line was left out: “Zzyzx Rangers”.');
}

/** The lead reads the whole once more and sends it; its own agency joins by that. */
export async function sendToAll(lead: Person, group: string, county: JourneyCounty): Promise<void> {
  const main = lead.page.getByRole('main');
  await open(lead, `${group}/agreement`, 'Read it whole');
  await fill(lead, 'A note to everybody who reads it', 'One page for all of us, please read section 4.');
  await fill(lead, 'Number that is answered day and night', 'The watch desk, 555-0100');
  await fill(lead, 'Your title or role', 'Sergeant');
  await press(lead, 'Send it to everybody');
  await arrive(lead, county.name);
  await expect(main).toContainText('The agreement is before everybody on the list.');
  await expect(main).toContainText(`1 of ${county.others.length + 1}`);
  await expect(main).toContainText(`0 of ${county.partners.length}`);
}
