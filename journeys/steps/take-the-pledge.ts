import { expect } from '@playwright/test';
import type { JourneyAgency } from '../agency.ts';
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

/** The form from the empty page to the button that sends it, left once and taken up again. */
export async function takePledge(sergeant: Person, agency: JourneyAgency): Promise<void> {
  await beginPledge(sergeant);
  await answerAgency(sergeant, agency);
  await leaveAndComeBack(sergeant, agency);
  await answerPlace(sergeant, agency);
  await answerTheRest(sergeant, agency);
  await expect(sergeant.page.getByRole('main')).toContainText(agency.executive.email);
  await press(sergeant, 'Send the pledge to be signed');
  await arrive(sergeant, 'Where you stand');
}

export async function beginPledge(sergeant: Person): Promise<void> {
  await open(sergeant, '/', /./);
  await open(sergeant, '/pledge', 'Take the pledge');
  await signIn(sergeant);
  await open(sergeant, '/pledge/start', 'Start the pledge');
  await press(sergeant, 'Begin the form');
  await arrive(sergeant, 'Which agency is it?');
}

export async function answerAgency(sergeant: Person, agency: JourneyAgency): Promise<void> {
  const { page } = sergeant;
  await fill(sergeant, 'Name of the agency', agency.name);
  await page.getByLabel('Type of agency').selectOption({ index: 1 });
  await page.getByLabel('State, territory or province').selectOption('TX');
  await press(sergeant, 'Save and go on');
  await arrive(sergeant, 'Where is it?');
}

/** What is typed so far waits, also where it is not all right yet. */
async function leaveAndComeBack(sergeant: Person, agency: JourneyAgency): Promise<void> {
  await fill(sergeant, 'City or town', agency.city);
  await fill(sergeant, 'Population served', 'about nine thousand');
  await press(sergeant, 'Save and finish later');
  await arrive(sergeant, /./);
  await follow(sergeant, `Go on with ${agency.name}`);
  await arrive(sergeant, 'Where is it?');
  await expect(sergeant.page.getByLabel('City or town')).toHaveValue(agency.city);
  await expect(sergeant.page.getByLabel('Population served')).toHaveValue('about nine thousand');
  await press(sergeant, 'Save and go on');
  await expect(sergeant.page.getByRole('main')).toContainText('Enter the population as a number');
  await arrive(sergeant, 'Where is it?');
}

async function answerPlace(sergeant: Person, agency: JourneyAgency): Promise<void> {
  await fill(sergeant, 'Street address or P.O. box', '12 Courthouse Square');
  await fill(sergeant, 'City or town', agency.city);
  await fill(sergeant, 'ZIP or postal code', '75001');
  await fill(sergeant, 'Website', 'www.example.gov');
  await fill(sergeant, 'Population served', '9,200');
  await press(sergeant, 'Save and go on');
  await arrive(sergeant, 'How many people work there?');
}

async function answerTheRest(sergeant: Person, agency: JourneyAgency): Promise<void> {
  await fill(sergeant, 'Sworn officers', '12');
  await fill(sergeant, 'Dispatchers and call takers', '1');
  await press(sergeant, 'Save and go on');
  await arrive(sergeant, 'Who signs, and who runs it?');
  await fill(sergeant, 'Name of the executive', agency.executive.name);
  await fill(sergeant, 'Rank or title', 'Chief of Police');
  await fill(sergeant, 'Email of the executive', agency.executive.email);
  await tick(sergeant, 'A colleague');
  await fill(sergeant, 'Email of the colleague', agency.coordinator.email);
  await press(sergeant, 'Save and go on');
  await arrive(sergeant, 'How long will you take?');
  await fill(sergeant, 'Months until you mean to be done', '24');
  await press(sergeant, 'Save and go on');
  await arrive(sergeant, 'What you pledge to do');
  await tick(sergeant, 'We have read the requirements');
  await press(sergeant, 'Save and go on');
  await arrive(sergeant, 'Check your answers');
}

/** The executive's own link, own browser, own typed name. */
export async function signPledge(executive: Person): Promise<void> {
  await acceptInvitation(executive, 'pledge-to-sign');
  await arrive(executive, 'Sign the pledge');
  await press(executive, 'Sign the pledge');
  await expect(executive.page.getByRole('main')).toContainText('Type your full name to sign');
  await arrive(executive, 'Sign the pledge');
  await fill(executive, 'Type your full name', executive.name);
  await tick(executive, 'I am the head of this agency');
  await press(executive, 'Sign the pledge');
  await arrive(executive, 'Pledge');
  await expect(executive.page.getByRole('main')).toContainText('The pledge is signed');
}

export async function acceptPledge(administrator: Person, agency: JourneyAgency): Promise<void> {
  await signIn(administrator);
  await open(administrator, '/campaign/pledges', 'Pledges');
  await follow(administrator, agency.name);
  await arrive(administrator, agency.name);
  await press(administrator, 'Accept the pledge');
  await arrive(administrator, agency.name);
  await expect(administrator.page.getByRole('main')).toContainText('The pledge is accepted');
}

/** The colleague whom the sergeant named takes the role over; gives the address of the workspace. */
export async function becomeCoordinator(colleague: Person): Promise<string> {
  await acceptInvitation(colleague, 'hand-over-offered');
  await arrive(colleague, 'Become the coordinator?');
  await press(colleague, 'Accept the role');
  await arrive(colleague, 'Where you stand');
  return new URL(colleague.page.url()).pathname;
}
