import { expect } from '@playwright/test';
import { rollCallSize, signedSize, signOffList } from '../files/two-hundred-people.ts';
import { mailedLink } from '../people/outbox.ts';
import {
  arrive,
  choose,
  fill,
  follow,
  followMail,
  open,
  type Person,
  press,
  tick,
} from '../people/person.ts';

const pathOf = (workspace: string) => `${workspace}/policy/acknowledgments`;

export async function expectProgress(coordinator: Person, workspace: string, count: number): Promise<void> {
  await open(coordinator, pathOf(workspace), 'Acknowledgments');
  await expect(coordinator.page.getByRole('main')).toContainText(`${count} of 200 (`);
}

/** One person has an address: the page tells by itself, also without scripts, when the link is sent. */
export async function sendLink(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, pathOf(workspace), 'Acknowledgments');
  await follow(coordinator, 'Send links by email');
  await arrive(coordinator, 'Send links by email');
  await expect(main).toContainText('199 people missing have no email address here.');
  await tick(coordinator, 'Everyone not asked yet: 1 person');
  await press(coordinator, 'Send the links');
  await expect(main).toContainText('1 of 1 person', { timeout: 60_000 });
  await expect(main).toContainText('Done.', { timeout: 30_000 });
  await arrive(coordinator, 'Send links by email');
}

/** The link is good for its person, once; whoever else holds it, or invents one, is told what to do. */
export async function acknowledgeByLink(officer: Person): Promise<void> {
  const main = officer.page.getByRole('main');
  const link = await mailedLink(officer, 'policy-acknowledgment');
  await open(officer, `${link.slice(0, -4)}aaaa`, 'This link does not work');
  await expect(main).toContainText('ask your coordinator for a new link');
  await followMail(officer, 'policy-acknowledgment', 'Read and acknowledge');
  await press(officer, 'Acknowledge the policy');
  await expect(main).toContainText('Tick the box once you have read the policy');
  await arrive(officer, 'Read and acknowledge');
  await forward(officer);
  await fill(officer, 'Your name', officer.name);
  await press(officer, 'Acknowledge the policy');
  await arrive(officer, `Thank you, ${officer.name}`);
  await open(officer, link, `Thank you, ${officer.name}`);
  await expect(main.getByRole('button')).toHaveCount(0);
}

async function forward(officer: Person): Promise<void> {
  const main = officer.page.getByRole('main');
  await expect(main).toContainText(`This page is for ${officer.name}.`);
  await tick(officer, 'I have read this policy');
  await fill(officer, 'Your name', 'Dana Whitlock');
  await press(officer, 'Acknowledge the policy');
  await expect(main).toContainText(`Type your name as it is on the roster: ${officer.name}`);
  await arrive(officer, 'Read and acknowledge');
}

/** A unit before its supervisor. */
export async function holdRollCall(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, `${pathOf(workspace)}/roll-call`, 'Roll call');
  await choose(coordinator, 'Unit', 'Traffic');
  await press(coordinator, 'Show these people');
  await arrive(coordinator, 'Roll call');
  const names = main.getByRole('group', { name: 'Has read the policy' }).locator('label');
  await expect(names).toHaveCount(rollCallSize);
  for (const name of await names.all()) await name.click();
  await press(coordinator, 'Record the ticked names');
  await expect(main).toContainText(`${rollCallSize} people acknowledged before you.`);
  await arrive(coordinator, 'Roll call');
}

/** The others signed on paper; of a name that nobody here has, nothing is recorded. */
export async function importSignOffList(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await open(coordinator, pathOf(workspace), 'Acknowledgments');
  await follow(coordinator, 'Import a sign-off list');
  await arrive(coordinator, 'Import a sign-off list');
  await main.getByLabel('Sign-off list').setInputFiles(signOffList);
  await press(coordinator, 'Read the file');
  await arrive(coordinator, 'Check how we read the file');
  await press(coordinator, 'Show what will change');
  await arrive(coordinator, 'Who signed');
  await expect(main).toContainText(`Have signed: ${signedSize}`);
  await follow(coordinator, 'In doubt: 1');
  await arrive(coordinator, 'Who signed');
  await expect(main.getByRole('row', { name: /Zellweger/ })).toBeVisible();
  await press(coordinator, 'Record these people');
  await arrive(coordinator, 'Acknowledgments');
  await expect(main).toContainText('The list was imported.');
}

export async function seeNobodyMissing(coordinator: Person, workspace: string): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await expectProgress(coordinator, workspace, 200);
  await expect(main.getByRole('row', { name: /Traffic/ })).toContainText('100 %');
  await follow(coordinator, 'See who is missing');
  await arrive(coordinator, 'Who has acknowledged');
  await expect(main).toContainText('Everyone asked has acknowledged this version.');
}
