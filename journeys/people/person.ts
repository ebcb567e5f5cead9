import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { checkAccessibility, checkWithoutScripts } from '../axe.ts';
import { enterOn, tickByKey, typeChoice, typeDate, typeInto } from './keyboard.ts';
import { mailedLink } from './outbox.ts';

export interface Named {
  readonly name: string;
  readonly email: string;
}

/** Somebody at a browser of their own. */
export interface Person extends Named {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly hasScripts: boolean;
  /** Every page the person comes to is looked at by axe. */
  readonly withAxe: boolean;
  /** With the keyboard alone every control is reached by Tab and worked by keys. */
  readonly hands: 'mouse' | 'keyboard';
}

/** How a journey is made. */
export interface Ways {
  readonly hasScripts: boolean;
  readonly withAxe: boolean;
}

export async function sitDown(browser: Browser, named: Named, ways: Ways): Promise<Person> {
  const context = await browser.newContext({ javaScriptEnabled: ways.hasScripts });
  return { ...named, ...ways, context, page: await context.newPage(), hands: 'mouse' };
}

/** The person has come to the page with this heading. */
export async function arrive(person: Person, heading: string | RegExp): Promise<void> {
  await expect(person.page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  if (!person.withAxe) return;
  await (person.hasScripts ? checkAccessibility(person.page) : checkWithoutScripts(person.page));
}

export async function open(person: Person, path: string, heading: string | RegExp): Promise<void> {
  await person.page.goto(path);
  await arrive(person, heading);
}

export async function press(person: Person, button: string | RegExp): Promise<void> {
  await activate(person, person.page.getByRole('button', { name: button }));
}

export async function follow(person: Person, link: string | RegExp): Promise<void> {
  await activate(person, person.page.getByRole('main').getByRole('link', { name: link }).first());
}

async function activate({ page, hands }: Person, control: Locator): Promise<void> {
  await (hands === 'keyboard' ? enterOn(page, control) : control.click());
}

export async function fill(person: Person, label: string | RegExp, text: string): Promise<void> {
  const field = person.page.getByRole('main').getByLabel(label);
  await (person.hands === 'keyboard' ? typeInto(person.page, field, text) : field.fill(text));
}

/** `day` as `2026-03-05`. */
export async function fillDate(person: Person, label: string | RegExp, day: string): Promise<void> {
  const field = person.page.getByRole('main').getByLabel(label);
  await (person.hands === 'keyboard' ? typeDate(person.page, field, day) : field.fill(day));
}

/** Chooses the option whose words begin so. */
export async function choose(person: Person, label: string | RegExp, option: string): Promise<void> {
  const select = person.page.getByRole('main').getByLabel(label);
  if (person.hands === 'keyboard') return typeChoice(person.page, select, option);
  const words = await select.locator('option').allInnerTexts();
  await select.selectOption({ label: words.find((text) => text.startsWith(option)) ?? option });
}

/** Ticks a box or chooses an answer by its label, as people do: the design draws the control itself. */
export async function tick(person: Person, label: string | RegExp, within?: Locator): Promise<void> {
  const { page, hands } = person;
  const words = (within ?? page.getByRole('main')).locator('label').filter({ hasText: label }).first();
  if (hands === 'mouse') return words.click();
  await tickByKey(page, page.locator(`[id="${await words.getAttribute('for')}"]`));
}

/** Signs in by an emailed link, and gives a name where the site does not know one. */
export async function signIn(person: Person): Promise<void> {
  await open(person, '/sign-in', 'Sign in');
  await fill(person, 'Email address', person.email);
  await press(person, 'Email me a sign-in link');
  await arrive(person, 'Check your email');
  await followMail(person, 'sign-in', 'Sign in');
  await press(person, 'Sign in');
  await giveNameIfAsked(person);
}

/** Opens the link in the newest email of this kind to the person. */
export async function followMail(person: Person, kind: string, heading: string | RegExp): Promise<void> {
  await person.page.goto(await mailedLink(person, kind));
  await arrive(person, heading);
}

/** An invitation proves no mailbox: who is not signed in comes back to it by a sign-in link, and then accepts. */
export async function acceptInvitation(person: Person, kind: string): Promise<void> {
  const { page } = person;
  await followMail(person, kind, 'You are invited');
  if ((await page.getByRole('button', { name: 'Email me a sign-in link' }).count()) > 0) {
    await press(person, 'Email me a sign-in link');
    await arrive(person, 'Check your email');
    await followMail(person, 'sign-in', 'Sign in');
    await press(person, 'Sign in');
    await giveNameIfAsked(person);
    await arrive(person, 'You are invited');
  }
  await press(person, 'Accept and go on');
  await expect(page.getByRole('button', { name: 'Accept and go on' })).toHaveCount(0);
}

async function giveNameIfAsked(person: Person): Promise<void> {
  const { page } = person;
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toHaveCount(0);
  if (!new URL(page.url()).pathname.startsWith('/sign-in/name')) return;
  await arrive(person, 'What is your name?');
  await fill(person, 'Your name', person.name);
  await press(person, 'Save and go on');
  await expect(page.getByRole('heading', { name: 'What is your name?' })).toHaveCount(0);
}
