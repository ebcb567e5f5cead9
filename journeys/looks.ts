import { join } from 'node:path';
import process from 'node:process';
import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations, rulesOfSize } from './axe.ts';

/** Where a page is laid out anew. Axe looks at the widest by every rule, at the narrowest by those that go by size. */
const widths = [375, 768, 1280] as const;
const axeRulesAt: ReadonlyMap<number, readonly string[] | undefined> = new Map([
  [375, rulesOfSize],
  [1280, undefined],
]);
/** Pictures are for people, and take longer than all that is expected of a page: `LOOKS=1` has them taken of every page. */
const takesPictures = process.env.LOOKS === '1';
const looks = join(import.meta.dirname, '../test-results/looks');

export interface Look {
  readonly withAxe?: boolean;
  /** Who looks, for the names of the pictures: pages of one address may differ from person to person. */
  readonly as?: string;
}

/**
 * Soft failures where a page scrolls sideways in one of the sizes or, if asked, axe finds something. A picture is taken
 * of the page where something is wrong.
 */
export async function lookAt(
  page: Page,
  paths: readonly string[],
  { withAxe = false, as }: Look = {},
): Promise<void> {
  for (const path of paths) {
    const name = [...(as ? [as] : []), nameOf(path)].join('-');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await pictured(page, `${name}-${width}`, async () => {
        await expectNoSidewaysScroll(page, `${path} at ${width} pixels`);
        if (withAxe && axeRulesAt.has(width)) {
          await expectNoViolations(page, `${path} at ${width} pixels`, axeRulesAt.get(width));
        }
      });
    }
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 740, height: 1000 });
    await pictured(page, `${name}-print`, () => expectNoSidewaysScroll(page, `${path} in print`));
    await page.emulateMedia({ media: 'screen' });
  }
}

/** Looks at the page, and keeps a picture of it if something is wrong with it or pictures are asked for. */
async function pictured(page: Page, name: string, look: () => Promise<void>): Promise<void> {
  const before = test.info().errors.length;
  await look();
  if (!takesPictures && test.info().errors.length === before) return;
  await page.screenshot({ path: join(looks, `${name}.png`), fullPage: true, animations: 'disabled' });
}

async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  expect.soft(over, `pixels that ${what} is too wide`).toBeLessThanOrEqual(0);
}

function nameOf(path: string): string {
  return (
    path
      .replace(/^\/workspace\/[^/]+/, 'workspace')
      .replace(/^\/partner\/[^/]+/, 'partner')
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'one')
      .replaceAll(/\W+/g, '-')
      .replace(/^-|-$/g, '') || 'home'
  );
}
