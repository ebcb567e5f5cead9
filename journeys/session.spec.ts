import { expect, test } from '@playwright/test';
import { anAgency } from './agency.ts';
import { arrive, fill, press, signIn, sitDown } from './people/person.ts';
import { answerAgency, beginPledge } from './steps/take-the-pledge.ts';

test('answers survive a session that ends while a form is filled in', async ({ browser }) => {
  const agency = anAgency('Willow Creek');
  const sergeant = await sitDown(browser, agency.sergeant, { hasScripts: true, withAxe: true });
  await beginPledge(sergeant);
  await answerAgency(sergeant, agency);
  await fill(sergeant, 'Street address or P.O. box', '12 “Old” Courthouse & Square');
  await fill(sergeant, 'City or town', agency.city);
  await fill(sergeant, 'ZIP or postal code', '75001');
  await sergeant.context.clearCookies();
  await press(sergeant, 'Save and go on');
  await arrive(sergeant, 'You were signed out');

  const opened = sergeant.context.waitForEvent('page');
  await sergeant.page
    .getByRole('main')
    .getByRole('link', { name: 'Open the sign-in page in a new tab' })
    .click();
  const tab = await opened;
  await signIn({ ...sergeant, page: tab });
  await tab.close();

  await press(sergeant, 'Send again');
  await arrive(sergeant, 'How many people work there?');
  await sergeant.page.goto(sergeant.page.url().replace('/headcount', '/place'));
  await arrive(sergeant, 'Where is it?');
  await expect(sergeant.page.getByLabel('Street address or P.O. box')).toHaveValue(
    '12 “Old” Courthouse & Square',
  );
  await sergeant.context.close();
});
