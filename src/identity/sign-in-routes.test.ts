import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieHeader, firstLink } from '../testing/sign-in-by-mail.ts';
import { createTestApp, type TestApp, testSite } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { signInContent } from './sign-in-content.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

/** The path of the link mailed to this address last. */
async function mailedLink(email: string): Promise<string> {
  const mail = (await app.outbox()).find((message) => message.recipient === email);
  const link = mail && firstLink(mail.text);
  if (!link) throw new Error(`No link was mailed to ${email}.`);
  return link;
}

async function askForLink(email: string, next?: string): Promise<string> {
  await app.post('/sign-in', { email, ...(next ? { next } : {}) });
  return mailedLink(email.trim().toLowerCase());
}

describe('asking for a sign-in link', () => {
  test('answers the same whether the address is known or not', async () => {
    await app.signIn('known@agency.test');
    const known = await app.post('/sign-in', { email: 'known@agency.test' });
    const unknown = await app.post('/sign-in', { email: 'unknown@agency.test' });
    expect([known.status, known.headers.get('location')]).toEqual([303, '/sign-in/check-email']);
    expect([unknown.status, unknown.headers.get('location')]).toEqual([303, '/sign-in/check-email']);
    expect(await (await app.get('/sign-in/check-email')).text()).toContain(signInContent.checkEmail.title);
  });

  test('takes an address as people type it', async () => {
    expect(await askForLink('  Casey.Example@Agency.test ')).toMatch(/^\/sign-in\/link\//);
  });

  test.each(['', 'no-address', 'a@b', `${'a'.repeat(250)}@b.example`])(
    'refuses %j with words and keeps it',
    async (email) => {
      const answer = await app.post('/sign-in', { email });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain(signInContent.signIn.emailMissing);
      expect(page).toContain(`value="${email}"`);
    },
  );

  test('is limited for one mailbox, with the time to wait', async () => {
    for (let asked = 0; asked < 10; asked += 1) {
      expect((await app.post('/sign-in', { email: 'bombed@agency.test' })).status).toBe(303);
    }
    const answer = await app.post('/sign-in', { email: 'bombed@agency.test' });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    const mails = (await app.outbox()).filter((mail) => mail.recipient === 'bombed@agency.test');
    expect(mails).toHaveLength(10);
  });
});

describe('the mailed link', () => {
  test('can be opened any number of times, as mail scanners do, and then still signs in', async () => {
    const link = await askForLink('scanner@agency.test');
    for (let opened = 0; opened < 3; opened += 1) {
      const page = await app.get(link);
      expect(page.status).toBe(200);
      expect(page.headers.getSetCookie()).toEqual([]);
      expect(await page.text()).toContain('scanner@agency.test');
    }
    const answer = await app.post(link, {});
    expect(answer.status).toBe(303);
    expect((await app.get('/account', cookieHeader(answer))).status).toBe(200);
  });

  test('works once', async () => {
    const link = await askForLink('once@agency.test');
    expect((await app.post(link, {})).status).toBe(303);
    for (const again of [await app.post(link, {}), await app.get(link)]) {
      expect(again.status).toBe(410);
      expect(again.headers.getSetCookie()).toEqual([]);
      expect(await again.text()).toContain(signInContent.linkGone.next);
    }
  });

  test('is refused after a quarter of an hour, and when it was invented', async () => {
    const link = await askForLink('late@agency.test');
    await asOwner(
      app.ownerUrl,
      "update identity.verification set expires_at = expires_at - interval '15 minutes'",
    );
    expect((await app.get(link)).status).toBe(410);
    expect((await app.post(link, {})).status).toBe(410);
    expect((await app.post('/sign-in/link/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', {})).status).toBe(410);
  });

  test('is not used by another site’s form', async () => {
    const link = await askForLink('forged@agency.test');
    const answer = await app.app.request(`${testSite}${link}`, {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.status).toBe(403);
    expect((await app.post(link, {})).status).toBe(303);
  });

  test('asks new people for their name once, and goes on to the page they wanted', async () => {
    const link = await askForLink('new@agency.test', '/account?from=mail');
    const page = await (await app.get(link)).text();
    expect(page).toContain('value="/account?from=mail"');
    const answer = await app.post(link, { next: '/account?from=mail' });
    expect(answer.headers.get('location')).toBe('/sign-in/name?next=%2Faccount%3Ffrom%3Dmail');
    const cookie = cookieHeader(answer);
    expect((await app.post('/sign-in/name', { name: ' ' }, cookie)).status).toBe(422);
    const named = await app.post(
      '/sign-in/name',
      { name: ' Alex Example ', next: '/account?from=mail' },
      cookie,
    );
    expect(named.headers.get('location')).toBe('/account?from=mail');
    expect(await (await app.get('/account', cookie)).text()).toContain('Alex Example');
    const second = await app.post(await askForLink('new@agency.test'), {});
    expect(second.headers.get('location')).toBe('/start');
  });

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example'])(
    'never leads out of the site (%s)',
    async (next) => {
      const page = await (await app.get(`/sign-in?next=${encodeURIComponent(next)}`)).text();
      expect(page).not.toContain('evil.example');
      const email = 'redirected@agency.test';
      await asOwner(app.ownerUrl, 'delete from rate_window');
      const link = await askForLink(email, next);
      expect(link).not.toContain('evil.example');
      const answer = await app.post(link, { next });
      expect(answer.headers.get('location')).toMatch(/^\/(start|account|sign-in\/name)$/);
      const again = await app.get(`/sign-in?next=${encodeURIComponent(next)}`, cookieHeader(answer));
      expect(again.headers.get('location')).toBe('/start');
    },
  );
});

describe('pages that need somebody', () => {
  test('send a stranger to sign in, and back', async () => {
    const answer = await app.get('/account');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?next=%2Faccount']);
  });

  test('signing out ends the session on the server', async () => {
    const cookie = await app.signIn('leaving@agency.test');
    const answer = await app.post('/sign-out', {}, cookie);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-out']);
    expect((await app.get('/account', cookie)).status).toBe(303);
    expect((await app.get('/sign-out')).status).toBe(200);
  });
});
