import { expect } from '@playwright/test';
import { largeRoster } from '../files/two-hundred-people.ts';
import { arrive, type Named, open, type Person, press } from '../people/person.ts';

export async function importLargeRoster(
  coordinator: Person,
  workspace: string,
  officer: Named,
): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/roster/import`, 'Import a roster file');
  await main.getByLabel('Roster file').setInputFiles(largeRoster(officer));
  await press(coordinator, 'Read the file');
  await arrive(coordinator, 'Check how we read the file');
  await press(coordinator, 'Show what will change');
  await arrive(coordinator, 'What this import changes');
  await expect(main).toContainText('New people: 200');
  await press(coordinator, 'Import these changes');
  await arrive(coordinator, 'Roster');
  await expect(main).toContainText('200 sworn and 0 non-sworn on staff, 0 left.');
}
