import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { readZip } from '../../src/testing/read-zip.ts';
import { arrive, fill, follow, followMail, open, type Person, press, tick } from '../people/person.ts';

const run = promisify(execFile);
const main = join(import.meta.dirname, '../../dist/main.js');

export const grounds = 'The closing letter went to our old address. We answered within a week of reading it.';
export const decision = 'The letter did come back to us. You get the time that you lost.';

/** The agency reads that its case was closed, and says why that is wrong; without a word it is asked for one. */
export async function fileAppeal(coordinator: Person, workspace: string): Promise<void> {
  const content = coordinator.page.getByRole('main');
  await open(coordinator, `${workspace}/review`, 'Review');
  await expect(content).toContainText('The review was closed');
  await follow(coordinator, 'Appeal the closing');
  await arrive(coordinator, 'Appeal');
  await press(coordinator, 'Send the appeal');
  await expect(content).toContainText('Write why the decision is wrong');
  await arrive(coordinator, 'Appeal');
  await fill(coordinator, 'Why is the decision wrong?', grounds);
  await press(coordinator, 'Send the appeal');
  await arrive(coordinator, 'Review');
  await expect(content).toContainText('Your appeal was sent.');
  await expect(content).toContainText(grounds);
  await expect(content).toContainText('Your appeal is being decided.');
  await expect(content.getByRole('button', { name: 'Send in for review' })).toHaveCount(0);
}

/** Whoever reviewed a round of the case reads the appeal, and why it is not theirs. */
export async function findItNotTheirs(reviewer: Person, appeal: string, agency: string): Promise<void> {
  const content = reviewer.page.getByRole('main');
  await open(reviewer, appeal, `Appeal of ${agency}`);
  await expect(content).toContainText(grounds);
  await expect(content).toContainText('You had a part in the decisions of this case.');
  await expect(content).toContainText('Somebody else must decide the appeal.');
  await expect(content.getByRole('button', { name: 'Decide the appeal' })).toHaveCount(0);
}

/** A third person follows the mail, reads the case and decides. Gives the address of the appeal. */
export async function openAppeal(third: Person, agency: string): Promise<string> {
  await followMail(third, 'appeal-filed', `Appeal of ${agency}`);
  await expect(third.page.getByRole('main')).toContainText(grounds);
  return third.page.url();
}

export async function decideAppeal(third: Person, agency: string): Promise<void> {
  const content = third.page.getByRole('main');
  await press(third, 'Decide the appeal');
  await expect(content).toContainText('Choose whether the decision stands');
  await arrive(third, `Appeal of ${agency}`);
  await tick(third, 'The agency is right');
  await fill(third, 'Your grounds, for the agency', decision);
  await press(third, 'Decide the appeal');
  await arrive(third, agency);
  await expect(content).toContainText('The appeal was decided, and the agency was told.');
}

/** The agency reads mail and grounds, and sees that it may answer again. */
export async function readDecision(coordinator: Person): Promise<void> {
  const content = coordinator.page.getByRole('main');
  await followMail(coordinator, 'appeal-decided', 'Review');
  await expect(content).toContainText(decision);
  await expect(content).toContainText('Answer the reviewers and send it again');
  await follow(coordinator, 'Messages with the reviewers, and your case to download');
  await arrive(coordinator, 'Your case');
  await expect(content).toContainText(grounds);
  await expect(content).toContainText(decision);
}

/** The whole case as one file: both rounds, the appeal, the documents; what was decided is computed again from it. */
export async function takeCaseAlong({ page }: Person, asked: readonly string[]): Promise<void> {
  const link = page.getByRole('main').getByRole('link', { name: 'Download the case (ZIP)' });
  const answer = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(answer.headers()['content-type']).toBe('application/zip');
  const files = readZip(await answer.body());
  const text = (name: string) => files.get(name)?.toString('utf8') ?? '';
  for (const words of [...asked, grounds, decision]) {
    expect(text('decisions.json')).toContain(words);
    expect(text('index.html')).toContain(words);
  }
  expect([...files].filter(([name, { length }]) => name.endsWith('.pdf') && length > 500)).not.toEqual([]);
  for (const round of ['round-1', 'round-2']) {
    const snapshot = test.info().outputPath(`${round}.json`);
    await writeFile(snapshot, text(`${round}/published.json`));
    const { stdout } = await run(process.execPath, [main, 'verify', '--snapshot', snapshot]);
    expect(stdout).toContain('Equal: the snapshot is whole, and comes to what it says.');
  }
}
