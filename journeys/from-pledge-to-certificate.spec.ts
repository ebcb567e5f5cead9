import { test } from '@playwright/test';
import { anAgency } from './agency.ts';
import { fromPledgeToCertificate } from './from-pledge-to-certificate.ts';

test('an agency goes from the empty form to a certificate the public can check', async ({ browser }) => {
  test.setTimeout(600_000);
  await fromPledgeToCertificate(browser, anAgency('Elm Fork'), { hasScripts: true, withAxe: true });
});
