import { test } from '@playwright/test';
import { anAgency } from './agency.ts';
import { type Named, signIn, sitDown } from './people/person.ts';
import { campaignPeople } from './site/campaign-people.ts';
import { askedAgain, askedFirst, closedCase } from './site/closed-case.ts';
import { completeAgency } from './site/complete-agency.ts';
import { withJourneyStage } from './site/journey-stage.ts';
import {
  decideAppeal,
  fileAppeal,
  findItNotTheirs,
  openAppeal,
  readDecision,
  takeCaseAlong,
} from './steps/appeal.ts';

test('a closed case is appealed by keyboard alone, and opened again by a third person without JavaScript', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { step } = test;
  const agency = anAgency('Thistle Crossing');
  const { slug } = await step('two reviewers found the same thing missing, and the time passed', () =>
    withJourneyStage(async (stage) => {
      const campaign = await campaignPeople(stage, agency);
      const made = await completeAgency(stage, campaign, agency);
      await closedCase(stage, campaign, made);
      return made.agency;
    }),
  );
  const seat = (named: Named, hasScripts: boolean) => sitDown(browser, named, { hasScripts, withAxe: true });
  const coordinator = { ...(await seat(agency.coordinator, true)), hands: 'keyboard' as const };
  const third = await seat(agency.administrator, false);
  for (const person of [coordinator, third]) await signIn(person);

  await step('the agency appeals, by keyboard alone', () => fileAppeal(coordinator, `/workspace/${slug}`));
  const appeal = await step('a third person is told', () => openAppeal(third, agency.name));
  for (const reviewer of [agency.reviewer, agency.secondReviewer]) {
    await step(`${reviewer.name}, who reviewed a round, can't take it`, async () => {
      const person = await seat(reviewer, false);
      await signIn(person);
      await findItNotTheirs(person, appeal, agency.name);
    });
  }
  await step('the third person decides, without JavaScript', () => decideAppeal(third, agency.name));
  await step('the agency reads why', () => readDecision(coordinator));
  await step('it takes its whole case along', () => takeCaseAlong(coordinator, [askedFirst, askedAgain]));
});
