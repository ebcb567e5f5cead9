import { expect, test } from '@playwright/test';
import { anAgency } from './agency.ts';
import { open, sitDown } from './people/person.ts';
import { bringAgency } from './steps/bring-agency.ts';
import { importOnePersonTwice, mergeAndUndo } from './steps/merge-people.ts';
import {
  confirmCertificate,
  giveAccess,
  inviteTrainingOfficer,
  seeItCounted,
  sendInCertificate,
} from './steps/send-in-certificate.ts';

const ways = { hasScripts: true, withAxe: true };

test('one person under two numbers becomes one and two again, and sends in a certificate that counts', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const agency = anAgency('Sorrel Bend');
  const { coordinator, workspace } = await bringAgency(browser, agency);
  const { step } = test;
  await step('files list one person twice', () => importOnePersonTwice(coordinator, workspace));
  await step('the two are merged, and the merge undone', () => mergeAndUndo(coordinator, workspace));
  await step('a training officer is invited', () =>
    inviteTrainingOfficer(coordinator, workspace, agency.trainingOfficer),
  );
  const trainingOfficer = await sitDown(browser, agency.trainingOfficer, ways);
  await step('the officer is given access', () => giveAccess(trainingOfficer, workspace, agency.officer));
  const officer = await sitDown(browser, agency.officer, ways);
  await step('the officer sends in a certificate', () => sendInCertificate(officer, workspace));
  await step('it is confirmed', () => confirmCertificate(trainingOfficer, workspace, agency.officer));
  await step('the officer sees it counted', () => seeItCounted(officer, workspace));
  await open(coordinator, `${workspace}/training`, /./);
  await expect(coordinator.page.getByRole('main')).toContainText('1 of 4');
});
