import { expect } from '@playwright/test';
import { pdfFile } from '../files/tiny-pdf.ts';
import { arrive, follow, open, type Person, press, tick } from '../people/person.ts';

/** The coordinator sends proof for every record that was picked. */
export async function showProofs(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  const wanted = main.getByRole('link', { name: 'Send proof' });
  await open(coordinator, `${workspace}/review`, 'Review');
  await follow(coordinator, 'Send proof of training');
  await arrive(coordinator, 'Proof of training');
  await expect(wanted.first()).toBeVisible();
  while ((await wanted.count()) > 0) {
    await follow(coordinator, 'Send proof');
    await expect(main.getByRole('heading', { level: 2, name: 'Send proof' })).toBeVisible();
    await main.getByLabel('The proof').setInputFiles(pdfFile('certificate.pdf', 'Certificate of attendance'));
    await press(coordinator, 'Send it');
    await expect(main).toContainText('The proof was sent.');
  }
  await arrive(coordinator, 'Proof of training');
}

/** The reviewer looks at each of them and finds that it holds; the case's page leads there. */
export async function acceptProofs(reviewer: Person): Promise<void> {
  const main = reviewer.page.getByRole('main');
  await follow(reviewer, 'Sample of the training records');
  await arrive(reviewer, 'Sample of the training records');
  await follow(reviewer, 'Record 1');
  await arrive(reviewer, 'Record 1');
  const heading = main.getByRole('heading', { level: 1 });
  const where = async () => (await heading.textContent()) ?? '';
  for (let here = await where(); here.includes('Record'); here = await where()) {
    await tick(reviewer, /^Yes\. The proof shows/);
    await press(reviewer, 'Save');
    await expect(heading).not.toHaveText(here);
    await expect(main).toContainText('Your decision was saved.');
  }
  await arrive(reviewer, 'Sample of the training records');
  await expect(main).toContainText('Every record that was asked for holds.');
}
