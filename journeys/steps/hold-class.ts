import { expect } from '@playwright/test';
import { pdfText } from '../files/pdf-text.ts';
import { arrive, choose, fill, fillDate, follow, open, type Person, press, tick } from '../people/person.ts';

/** A class of today: scheduled, two enrolled, one of them there, completed; the record counts. */
export async function holdClass(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await scheduleFirstAid(coordinator, workspace, { daysAgo: 0, hours: '7.5' });
  await follow(coordinator, 'Enroll people');
  await arrive(coordinator, 'Enroll people');
  await tick(coordinator, /Gorski/);
  await tick(coordinator, /Carrow/);
  await press(coordinator, 'Enroll the people chosen');
  await expect(main).toContainText('2 of 12 taken');
  await printSheet(coordinator);
  await follow(coordinator, 'Take attendance');
  await arrive(coordinator, 'Attendance');
  await tick(coordinator, 'Absent', main.getByRole('row', { name: /Carrow/ }));
  await press(coordinator, 'Mark the rest present and save');
  await arrive(coordinator, 'Complete the class');
  await expect(main).toContainText('Completed: 1');
  await expect(main.getByRole('row', { name: /Carrow/ })).toContainText('absent');
  await press(coordinator, 'Complete and write the records');
  await expect(main).toContainText('the training records are written');
  await follow(coordinator, /Gorski/);
  await expect(main).toContainText('Counts as base');
}

/** A class of yesterday, entered after the fact: each step leads to the next. */
export async function enterPastClass(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await scheduleFirstAid(coordinator, workspace, { daysAgo: 1, hours: '' });
  await expect(main).toContainText('7.5 hours');
  await expect(main).toContainText('The class is over.');
  await follow(coordinator, 'Enroll people');
  await arrive(coordinator, 'Enroll people');
  await tick(coordinator, /Carrow/);
  await press(coordinator, 'Enroll the people chosen');
  await arrive(coordinator, 'Attendance');
  await press(coordinator, 'Mark the rest present and save');
  await arrive(coordinator, 'Complete the class');
  await press(coordinator, 'Complete and write the records');
  await expect(main.getByRole('row', { name: /Carrow/ })).toContainText('record written');
}

/** Without hours the class is as long as the last one of its course. */
async function scheduleFirstAid(
  coordinator: Person,
  workspace: string,
  { daysAgo, hours }: { readonly daysAgo: number; readonly hours: string },
): Promise<void> {
  await open(coordinator, `${workspace}/training/classes`, 'Classes');
  await follow(coordinator, 'Schedule a class');
  await arrive(coordinator, 'Schedule a class');
  await choose(coordinator, /^Course/, 'Mental Health First Aid for Public Safety');
  await fill(coordinator, 'Hours of the course', hours);
  await fillDate(coordinator, /^Day 1(?! (begins|ends))/, dayIn('America/Chicago', daysAgo));
  await fill(coordinator, 'Day 1 begins at', '8 am');
  await fill(coordinator, 'Day 1 ends at', '5 pm');
  await fill(coordinator, 'Place', 'Training room 2');
  await fill(coordinator, 'Seats', '12');
  await press(coordinator, 'Schedule the class');
  await expect(coordinator.page.getByRole('main')).toContainText('The class is scheduled.');
}

async function printSheet(coordinator: Person): Promise<void> {
  const [download] = await Promise.all([
    coordinator.page.waitForEvent('download'),
    follow(coordinator, 'Sign-in sheet (PDF)'),
  ]);
  expect(await pdfText(await download.path())).toContain('Gorski, Hanna');
}

function dayIn(timeZone: string, daysAgo: number): string {
  const at = Date.now() - daysAgo * 24 * 60 * 60 * 1000;
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
}
