import { expect } from '@playwright/test';
import { pdfText } from '../files/pdf-text.ts';
import { arrive, fill, follow, open, type Person, press, tick } from '../people/person.ts';

/** A class of today: scheduled, two enrolled, one of them there, completed; the record counts. */
export async function holdClass(coordinator: Person, workspace: string): Promise<void> {
  const { page } = coordinator;
  const main = page.getByRole('main');
  await open(coordinator, `${workspace}/training/classes`, 'Classes');
  await follow(coordinator, 'Schedule a class');
  await arrive(coordinator, 'Schedule a class');
  await main.getByLabel(/^Course/).selectOption('Mental Health First Aid for Public Safety');
  await main.getByLabel(/^Day 1(?! (begins|ends))/).fill(todayIn('America/Chicago'));
  await fill(coordinator, 'Hours of the course', '8');
  await fill(coordinator, 'Day 1 begins at', '8 am');
  await fill(coordinator, 'Day 1 ends at', '5 pm');
  await fill(coordinator, 'Place', 'Training room 2');
  await fill(coordinator, 'Seats', '12');
  await press(coordinator, 'Schedule the class');
  await expect(main).toContainText('The class is scheduled.');
  await follow(coordinator, 'Enroll people');
  await arrive(coordinator, 'Enroll people');
  await tick(coordinator, /Gorski/);
  await tick(coordinator, /Carrow/);
  await press(coordinator, 'Enroll the people chosen');
  await expect(main).toContainText('2 of 12 taken');
  await printSheet(coordinator);
  await follow(coordinator, 'Take attendance');
  await arrive(coordinator, 'Attendance');
  const absentee = main.getByRole('row', { name: /Carrow/ });
  await absentee.locator('label').filter({ hasText: 'Absent' }).click();
  await press(coordinator, 'Mark the rest present and save');
  await arrive(coordinator, 'Complete the class');
  await expect(main).toContainText('Completed: 1');
  await expect(main.getByRole('row', { name: /Carrow/ })).toContainText('absent');
  await press(coordinator, 'Complete and write the records');
  await expect(main).toContainText('the training records are written');
  await follow(coordinator, /Gorski/);
  await expect(main).toContainText('Counts as base');
}

async function printSheet({ page }: Person): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Sign-in sheet (PDF)' }).click(),
  ]);
  expect(await pdfText(await download.path())).toContain('Gorski, Hanna');
}

function todayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
}
