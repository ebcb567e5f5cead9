import { expect } from '@playwright/test';
import { rosterFile } from '../files/roster-file.ts';
import { arrive, choose, follow, open, type Person, press } from '../people/person.ts';

/** Upload, one column corrected, preview, import. */
export async function importRoster(coordinator: Person, workspace: string): Promise<void> {
  const { page } = coordinator;
  const main = page.getByRole('main');
  await open(coordinator, `${workspace}/roster`, 'Roster');
  await follow(coordinator, 'Import a roster file');
  await arrive(coordinator, 'Import a roster file');
  await main.getByLabel('Roster file').setInputFiles(rosterFile);
  await press(coordinator, 'Read the file');
  await arrive(coordinator, 'Check how we read the file');
  await expect(main).toContainText('with the column names in row 3');
  await expect(main).toContainText('SSN (Social Security numbers)');
  await expect(main).not.toContainText('000-12-0001');
  await choose(coordinator, 'What it holds: Detail', 'Unit');
  await press(coordinator, 'Show what will change');
  await arrive(coordinator, 'What this import changes');
  await expect(main).toContainText('New people: 13');
  await follow(coordinator, 'Rows not used: 1');
  await arrive(coordinator, 'What this import changes');
  await expect(main.getByRole('row', { name: /^17/ })).toContainText('totals row');
  await press(coordinator, 'Import these changes');
  await arrive(coordinator, 'Roster');
  await expect(main).toContainText('12 sworn and 1 non-sworn on staff, 0 left.');
  await expect(main.getByRole('row', { name: /Delacroix/ })).toContainText('Investigations');
  await follow(coordinator, 'Delacroix');
  await arrive(coordinator, /Delacroix/);
}
