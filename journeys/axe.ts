import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const looked = new Set<string>();

/** Axe finds nothing on this page. Pages of one kind are looked at once in each state they are met in. */
export async function checkAccessibility(page: Page): Promise<void> {
  const pattern = routePattern(new URL(page.url()).pathname);
  const state = (await page.getByRole('main').getByRole('heading').allInnerTexts()).length;
  const kind = `${pattern} ${state}`;
  if (looked.has(kind)) return;
  looked.add(kind);
  // The pages have no frames: legacy mode spares the blank page that axe otherwise opens for each of them.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await axe.options({ runOnly: wcag, resultTypes: ['violations'] }).analyze();
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `  ${html}`).join('\n')}`,
  );
  expect.soft(told, `axe on ${pattern}`).toEqual([]);
}

/** `/workspace/elm-fork-police/roster/people/7f…` and its like are one page: `/workspace/:agency/roster/people/:id`. */
function routePattern(path: string): string {
  return path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27,}/g, ':id')
    .replace(/^\/(workspace|agencies|campaign\/\w+)\/[^/]+/, '/$1/:one')
    .replace(/\/(invitations|link)\/[^/]+/, '/$1/:token')
    .replace(/OM-\d{4}-\d{6}/, ':number');
}
