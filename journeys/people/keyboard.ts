import type { Page } from '@playwright/test';

/** Tabs on until the control with this label has the focus. */
export async function tabTo(page: Page, label: string, within: 'main' | 'page' = 'page'): Promise<void> {
  const focused = page.locator(within === 'main' ? 'main :focus' : ':focus');
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused.count()) === 0) continue;
    if ((await focused.ariaSnapshot()).includes(`"${label}`)) return;
  }
  throw new Error(`The Tab key reaches no “${label}”.`);
}
