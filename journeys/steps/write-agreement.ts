import { expect } from '@playwright/test';
import type { JourneyAgency } from '../agency.ts';
import {
  acceptInvitation,
  arrive,
  fill,
  fillDate,
  follow,
  type Person,
  press,
  tick,
} from '../people/person.ts';
import { addPartner } from './agree-partnership.ts';

/** Days as `2026-03-05`. */
export interface Term {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly reviewOn: string;
}

/** From the first question to the whole text, a part forgotten on the way and filled in at the end. */
export async function writeAgreement(
  coordinator: Person,
  workspace: string,
  agency: JourneyAgency,
  term: Term,
): Promise<void> {
  await addPartner(coordinator, workspace, agency);
  await follow(coordinator, 'Write the agreement step by step');
  await answerWhatAndWho(coordinator);
  await answerLiaisons(coordinator, agency);
  await arrive(coordinator, 'Training');
  await press(coordinator, 'Save and go on');
  await answerSharingAndTerm(coordinator, term);
  await fillInForgotten(coordinator);
}

async function answerWhatAndWho(coordinator: Person): Promise<void> {
  await arrive(coordinator, 'Purpose and services');
  await fill(coordinator, 'Purpose', 'People in a crisis get care instead of a cell.');
  await tick(coordinator, 'Sends a mobile crisis team');
  await tick(coordinator, 'Receives people whom officers bring');
  await press(coordinator, 'Save and go on');
  await arrive(coordinator, 'Roles');
  await fill(coordinator, 'What the agency does', 'Sends a trained officer to every call about a crisis.');
  await fill(coordinator, 'What the partner does', 'Sends its team within 20 minutes, day and night.');
  await press(coordinator, 'Save and go on');
  await arrive(coordinator, 'Referral and custody transfer');
  await fill(coordinator, 'How officers refer a person', 'Officers leave a card and call the crisis line.');
  await fill(coordinator, 'How a person in custody is handed over', 'Staff take over within 15 minutes.');
  await press(coordinator, 'Save and go on');
}

async function answerLiaisons(coordinator: Person, agency: JourneyAgency): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await arrive(coordinator, 'Liaisons and numbers for day and night');
  await expect(main.getByLabel('Liaison of the agency')).toHaveValue(coordinator.name);
  await fill(coordinator, 'The agency’s number, day and night', 'The watch desk, 555-0100');
  await fill(coordinator, 'Liaison of the partner', agency.representative.name);
  await fill(coordinator, 'Email of the partner’s liaison', agency.representative.email);
  await fill(coordinator, 'The partner’s number, day and night', 'The crisis line, 555-0119');
  await press(coordinator, 'Save and go on');
}

async function answerSharingAndTerm(coordinator: Person, term: Term): Promise<void> {
  await arrive(coordinator, 'Sharing information');
  await tick(coordinator, 'Names, roles and phone numbers of the staff');
  await press(coordinator, 'Save and go on');
  await arrive(coordinator, 'Term, review and ending');
  await fillDate(coordinator, 'First day', term.startsOn);
  await fillDate(coordinator, 'Last day', term.endsOn);
  await fillDate(coordinator, 'Next review', term.reviewOn);
  await press(coordinator, 'Save and go on');
}

/** What is missing stands there with a link to where it is asked; until then there is nothing to propose. */
async function fillInForgotten(coordinator: Person): Promise<void> {
  const propose = coordinator.page.getByRole('button', { name: 'Propose the agreement' });
  await arrive(coordinator, 'Read it whole');
  await expect(propose).toHaveCount(0);
  await follow(coordinator, 'Training duties');
  await arrive(coordinator, 'Training');
  await fill(coordinator, 'Training duties', 'The partner teaches two classes a year.');
  await press(coordinator, 'Save and read it whole');
  await arrive(coordinator, 'Read it whole');
  await expect(propose).toBeVisible();
}

export async function proposeAgreement(coordinator: Person, agency: JourneyAgency): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await expect(main).toContainText('The partner teaches two classes a year.');
  await fill(coordinator, 'Email of the person who speaks for the partner', agency.representative.email);
  await fill(coordinator, 'Your title or role', 'Sergeant');
  await press(coordinator, 'Propose the agreement');
  await arrive(coordinator, agency.partner);
  await expect(main).toContainText('The partnership was proposed.');
}

/** The representative comes by the mail, reads what the agency wrote, and confirms it as it is. */
export async function confirmWritten(representative: Person, agency: JourneyAgency): Promise<void> {
  const main = representative.page.getByRole('main');
  await acceptInvitation(representative, 'partnership-proposed');
  await arrive(representative, `Partnership with ${agency.name}`);
  await press(representative, 'Confirm the partnership');
  await expect(main).toContainText('Enter your title or role');
  await arrive(representative, `Partnership with ${agency.name}`);
  await fill(representative, 'Your name', representative.name);
  await fill(representative, 'Your title or role', 'Director of Crisis Services');
  await press(representative, 'Confirm the partnership');
  await expect(main).toContainText('You confirmed the partnership');
}
