import { expect, type Locator, type Page } from '@playwright/test';

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

/** Tabs on until one of these controls has the focus; at the end of the page it goes on from the top. */
async function tabToControl(page: Page, controls: Locator): Promise<void> {
  await expect(controls.first()).toBeAttached();
  for (let presses = 0; presses < 200; presses += 1) {
    if (await hasFocus(page, controls)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key reaches no ${controls}.`);
}

async function hasFocus(page: Page, controls: Locator): Promise<boolean> {
  return (await controls.and(page.locator(':focus')).count()) > 0;
}

/** A link or a button. */
export async function enterOn(page: Page, control: Locator): Promise<void> {
  await tabToControl(page, control);
  await page.keyboard.press('Enter');
}

/** Types into a field in place of what is there. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabToControl(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** A native date field takes month, day and year one after the other. */
export async function typeDate(page: Page, field: Locator, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  await tabToControl(page, field);
  await page.keyboard.type(`${month}${date}${year}`);
  await expect(field).toHaveValue(day);
}

/** Types the first word of an option, as a list of choices finds it. */
export async function typeChoice(page: Page, select: Locator, option: string): Promise<void> {
  await tabToControl(page, select);
  await page.keyboard.type(option.split(' ', 1).join(''));
  await expect(select.locator('option:checked')).toContainText(option);
}

/** Ticks a box; of answers that exclude each other the Tab key reaches one, and arrows the others. */
export async function tickByKey(page: Page, box: Locator): Promise<void> {
  const isRadio = (await box.getAttribute('type')) === 'radio';
  const name = await box.getAttribute('name');
  await tabToControl(page, isRadio ? page.locator(`input[type="radio"][name="${name}"]`) : box);
  for (let presses = 0; isRadio && presses < 10 && !(await hasFocus(page, box)); presses += 1)
    await page.keyboard.press('ArrowDown');
  if (!(await box.isChecked())) await page.keyboard.press('Space');
  await expect(box).toBeChecked();
}
