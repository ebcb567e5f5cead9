import { test } from '@playwright/test';
import { anAgency } from './agency.ts';
import { fromPledgeToCertificate } from './from-pledge-to-certificate.ts';

test('an agency goes the whole way in a browser without JavaScript', async ({ browser }) => {
  test.setTimeout(600_000);
  await fromPledgeToCertificate(browser, anAgency('Cedar Bend'), { hasScripts: false, withAxe: false });
});
