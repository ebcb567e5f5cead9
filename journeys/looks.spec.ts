import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { test } from '@playwright/test';
import { anAgency } from './agency.ts';
import { lookAt } from './looks.ts';
import { type Named, open, sitDown } from './people/person.ts';
import { addToCampaign } from './site/journey-site.ts';
import { preparePolicy } from './steps/adopt-policy.ts';
import { confirmPartnership, proposePartnership } from './steps/agree-partnership.ts';
import { importRoster } from './steps/import-roster.ts';
import { importTraining } from './steps/import-training.ts';
import { acceptPledge, becomeCoordinator, signPledge, takePledge } from './steps/take-the-pledge.ts';

const readmePicture = join(import.meta.dirname, '../docs/images/workspace.png');

const publicPages = ['/', '/pledge', '/agencies', '/verify', '/about', '/sign-in', '/no-such-page'];
const workspacePages = [
  '',
  '/pledge',
  '/roster',
  '/roster/import',
  '/training',
  '/training/review',
  '/training/people',
  '/training/courses',
  '/partnerships',
  '/policy',
  '/policy/draft/checklist',
  '/evidence',
  '/evidence/add/policy',
  '/review',
  '/team',
  '/settings',
];
const campaignPages = [
  '/campaign',
  '/campaign/pledges',
  '/campaign/reviews',
  '/campaign/accounts',
  '/account',
];

test('no page is wider than its window, on a phone, a tablet, a desk and paper', async ({ browser }) => {
  test.setTimeout(600_000);
  const agency = anAgency('Harlow Springs');
  const seat = (named: Named) => sitDown(browser, named, { hasScripts: true, withAxe: false });
  await addToCampaign({ ...agency.administrator, role: 'administrator' });
  const [sergeant, executive, coordinator] = [
    await seat(agency.sergeant),
    await seat(agency.executive),
    await seat(agency.coordinator),
  ];
  await takePledge(sergeant, agency);
  await signPledge(executive);
  const administrator = await seat(agency.administrator);
  await acceptPledge(administrator, agency);
  const workspace = await becomeCoordinator(coordinator);
  await importRoster(coordinator, workspace);
  await importTraining(coordinator, workspace);
  await proposePartnership(coordinator, workspace, agency);
  await confirmPartnership(await seat(agency.representative), agency);
  await preparePolicy(coordinator, workspace);

  await lookAt(sergeant.page, [...publicPages, `/agencies/${workspace.split('/')[2]}`]);
  await lookAt(
    coordinator.page,
    workspacePages.map((page) => `${workspace}${page}`),
  );
  await lookAt(administrator.page, campaignPages);

  if (process.env.UPDATE_SCREENSHOT === '1' || !existsSync(readmePicture)) {
    await coordinator.page.setViewportSize({ width: 1280, height: 900 });
    await open(coordinator, workspace, 'Where you stand');
    await coordinator.page.screenshot({ path: readmePicture, animations: 'disabled' });
  }
});
