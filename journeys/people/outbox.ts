import { expect } from '@playwright/test';
import type { Person } from './person.ts';

/** The first link in the newest email of this kind to the person. */
export async function mailedLink(person: Person, kind: string): Promise<string> {
  const outbox = await person.context.newPage();
  await outbox.goto(`/dev/outbox?recipient=${encodeURIComponent(person.email)}`);
  const mail = outbox.locator(`[data-recipient="${person.email}"][data-kind="${kind}"]`).first();
  await expect(mail, `an email “${kind}” to ${person.email}`).toBeVisible();
  const href = await mail.getByRole('link').first().getAttribute('href');
  await outbox.close();
  if (!href) throw new Error(`The email “${kind}” to ${person.email} holds no link.`);
  return href;
}
