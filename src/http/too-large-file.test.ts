import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';

let app: TestApp;
let made: AgencyForTests;
let cookie: string;
beforeAll(async () => {
  app = await createTestApp();
  made = await anAgency(app.databases);
  cookie = await app.signIn(made.coordinator.email);
});
afterAll(() => app.close());

const megabytes = (count: number) => new Uint8Array(count * 1_048_576 + 1);

async function sent(path: string, form: FormData): Promise<string> {
  const answer = await app.post(`/workspace/${made.agency.slug}${path}`, form, cookie);
  expect(answer.status).toBe(422);
  expect(await asOwner(app.ownerUrl, 'select from stored_file')).toEqual([]);
  return answer.text();
}

it('evidence that is too large comes back with its form, and what was typed is still there', async () => {
  const form = new FormData();
  form.set('title', 'Minutes of the kick-off');
  form.set('note', 'With all slides.');
  form.set('file', new Blob([megabytes(25)]), 'minutes.pdf');
  const page = await sent('/evidence/add/partnership', form);
  expect(page).toContain('The file is larger than 25 MB, and nothing was saved.');
  expect(page).toContain('value="Minutes of the kick-off"');
  expect(page).toContain('With all slides.');
});

it('a roster file that is too large is told what to do, on the page where another can be chosen', async () => {
  const form = new FormData();
  form.set('file', new Blob([megabytes(50)]), 'roster.xlsx');
  const page = await sent('/roster/import', form);
  expect(page).toContain('The file is larger than 50 MB, and nothing was saved. Save it as CSV');
  expect(page).toMatch(/<input[^>]*type="file"/);
});
