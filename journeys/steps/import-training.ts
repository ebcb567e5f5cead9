import { expect } from '@playwright/test';
import { trainingFile } from '../files/training-file.ts';
import { arrive, follow, open, type Person, press, tick } from '../people/person.ts';

/** Upload, columns, preview with what counts and what does not, import. */
export async function importTraining(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/training`, /./);
  await open(coordinator, `${workspace}/training/import`, 'Import training records');
  await main.getByLabel('Training file').setInputFiles(trainingFile);
  await press(coordinator, 'Read the file');
  await arrive(coordinator, 'Check how we read the file');
  await expect(main).toContainText('with the column names in row 2');
  await press(coordinator, 'Show what will change');
  await arrive(coordinator, 'What this import adds');
  await follow(coordinator, /^Whose are they\?: \d+/);
  await arrive(coordinator, 'What this import adds');
  await expect(main.getByRole('row', { name: /Zellweger/ })).toBeVisible();
  await press(coordinator, 'Import these records');
  await arrive(coordinator, /./);
  await expect(main).not.toContainText('What this import adds');
}

/** Nobody of this name works here: the records are left out, with the reason. */
export async function settleQueue(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/training/review`, 'Records to look at');
  await follow(coordinator, /Zellweger/);
  await arrive(coordinator, /Zellweger/);
  await tick(coordinator, 'They work for another agency');
  await press(coordinator, 'Leave out');
  await arrive(coordinator, 'Records to look at');
  await expect(main).toContainText('The records were left out.');
  await open(coordinator, `${workspace}/training/review?show=doubtful`, 'Records to look at');
  await open(coordinator, `${workspace}/training`, /./);
}
