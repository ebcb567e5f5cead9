import { expect } from '@playwright/test';
import type { JourneyAgency } from '../agency.ts';
import { mailedLink } from '../people/outbox.ts';
import { arrive, fill, follow, followMail, open, type Person, press } from '../people/person.ts';
import type { Term } from './write-agreement.ts';

/** The agency takes the dates it is offered: a term as long as the last, from the day after it. */
export async function proposeRenewal(
  coordinator: Person,
  workspace: string,
  agency: JourneyAgency,
  next: Pick<Term, 'startsOn' | 'endsOn'>,
): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/partnerships`, 'Partnerships');
  await follow(coordinator, agency.partner);
  await arrive(coordinator, agency.partner);
  await follow(coordinator, /^Agreement$/);
  await arrive(coordinator, 'Agreement');
  await follow(coordinator, 'Renew it');
  await arrive(coordinator, 'Renew the agreement');
  await expect(main.getByLabel('First day of the new term')).toHaveValue(next.startsOn);
  await expect(main.getByLabel('Last day of the new term')).toHaveValue(next.endsOn);
  await fill(coordinator, 'Your title or role', 'Sergeant');
  await press(coordinator, 'Propose the renewal');
  await arrive(coordinator, 'Agreement');
  await expect(main).toContainText('Version 3 waits for an answer');
}

/** The mailed link leads the partner to its own page, and anybody else nowhere. */
export async function tryRenewalMailOf(coordinator: Person, representative: Person): Promise<void> {
  const { page } = coordinator;
  expect((await page.goto(await mailedLink(representative, 'agreement-proposed')))?.status()).toBe(404);
  await arrive(coordinator, 'We can’t find this page');
  await expect(page.getByRole('button', { name: 'Confirm the renewal' })).toHaveCount(0);
}

/** The partner sees that the dates alone differ, and confirms. */
export async function confirmRenewal(representative: Person, agency: JourneyAgency): Promise<void> {
  const main = representative.page.getByRole('main');
  const overview = `Partnership with ${agency.name}`;
  await followMail(representative, 'agreement-proposed', overview);
  await follow(representative, 'Read what you are asked to confirm');
  await arrive(representative, 'Agreement');
  await follow(representative, 'See what changes');
  await arrive(representative, 'Version 3 beside version 2');
  await expect(main.getByRole('heading', { level: 2 })).toHaveText([/^Term/]);
  await representative.page.goBack();
  await follow(representative, 'Read version 3');
  await arrive(representative, 'Version 3 of the agreement');
  await follow(representative, 'Confirm this version');
  await arrive(representative, overview);
  await fill(representative, 'Your name', representative.name);
  await fill(representative, 'Your title or role', 'Director of Crisis Services');
  await press(representative, 'Confirm the renewal');
  await arrive(representative, overview);
  await follow(representative, /^Agreement$/);
  await arrive(representative, 'Agreement');
  await expect(main.getByRole('row', { name: /^Version 3/ })).toContainText('Agreed, begins on');
  await expect(main.getByRole('row', { name: /^Version 2/ })).toContainText('In effect');
}
