import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, type Route } from '@playwright/test';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const looked = new Set<string>();
/** Where a page is looked at that may not run scripts itself, one for each browser. */
const lookingGlasses = new WeakMap<BrowserContext, Promise<Page>>();

/** Axe finds nothing on this page. Pages of one kind are looked at once in each state they are met in. */
export async function checkAccessibility(page: Page): Promise<void> {
  const kind = await kindOf(page);
  if (looked.has(kind)) return;
  looked.add(kind);
  await expectNoViolations(page, kind);
}

/**
 * The same for a browser without scripts, in which axe can't run: the page as it stands there is shown at the same
 * address in one that has them, where only axe's own are let in.
 */
export async function checkWithoutScripts(page: Page): Promise<void> {
  const kind = `without scripts: ${await kindOf(page)}`;
  if (looked.has(kind)) return;
  looked.add(kind);
  const glass = await lookingGlass(page);
  const body = await page.content();
  const [address = ''] = page.url().split('#');
  const show = (route: Route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  await glass.route(({ href }) => href === address, show, { times: 1 });
  await glass.goto(address);
  await expectNoViolations(glass, kind);
}

function lookingGlass(page: Page): Promise<Page> {
  const context = page.context();
  const known = lookingGlasses.get(context);
  if (known) return known;
  const opened = openLookingGlass(context);
  lookingGlasses.set(context, opened);
  return opened;
}

async function openLookingGlass(context: BrowserContext): Promise<Page> {
  const browser = context.browser();
  if (!browser) throw new Error('A journey’s context belongs to a browser.');
  const glass = await (await browser.newContext()).newPage();
  await glass.route(/\.js(\?|$)/, (route) => route.abort());
  return glass;
}

async function kindOf(page: Page): Promise<string> {
  const state = (await page.getByRole('main').getByRole('heading').allInnerTexts()).length;
  return `${routePattern(new URL(page.url()).pathname)} ${state}`;
}

/** What of axe can come out otherwise in a narrower window: sizes, what is hidden, and what scrolls. */
export const rulesOfSize: readonly string[] = [
  'aria-hidden-focus',
  'button-name',
  'link-name',
  'scrollable-region-focusable',
  'target-size',
];

/** Axe finds nothing on the page as it stands now, by all rules of WCAG or by these; `kind` names it where it does. */
export async function expectNoViolations(page: Page, kind: string, rules?: readonly string[]): Promise<void> {
  // The pages have no frames: legacy mode spares the blank page that axe otherwise opens for each of them.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const runOnly = rules ? { type: 'rule' as const, values: [...rules] } : wcag;
  const { violations } = await axe.options({ runOnly, resultTypes: ['violations'] }).analyze();
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `  ${html}`).join('\n')}`,
  );
  expect.soft(told, `axe on ${kind}`).toEqual([]);
}

/** `/workspace/elm-fork-police/roster/people/7f…` and its like are one page: `/workspace/:agency/roster/people/:id`. */
function routePattern(path: string): string {
  return path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27,}/g, ':id')
    .replace(/^\/(workspace|agencies|campaign\/\w+)\/[^/]+/, '/$1/:one')
    .replace(/\/(invitations|link|acknowledge)\/[^/]+/, '/$1/:token')
    .replace(/OM-\d{4}-\d{6}/, ':number');
}
