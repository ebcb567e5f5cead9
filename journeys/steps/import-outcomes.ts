import { expect } from '@playwright/test';
import { callsWithNames, monthlyTotals } from '../files/outcome-files.ts';
import { arrive, choose, fill, follow, open, type Person, press } from '../people/person.ts';

/** A file that says who went there is turned away, with the column and what to do. */
export async function refuseNames(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/outcomes`, 'Outcomes');
  await expect(main).toContainText('No counts yet');
  await follow(coordinator, 'Import a file');
  await arrive(coordinator, 'Import counts');
  await main.locator('input[type=file]').setInputFiles(callsWithNames);
  await press(coordinator, 'Count the file');
  await expect(main).toContainText('The file was turned away');
  await expect(main).toContainText('Column B (“Officer Name”) holds names of people.');
  await expect(main).not.toContainText('Abernathy');
  await arrive(coordinator, 'Import counts');
}

/** Nothing is saved before its preview is confirmed. */
export async function importTotals(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await main.locator('input[type=file]').setInputFiles(monthlyTotals);
  await press(coordinator, 'Count the file');
  await arrive(coordinator, 'What the file comes to');
  await expect(main).toContainText('Monthly totals, with a column for each count');
  await expect(main).toContainText('1 row without a month or day that can be read');
  await expect(main.getByRole('row', { name: /^Dec.2025/ })).toContainText('51');
  await press(coordinator, 'Save these counts');
  await arrive(coordinator, 'Outcomes');
  await expect(main).toContainText('The counts from your file were taken in.');
  const ofYear = main.getByRole('table', { name: 'All counts of 2025' });
  await expect(ofYear.getByRole('row', { name: /^Arrests/ })).toContainText('36');
  await open(coordinator, `${workspace}/outcomes/history`, /./);
}

/** A chart as an image with words for who hears it, and under it the table of every number drawn. */
export async function readTrend(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/outcomes`, 'Outcomes');
  await choose(coordinator, 'What to show', 'Referrals');
  await fill(coordinator, 'From', '2025-01');
  await fill(coordinator, /^To/, '2025-12');
  await press(coordinator, 'Show');
  await arrive(coordinator, 'Outcomes');
  const chart = main.getByRole('img', { name: 'Referrals' });
  await expect(chart).toBeVisible();
  await expect(chart.locator('desc')).toContainText('Every number stands in the table under the chart.');
  await expect(chart.locator('circle')).toHaveCount(12);
  const table = main.getByRole('table', { name: 'Referrals, month by month' });
  await expect(table.getByRole('row')).toHaveCount(13);
  // Eight referrals on forty calls.
  await expect(table.getByRole('row', { name: /^Jan.2025/ })).toContainText('20.0');
}
