import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assetUrl } from '../assets/asset-url.ts';
import { createTestApp, type TestApp, testSite } from '../testing/test-app.ts';

let app: TestApp;
let cookie: string;
beforeAll(async () => {
  app = await createTestApp();
  app.app.get('/fault', () => {
    throw new Error('a fault of the program');
  });
  cookie = await app.signIn('casey.coordinator@agency.test');
});
afterAll(() => app.close());

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; ";

describe('every kind of answer', () => {
  it.each([
    ['a page', 'GET', '/', 200],
    ['a page of one person', 'GET', '/account', 200],
    ['a page that waits behind sign-in', 'GET', '/campaign', 303],
    ['an unknown page', 'GET', '/no-such-page', 404],
    ['an unknown asset', 'GET', '/assets/no-such.css', 404],
    ['a fault', 'GET', '/fault', 500],
    ['a refused form', 'POST', '/account/name', 403],
    ['a health check', 'GET', '/livez', 200],
    ['a head', 'HEAD', '/', 200],
    ['a method that no page takes', 'POST', '/about', 404],
    ['a deletion', 'DELETE', '/account', 404],
  ])('%s carries the closed policy, a request id and no way into caches', async (_, method, path, status) => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' };
    const headers = {
      ...(path === '/account' ? { cookie } : {}),
      ...(path === '/account/name' ? form : { origin: testSite }),
    };
    const answer = await app.app.request(testSite + path, { method, headers });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-security-policy')).toContain(policy);
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect(answer.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  it('an asset carries them too and may be kept', async () => {
    const answer = await app.get(assetUrl('onemind.css'));
    expect(answer.headers.get('content-security-policy')).toContain(policy);
    expect(answer.headers.get('x-request-id')).toBeTruthy();
    if (answer.status === 200) expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  it('keeps the request id of the proxy when it is one, and no other text', async () => {
    const ask = (id: string) => app.app.request(`${testSite}/livez`, { headers: { 'x-request-id': id } });
    expect((await ask('3f2c7b1a-proxy')).headers.get('x-request-id')).toBe('3f2c7b1a-proxy');
    expect((await ask('<script>alert(1)</script>')).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('asks for HTTPS from then on where the site has it', async () => {
    const secure = await createTestApp({ environment: { SITE_URL: 'https://onemind.test' } });
    try {
      expect((await secure.get('/livez')).headers.get('strict-transport-security')).toContain(
        'max-age=31536000',
      );
      expect((await app.get('/livez')).headers.get('strict-transport-security')).toBeNull();
    } finally {
      await secure.close();
    }
  });
});

describe('an error page', () => {
  it.each([
    ['/no-such-page', 404, 'We can’t find this page'],
    ['/fault', 500, 'Something went wrong on our side'],
    ['/campaign', 404, 'We can’t find this page'],
  ])('%s answers %i in words, with the number to tell us', async (path, status, heading) => {
    const answer = await app.get(path, cookie);
    expect(answer.status).toBe(status);
    const page = await answer.text();
    expect(page).toContain(`<h1`);
    expect(page).toContain(heading);
    expect(page).toContain(`<code>${answer.headers.get('x-request-id')}</code>`);
    expect(page).not.toContain('a fault of the program');
  });

  it('says how long to wait after too many tries', async () => {
    const ask = () => app.post('/sign-in', { email: 'often@agency.test' });
    let answer = await ask();
    for (let tries = 1; tries < 12 && answer.status !== 429; tries++) answer = await ask();
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    const page = await answer.text();
    expect(page).toContain('Too many tries');
    expect(page).toMatch(/Wait \d+ (seconds|minutes), then try again/);
  });

  it.each([
    '/agencies/%00',
    '/verify/a%00b',
    '/agencies?search=%00',
    '/sign-in?next=%00',
    '/%E0%A4%A',
    '/agencies/%ff',
  ])('meets an address that no text can hold: %s', async (path) => {
    expect((await app.get(path, cookie)).status).toBeLessThan(500);
  });
});

describe('a form', () => {
  const send = (headers: Record<string, string>) =>
    app.app.request(`${testSite}/account/name`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: 'name=Changed+By+Another+Site',
    });

  it.each<[string, Record<string, string>]>([
    ['of another site', { origin: 'https://evil.example' }],
    ['of another port', { origin: `${testSite}:8080` }],
    ['of a page that hides where it is from', { origin: 'null' }],
    ['of nowhere', {}],
    ['of another site by its own word', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['of another site as JSON', { origin: 'https://evil.example', 'content-type': 'application/json' }],
    ['of another site as plain text', { origin: 'https://evil.example', 'content-type': 'text/plain' }],
    [
      'of another site with a file',
      { origin: 'https://evil.example', 'content-type': 'multipart/form-data; boundary=x' },
    ],
  ])('%s is refused and changes nothing', async (_, headers) => {
    const answer = await send(headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('This form was not sent from our own page');
    expect(await (await app.get('/account', cookie)).text()).not.toContain('Changed By Another Site');
  });

  it('of our own is taken', async () => {
    expect((await send({ origin: testSite })).status).toBe(303);
    expect(await (await app.get('/account', cookie)).text()).toContain('Changed By Another Site');
  });

  it('that is too long, or no form at all, is refused in words', async () => {
    const long = await app.post('/account/name', { name: 'x'.repeat(600 * 1024) }, cookie);
    expect(long.status).toBe(413);
    expect(long.headers.get('connection')).toBe('close');
    expect(await long.text()).toContain('What you sent is too long');
    const broken = await app.app.request(`${testSite}/account/name`, {
      method: 'POST',
      headers: { cookie, origin: testSite, 'content-type': 'multipart/form-data; boundary=x' },
      body: 'this is no multipart',
    });
    expect(broken.status).toBe(400);
    expect(await broken.text()).toContain('did not arrive whole');
  });
});
