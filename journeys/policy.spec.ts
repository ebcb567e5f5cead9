import { test } from '@playwright/test';
import { anAgency } from './agency.ts';
import { type Named, signIn, sitDown } from './people/person.ts';
import {
  acknowledgeByLink,
  expectProgress,
  holdRollCall,
  importSignOffList,
  seeNobodyMissing,
  sendLink,
} from './steps/acknowledge-policy.ts';
import { confirmPartnership, proposePartnership } from './steps/agree-partnership.ts';
import { bringAgency } from './steps/bring-agency.ts';
import { importLargeRoster } from './steps/import-large-roster.ts';
import { importTotals, readTrend, refuseNames } from './steps/import-outcomes.ts';
import {
  answerChecklist,
  bringIntoEffect,
  reviewWithPartner,
  takeOutline,
  uploadOrder,
  usePassage,
} from './steps/live-policy.ts';

test('without JavaScript a policy goes from an outline to the last of 200 who acknowledge it, and its outcomes are counted', async ({
  browser,
}) => {
  test.setTimeout(420_000);
  const agency = anAgency('Tamarack');
  const { coordinator, workspace } = await bringAgency(browser, agency, { hasScripts: false });
  const seat = (named: Named) => sitDown(browser, named, { hasScripts: false, withAxe: true });
  const { step } = test;

  await step('200 people come onto the roster', () =>
    importLargeRoster(coordinator, workspace, agency.officer),
  );
  await step('an outline is offered', () => takeOutline(coordinator, workspace));
  await step('the policy is uploaded', () => uploadOrder(coordinator, workspace));
  await step('a proposed passage is used', () => usePassage(coordinator));
  await step('the checklist is answered', () => answerChecklist(coordinator));
  const representative = await seat(agency.representative);
  await step('a partner joins', async () => {
    const lookedAtElsewhere = { withAxe: false };
    await proposePartnership({ ...coordinator, ...lookedAtElsewhere }, workspace, agency);
    await confirmPartnership({ ...representative, ...lookedAtElsewhere }, agency);
  });
  await step('the partner comments on the draft', () =>
    reviewWithPartner(coordinator, representative, workspace, agency),
  );
  const executive = await seat(agency.executive);
  await step('the executive adopts it', async () => {
    await signIn(executive);
    await bringIntoEffect(coordinator, executive, workspace);
  });

  await step('nobody has acknowledged it yet', () => expectProgress(coordinator, workspace, 0));
  await step('a link is sent', () => sendLink(coordinator, workspace));
  const officer = await seat(agency.officer);
  await step('the officer acknowledges by the link', () => acknowledgeByLink(officer));
  await step('a unit acknowledges at roll call', () => holdRollCall(coordinator, workspace));
  await step('the rest signed a list', () => importSignOffList(coordinator, workspace));
  await step('nobody is missing', () => seeNobodyMissing(coordinator, workspace));

  await step('a file with names is refused', () => refuseNames(coordinator, workspace));
  await step('monthly totals are imported', () => importTotals(coordinator, workspace));
  await step('chart and table show them', () => readTrend(coordinator, workspace));
});
