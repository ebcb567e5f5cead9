import { expect } from '@playwright/test';
import { doubledRoster, trainingOfBoth } from '../files/one-person-twice.ts';
import { arrive, fill, follow, open, type Person, press } from '../people/person.ts';

/** A roster that lists one person twice, and a class under each of the two numbers. */
export async function importOnePersonTwice(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/roster/import`, 'Import a roster file');
  await main.getByLabel('Roster file').setInputFiles(doubledRoster);
  await press(coordinator, 'Read the file');
  await arrive(coordinator, 'Check how we read the file');
  await press(coordinator, 'Show what will change');
  await arrive(coordinator, 'What this import changes');
  await press(coordinator, 'Import these changes');
  await arrive(coordinator, 'Roster');
  await expect(main).toContainText('4 sworn and 0 non-sworn on staff');
  await open(coordinator, `${workspace}/training/import`, 'Import training records');
  await main.getByLabel('Training file').setInputFiles(trainingOfBoth);
  await press(coordinator, 'Read the file');
  await arrive(coordinator, 'Check how we read the file');
  await press(coordinator, 'Show what will change');
  await arrive(coordinator, 'What this import adds');
  await press(coordinator, 'Import these records');
  await expect(main).toContainText('The training records were imported.');
}

const recordOf = { Bustamante: 'Classes taken.csv, row 2', 'Bustamante-Kerr': 'Classes taken.csv, row 3' };

/** The two become one with the records of both, and two again with their own. */
export async function mergeAndUndo(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await lookAt(coordinator, workspace, 'Bustamante');
  await follow(coordinator, 'This is the same person as');
  await arrive(coordinator, /^Who is the same person as/);
  await expect(main.getByRole('row', { name: /Bustamante-Kerr/ })).toContainText('hired on the same day');
  await follow(coordinator, /^Compare with Rosa Bustamante-Kerr/);
  await arrive(coordinator, 'Are these one person?');
  await fill(coordinator, 'Why are they the same person?', 'She married in May.');
  await press(coordinator, 'Make them one person');
  await expect(main).toContainText('The two entries are one person now.');
  await arrive(coordinator, /Rosa Bustamante/);
  for (const source of Object.values(recordOf)) await expect(main).toContainText(source);
  await expect(main).toContainText('She married in May.');
  await press(coordinator, /^Undo/);
  await expect(main).toContainText('The two entries are two people again');
  await open(coordinator, `${workspace}/roster`, 'Roster');
  await expect(main).toContainText('4 sworn and 0 non-sworn on staff, 0 left.');
  await lookAt(coordinator, workspace, 'Bustamante-Kerr');
  await lookAt(coordinator, workspace, 'Bustamante');
}

/** The page of one of the two as the files have it: the own record, and not the other's. */
async function lookAt(coordinator: Person, workspace: string, family: keyof typeof recordOf): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/roster`, 'Roster');
  await main.getByRole('link', { name: `${family}, Rosa`, exact: true }).click();
  await arrive(coordinator, `Rosa ${family}`);
  await expect(main).toContainText(recordOf[family]);
  await expect(main).not.toContainText(recordOf[family === 'Bustamante' ? 'Bustamante-Kerr' : 'Bustamante']);
}
