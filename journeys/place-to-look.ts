import type { Browser, Page } from '@playwright/test';
import { lookAt } from './looks.ts';
import { type Named, signIn, sitDown } from './people/person.ts';

export interface PlaceToLook {
  readonly page: Page;
  /** Who looks next signs in anew; nobody looks at what everybody sees. */
  sitsDown(named: Named | undefined): Promise<void>;
  look(as: string, paths: readonly string[]): Promise<void>;
}

/** One browser for everybody, so that styles, typefaces and scripts are fetched once. */
export async function onePlaceToLook(browser: Browser): Promise<PlaceToLook> {
  const nobody = { name: 'Nobody yet', email: '' };
  const seat = await sitDown(browser, nobody, { hasScripts: true, withAxe: false });
  const { page, context } = seat;
  return {
    page,
    async sitsDown(named) {
      await context.clearCookies();
      await page.unrouteAll();
      await page.setViewportSize({ width: 1280, height: 900 });
      if (named) await signIn({ ...seat, ...named });
    },
    look: (as, paths) => lookAt(page, paths, { withAxe: true, as }),
  };
}
