import { expect, test } from '@playwright/test';
import { addMonths, dayIn } from '../src/calendar/calendar-date.ts';
import { anAgency } from './agency.ts';
import { tabTo } from './people/keyboard.ts';
import { mailedLink } from './people/outbox.ts';
import { arrive, fill, open, press, signIn, sitDown } from './people/person.ts';
import { bringAgency } from './steps/bring-agency.ts';
import { answerAgency, beginPledge } from './steps/take-the-pledge.ts';
import { confirmWritten, proposeAgreement, writeAgreement } from './steps/write-agreement.ts';

const ways = { hasScripts: true, withAxe: false };

test('the keyboard alone signs a person in and sends a form', async ({ browser }) => {
  const { sergeant } = anAgency('Birch Hollow');
  const person = await sitDown(browser, sergeant, ways);
  const { page } = person;
  await open(person, '/sign-in', 'Sign in');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText(/Skip to/);
  await page.keyboard.press('Enter');
  await tabTo(page, 'Email address');
  await page.keyboard.type(person.email);
  await page.keyboard.press('Enter');
  await arrive(person, 'Check your email');
  await page.goto(await mailedLink(person, 'sign-in'));
  await tabTo(page, 'Sign in', 'main');
  await page.keyboard.press('Enter');
  await arrive(person, 'What is your name?');
  await page.getByRole('main').press('Tab');
  await tabTo(page, 'Your name');
  await page.keyboard.type(person.name);
  await page.keyboard.press('Enter');
  await arrive(person, 'Start');
  await page.goto('/pledge/start');
  await tabTo(page, 'Begin the form', 'main');
  await page.keyboard.press('Enter');
  await arrive(person, 'Which agency is it?');
  await tabTo(page, 'Name of the agency');
  await page.keyboard.type('Birch Hollow Police Department');
  await tabTo(page, 'Type of agency');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'State, territory or province');
  await page.keyboard.type('Tex');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await arrive(person, 'Where is it?');
  await person.context.close();
});

test('after a refused form the list of errors has the focus, and its links lead to the fields', async ({
  browser,
}) => {
  const agency = anAgency('Juniper Flat');
  const person = await sitDown(browser, agency.sergeant, ways);
  const { page } = person;
  await beginPledge(person);
  await answerAgency(person, agency);
  await press(person, 'Save and go on');
  await expect(page.locator('[data-error-summary]')).toBeFocused();
  await expect(page).toHaveTitle(/^Error/);
  await page.getByRole('link', { name: 'Enter the city or town' }).press('Enter');
  await expect(page.getByLabel('City or town')).toBeFocused();
  await expect(page.getByLabel('City or town')).toHaveAccessibleDescription(/Enter the city or town/);
  await person.context.close();
});

test('pressing a button twice sends the form once', async ({ browser }) => {
  const agency = anAgency('Sumac Ridge');
  const person = await sitDown(browser, agency.sergeant, ways);
  await signIn(person);
  await open(person, '/pledge/start', 'Start the pledge');
  const sent: string[] = [];
  person.page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url());
  });
  await person.page.getByRole('button', { name: 'Begin the form' }).dblclick();
  await arrive(person, 'Which agency is it?');
  expect(sent).toHaveLength(1);
  await fill(person, 'Name of the agency', agency.name);
  await press(person, 'Save and finish later');
  await open(person, '/pledge/start', 'Start the pledge');
  await expect(person.page.getByRole('link', { name: /^Go on with/ })).toHaveCount(1);
  await person.context.close();
});

test('the keyboard alone writes an agreement, sends it, and confirms it for the partner', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const agency = anAgency('Sagebrush');
  const today = dayIn('America/Chicago', new Date());
  const term = { startsOn: today, endsOn: addMonths(today, 12), reviewOn: addMonths(today, 6) };
  const { coordinator: brought, workspace } = await bringAgency(browser, agency);
  const coordinator = { ...brought, withAxe: false, hands: 'keyboard' } as const;
  await test.step('the coordinator writes it', () => writeAgreement(coordinator, workspace, agency, term));
  await test.step('the agency proposes it', () => proposeAgreement(coordinator, agency));
  const seated = await sitDown(browser, agency.representative, ways);
  const representative = { ...seated, hands: 'keyboard' } as const;
  await test.step('the partner reads it whole and confirms', () => confirmWritten(representative, agency));
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/partnerships`, 'Partnerships');
  await expect(main.getByRole('row', { name: agency.partner })).toContainText('Active');
});
