import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';

let app: TestApp;
let elmFork: AgencyForTests;
beforeAll(async () => {
  app = await createTestApp();
  elmFork = await anAgency(app.databases);
});
afterAll(() => app.close());

/** Signed in, and the session then ends somewhere else. */
async function expiredSession(): Promise<string> {
  const cookie = await app.signIn(elmFork.coordinator.email);
  await asOwner(app.ownerUrl, 'delete from identity.session');
  return cookie;
}

/** The fields of the page's form that sends to this address. */
function fieldsOf(page: string, action: string): Record<string, string> {
  const form = page.split('<form').find((part) => part.includes(`action="${action}"`)) ?? '';
  const inputs = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, unescaped(value)]));
}

const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('a session that ends while a form is filled in', () => {
  const person = { givenName: 'Dana "D" <b>', familyName: "O'Quillfeather & Sons", kind: 'sworn' };

  it('hands the answers back, and they can be sent again after signing in', async () => {
    const path = `/workspace/${elmFork.agency.slug}/roster/people/new`;
    const answer = await app.post(path, { ...person, ticked: ['a', 'b'] }, await expiredSession());
    expect(answer.status).toBe(401);
    const page = await answer.text();
    expect(page).toContain('What you typed is not lost');
    expect(page).not.toContain('<b>');
    const kept = fieldsOf(page, path);
    expect(kept).toMatchObject(person);
    expect(page.match(/name="ticked"/g)).toHaveLength(2);
    const again = await app.post(path, kept, await app.signIn(elmFork.coordinator.email));
    expect(again.status).toBe(303);
    const saved = await asOwner(app.ownerUrl, 'select given_name, family_name from staff_member');
    expect(saved).toEqual([{ given_name: person.givenName, family_name: person.familyName }]);
  });

  it('says of a form with a file that nothing was saved', async () => {
    const form = new FormData();
    form.set('file', new File(['Emp #,Last Name\n1,Example\n'], 'roster.csv'));
    const path = `/workspace/${elmFork.agency.slug}/roster/import`;
    const answer = await app.post(path, form, await expiredSession());
    expect(answer.status).toBe(401);
    const page = await answer.text();
    expect(page).toContain('You were signed out before your file arrived. Nothing was saved.');
    expect(page).toContain(`/sign-in?next=${encodeURIComponent(path)}`);
    expect(await asOwner(app.ownerUrl, 'select from stored_file')).toEqual([]);
  });

  it('keeps a page behind sign-in, to come back to', async () => {
    const answer = await app.get('/account?done=x', await expiredSession());
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Faccount%3Fdone%3Dx');
  });
});
