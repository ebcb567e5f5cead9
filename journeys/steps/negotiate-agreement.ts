import { expect } from '@playwright/test';
import mammoth from 'mammoth';
import type { JourneyAgency } from '../agency.ts';
import { pdfText } from '../files/pdf-text.ts';
import { mailedLink } from '../people/outbox.ts';
import { acceptInvitation, arrive, fill, follow, followMail, type Person, press } from '../people/person.ts';

const note = 'Nights take us longer since the move.';

/** An invitation is for the mailbox it was sent to: somebody else is told so, and nothing is accepted. */
export async function tryInvitationOf(coordinator: Person, representative: Person): Promise<void> {
  const { page } = coordinator;
  const link = await mailedLink(representative, 'partnership-proposed');
  expect((await page.goto(link))?.status()).toBe(403);
  await arrive(coordinator, 'This invitation is for someone else');
  const main = page.getByRole('main');
  await expect(main).toContainText(`You are signed in as ${coordinator.email}`);
  await expect(main).toContainText('sign out and go on with the invited one');
  await expect(main.getByRole('button', { name: 'Accept and go on' })).toHaveCount(0);
}

/** The representative reads the agreement whole, and answers with a version in which one part differs. */
export async function proposeChanges(representative: Person, agency: JourneyAgency): Promise<void> {
  const main = representative.page.getByRole('main');
  await acceptInvitation(representative, 'partnership-proposed');
  await arrive(representative, `Partnership with ${agency.name}`);
  await follow(representative, 'Answer with a version of your own');
  await arrive(representative, 'Read it whole');
  await expect(main).toContainText('Staff take over within 15 minutes.');
  await follow(representative, 'Roles');
  await arrive(representative, 'Roles');
  await fill(representative, 'What the partner does', 'Sends its team within 40 minutes, day and night.');
  await press(representative, 'Save and read it whole');
  await arrive(representative, 'Read it whole');
  await fill(representative, 'A note to the other side', note);
  await fill(representative, 'Your title or role', 'Director of Crisis Services');
  await press(representative, 'Propose the agreement');
  await arrive(representative, 'Agreement');
  await expect(main).toContainText('Version 2 waits for an answer');
}

/** The agency reads what came and what went, and says yes by name and role. */
export async function confirmChanges(coordinator: Person, agency: JourneyAgency): Promise<void> {
  const main = coordinator.page.getByRole('main');
  await followMail(coordinator, 'agreement-proposed', 'Agreement');
  await expect(main).toContainText(`${agency.partner} proposed version 2`);
  await expect(main.getByRole('blockquote')).toHaveText(note);
  await follow(coordinator, 'Read version 2');
  await arrive(coordinator, 'Version 2 of the agreement');
  const version = coordinator.page.url();
  await follow(coordinator, 'See what changes');
  await arrive(coordinator, 'Version 2 beside version 1');
  await expect(main.locator('ins').filter({ hasText: '40' })).toBeVisible();
  await expect(main.locator('del').filter({ hasText: '20' })).toBeVisible();
  await expect(main.getByRole('heading', { level: 2 })).toHaveText([/^Roles of the parties/]);
  await coordinator.page.goto(version);
  await press(coordinator, 'Confirm this version');
  await expect(main).toContainText('Enter your title or role');
  await arrive(coordinator, 'Version 2 of the agreement');
  await fill(coordinator, 'Your title or role', 'Sergeant');
  await press(coordinator, 'Confirm this version');
  await arrive(coordinator, 'Agreement');
  await expect(main).toContainText('You confirmed it. It is in effect');
}

/** Both sides take the same words away, to edit and to sign. */
export async function downloadAgreement(
  coordinator: Person,
  representative: Person,
  agency: JourneyAgency,
): Promise<void> {
  await followMail(representative, 'agreement-agreed', 'Agreement');
  for (const person of [coordinator, representative]) {
    const { value } = await mammoth.extractRawText({
      path: await downloaded(person, 'Word document (DOCX)', docxType),
    });
    const printed = await pdfText(await downloaded(person, 'PDF, to sign', 'application/pdf'));
    for (const text of [value.replace(/\s+/g, ' '), printed]) {
      expect(text).toContain(agency.partner);
      expect(text).toContain('within 40 minutes, day and night');
      expect(text).toContain(`Confirmed in One Mind by ${coordinator.name}, Sergeant`);
      expect(text).toContain(`Confirmed in One Mind by ${representative.name}, Director of Crisis Services`);
    }
  }
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Clicks the link; gives where the file lies. */
async function downloaded({ page }: Person, link: string, type: string): Promise<string> {
  const download = page.waitForEvent('download');
  const answer = page
    .context()
    .waitForEvent('response', (response) => response.url().includes('/memorandum.'));
  await page.getByRole('main').getByRole('link', { name: link }).click();
  expect((await answer).headers()['content-type']).toBe(type);
  return (await download).path();
}
