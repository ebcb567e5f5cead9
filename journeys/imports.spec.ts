import { expect, test } from '@playwright/test';
import { anAgency } from './agency.ts';
import { fullRoster, monthlyRoster, signInSheet, undecidedTraining } from './files/monthly-files.ts';
import { arrive, follow, open, type Person, press, tick } from './people/person.ts';
import { bringAgency } from './steps/bring-agency.ts';
import { enterPastClass, holdClass } from './steps/hold-class.ts';
import { importRoster } from './steps/import-roster.ts';

test('the keyboard alone takes files as they come: the next month’s roster, a sign-in sheet, a doubtful record, undo, and a class', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const agency = anAgency('Larkspur');
  const { coordinator: brought, workspace } = await bringAgency(browser, agency);
  // No mouse: a file dialog is the browser's own, all the rest is ours.
  const coordinator = { ...brought, hands: 'keyboard' } as const;
  await test.step('the first roster', () => importRoster(coordinator, workspace));
  await test.step('next month’s roster needs no questions', () => importNextMonth(coordinator, workspace));
  await test.step('it is undone and done again', () => undoAndRedo(coordinator, workspace));
  await test.step('who is missing from a full roster left only if somebody says so', () =>
    importFullRoster(coordinator, workspace));
  await test.step('a sign-in sheet says its course once', () => importSheet(coordinator, workspace));
  await test.step('a record of nobody certain is settled', () => settleDoubt(coordinator, workspace));
  await test.step('a class is held', () => holdClass(coordinator, workspace));
  await test.step('a class of the past is entered', () => enterPastClass(coordinator, workspace));
});

async function importNextMonth(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/roster/import`, 'Import a roster file');
  await main.getByLabel('Roster file').setInputFiles(monthlyRoster);
  await press(coordinator, 'Read the file');
  await arrive(coordinator, 'What this import changes');
  await expect(main).toContainText('New people: 1');
  await expect(main).toContainText('Changed: 1');
  await expect(main).toContainText('Unchanged: 12');
  await follow(coordinator, 'Changed: 1');
  await arrive(coordinator, 'What this import changes');
  await expect(main.getByRole('row', { name: /Whitlock/ })).toContainText('Lieutenant');
  await press(coordinator, 'Import these changes');
  await arrive(coordinator, 'Roster');
  await expect(main).toContainText('13 sworn and 1 non-sworn on staff');
}

async function undoAndRedo(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/roster/imports`, 'Imports');
  await follow(coordinator, monthlyRoster.name);
  await arrive(coordinator, 'What this import changes');
  await press(coordinator, 'Undo this import');
  await expect(main).toContainText('The import was undone.');
  await open(coordinator, `${workspace}/roster`, 'Roster');
  await expect(main).toContainText('12 sworn and 1 non-sworn on staff');
  await importNextMonth(coordinator, workspace);
}

async function importFullRoster(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/roster/import`, 'Import a roster file');
  await main.getByLabel('Roster file').setInputFiles(fullRoster);
  await press(coordinator, 'Read the file');
  await arrive(coordinator, 'Check how we read the file');
  await tick(coordinator, 'This file lists everyone who works here now');
  await press(coordinator, 'Show what will change');
  await arrive(coordinator, 'What this import changes');
  await follow(coordinator, 'Not in the file: 1');
  await arrive(coordinator, 'What this import changes');
  await expect(main.getByRole('row', { name: /Ibarra/ })).toBeVisible();
  await tick(coordinator, 'Mark the 1 person who is not in the file as having left');
  await press(coordinator, 'Import these changes');
  await arrive(coordinator, 'Roster');
  await expect(main).toContainText('12 sworn and 1 non-sworn on staff, 1 left.');
}

async function importSheet(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/training/import`, 'Import training records');
  await main.getByLabel('Training file').setInputFiles(signInSheet);
  await press(coordinator, 'Read the file');
  await arrive(coordinator, 'Check how we read the file');
  await expect(main).toContainText('The file says this once for all its rows');
  await expect(main.getByLabel('Course', { exact: true })).toHaveValue(/Mental Health First Aid/);
  await expect(main.getByLabel('Hours', { exact: true })).toHaveValue('8');
  await press(coordinator, 'Show what will change');
  await arrive(coordinator, 'What this import adds');
  await expect(main).toContainText('New records: 2');
  await press(coordinator, 'Import these records');
  await expect(main).toContainText('The training records were imported.');
}

async function settleDoubt(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/training/import`, 'Import training records');
  await main.getByLabel('Training file').setInputFiles(undecidedTraining);
  await press(coordinator, 'Read the file');
  await arrive(coordinator, 'Check how we read the file');
  await press(coordinator, 'Show what will change');
  await arrive(coordinator, 'What this import adds');
  await expect(main).toContainText('Whose are they?: 1');
  await press(coordinator, 'Import these records');
  await expect(main).toContainText('The training records were imported.');
  await open(coordinator, `${workspace}/training/review`, 'Records to look at');
  await follow(coordinator, /Bustamonte/);
  await arrive(coordinator, /Bustamonte/);
  await expect(main.getByRole('row', { name: /Bustamante/ })).toContainText('1005');
  await press(coordinator, /This is the person/);
  await arrive(coordinator, 'Records to look at');
}
