import { expect, test } from '@playwright/test';
import { arrive, follow, type Named, open, signIn, sitDown } from './people/person.ts';
import { certifiedAgency } from './site/certified-agency.ts';
import { checkAltered, checkFile, pasteCredential, takeFiles } from './steps/check-files.ts';
import { announce, answerCampaign, revoke, seeRevoked } from './steps/revoke-certificate.ts';

test('a stranger checks what an agency was given, before and after it is revoked', async ({ browser }) => {
  test.setTimeout(300_000);
  const { step } = test;
  const { made, number, reviewer, secondReviewer } = await step('an agency is certified', () =>
    certifiedAgency('Quail Hollow Police Department'),
  );
  const { agency } = made;
  const workspace = `/workspace/${agency.slug}`;
  const seat = (named: Named, hasScripts = true) => sitDown(browser, named, { hasScripts, withAxe: true });
  const coordinator = await seat(made.coordinator);
  const first = { ...(await seat(reviewer)), hands: 'keyboard' as const };
  const second = await seat(secondReviewer, false);
  const stranger = await seat({ name: 'Nobody', email: 'nobody@example.net' }, false);
  for (const person of [coordinator, first, second]) await signIn(person);

  await step('the agency opens its kit', async () => {
    await open(coordinator, `${workspace}/certification`, 'Certification');
    await follow(coordinator, 'Recognition kit');
    await arrive(coordinator, 'Recognition kit');
    const card = coordinator.page.frameLocator('iframe').getByRole('heading', { name: agency.name });
    await expect(card).toBeVisible();
  });
  const files = await step('it takes its files along', () => takeFiles(coordinator, workspace, number));
  const credential = files.at(-1);
  if (!credential) throw new Error('There are files.');
  await step('a stranger finds each of them real, and each with a byte turned altered', async () => {
    for (const file of files) {
      await checkFile(stranger, file, 'Real and valid');
      await checkAltered(stranger, file);
    }
    await pasteCredential(stranger, credential, 'Real and valid');
  });

  await step('the campaign announces a revocation, by keyboard alone', () => announce(first, number));
  await step('the agency answers', () => answerCampaign(coordinator));
  await step('a second person revokes, without JavaScript', () => revoke(first, second, number));
  await step('everybody sees it at once', () => seeRevoked(stranger, agency, number));
  await step('and so says every file', async () => {
    for (const file of files) await checkFile(stranger, file, 'Real, but revoked');
  });
});
