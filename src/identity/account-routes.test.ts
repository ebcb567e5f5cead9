import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieHeader, firstLink } from '../testing/sign-in-by-mail.ts';
import { createTestApp, type TestApp, testSite } from '../testing/test-app.ts';
import { TestAuthenticator } from '../testing/test-authenticator.ts';
import { asOwner } from '../testing/test-database.ts';
import { totpCode } from '../testing/test-totp.ts';
import { accountContent } from './account-content.ts';
import { secondStepContent } from './second-step-content.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const text = async (path: string, cookie?: string) => (await app.get(path, cookie)).text();

describe('the account page', () => {
  test('keeps a new name, and refuses an empty one', async () => {
    const cookie = await app.signIn('robin.example@agency.test');
    const saved = await app.post('/account/name', { name: 'Robin Q. Example' }, cookie);
    expect(saved.headers.get('location')).toBe('/account?done=name-saved');
    expect(await text('/account?done=name-saved', cookie)).toContain(accountContent.done['name-saved']);
    expect(await text('/account', cookie)).toContain('value="Robin Q. Example"');
    const refused = await app.post('/account/name', { name: ' ' }, cookie);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(accountContent.you.nameMissing);
  });

  test('says nothing that its address only pretends was done', async () => {
    const cookie = await app.signIn('pretend@agency.test');
    expect((await app.get('/account?done=toString', cookie)).status).toBe(200);
  });

  test('signs another device out at once', async () => {
    const here = await app.signIn('devices@agency.test');
    const there = await app.signIn('devices@agency.test');
    const other = /\/account\/sessions\/[^/"]+\/end/.exec(await text('/account', here))?.[0];
    if (!other) throw new Error('The page lists no other session.');
    expect((await app.post(other, {}, here)).headers.get('location')).toBe('/account?done=session-ended');
    expect((await app.get('/account', there)).status).toBe(303);
    expect((await app.get('/account', here)).status).toBe(200);
    expect((await app.post(other, {}, here)).status).toBe(404);
  });

  test('signs out everywhere else', async () => {
    const here = await app.signIn('everywhere@agency.test');
    const others = [await app.signIn('everywhere@agency.test'), await app.signIn('everywhere@agency.test')];
    await app.post('/account/sessions/end-others', {}, here);
    for (const cookie of others) expect((await app.get('/account', cookie)).status).toBe(303);
    expect((await app.get('/account', here)).status).toBe(200);
  });

  test('never ends the session of somebody else', async () => {
    const victim = await app.signIn('victim@agency.test');
    const id = (await app.deps.identity.viewerOf(new Headers({ cookie: victim })))?.session;
    const attacker = await app.signIn('attacker@agency.test');
    expect((await app.post(`/account/sessions/${id}/end`, {}, attacker)).status).toBe(404);
    expect((await app.post('/account/sessions/no-id/end', {}, attacker)).status).toBe(404);
    expect((await app.get('/account', victim)).status).toBe(200);
  });
});

/** The key that the set-up page shows, and the cookie after its code was right. */
async function turnOnCodes(cookie: string) {
  await app.post('/account/second-step/start', {}, cookie);
  const page = await text('/account/second-step/set-up', cookie);
  const key = /<code class="om-code">([A-Z2-7 ]+)<\/code>/.exec(page)?.[1]?.replaceAll(' ', '');
  if (!key) throw new Error('The page shows no key.');
  expect(page).toContain('<svg');
  const answer = await app.post('/account/second-step/set-up', { code: totpCode(key) }, cookie);
  await asOwner(app.ownerUrl, 'delete from rate_window');
  const backupCodes = [...(await answer.text()).matchAll(/<code class="om-code">([a-z0-9-]+)<\/code>/g)];
  return { key, cookie: cookieHeader(answer), backupCodes: backupCodes.map((match) => match[1] ?? '') };
}

async function followLink(email: string, next = '/account') {
  await app.post('/sign-in', { email, next });
  const mail = (await app.outbox()).find((message) => message.recipient === email);
  const answer = await app.post(firstLink(mail?.text ?? '') ?? '', { next });
  return { answer, cookie: cookieHeader(answer) };
}

describe('sign-in codes', () => {
  test('are set up with a picture or a key, and backup codes are shown once', async () => {
    const before = await app.signIn('codes@agency.test');
    const { cookie, backupCodes } = await turnOnCodes(before);
    expect(backupCodes).toHaveLength(10);
    expect((await app.get('/account', before)).status).toBe(303);
    expect(await text('/account', cookie)).toContain(accountContent.secondStep.on);
    expect((await app.get('/account/second-step/set-up', cookie)).headers.get('location')).toBe('/account');
  });

  test('a wrong first code turns nothing on', async () => {
    const cookie = await app.signIn('wrong@agency.test');
    await app.post('/account/second-step/start', {}, cookie);
    const answer = await app.post('/account/second-step/set-up', { code: '000000' }, cookie);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(secondStepContent.wrongCode);
    expect(await text('/account', cookie)).toContain(accountContent.secondStep.setUp);
  });

  test('stand between the emailed link and every page', async () => {
    const { key } = await turnOnCodes(await app.signIn('guarded@agency.test'));
    const { answer, cookie } = await followLink('guarded@agency.test', '/account?x=1');
    expect(answer.headers.get('location')).toBe('/sign-in/second-step?next=%2Faccount%3Fx%3D1');
    const turnedAway = await app.get('/account', cookie);
    expect(turnedAway.headers.get('location')).toBe('/sign-in?next=%2Faccount');
    const asked = await app.get('/sign-in?next=%2Faccount', cookie);
    expect(asked.headers.get('location')).toBe('/sign-in/second-step?next=%2Faccount');
    expect(await text('/sign-in/second-step', cookie)).toContain(secondStepContent.signIn.title);
    expect((await app.post('/account/second-step/remove', { code: totpCode(key) }, cookie)).status).toBe(401);
    expect((await app.post('/sign-in/second-step', { code: '000000' }, cookie)).status).toBe(422);
    const passed = await app.post(
      '/sign-in/second-step',
      { code: totpCode(key), next: '/account?x=1' },
      cookie,
    );
    expect(passed.headers.get('location')).toBe('/account?x=1');
    expect((await app.get('/account', cookie)).status).toBe(200);
  });

  test('are limited to five tries', async () => {
    await turnOnCodes(await app.signIn('guessed@agency.test'));
    const { cookie } = await followLink('guessed@agency.test');
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await app.post('/sign-in/second-step', { code: '000000' }, cookie)).status).toBe(422);
    }
    expect((await app.post('/sign-in/second-step', { code: '000000' }, cookie)).status).toBe(429);
  });

  test('nobody without a half-done sign-in finds the second step', async () => {
    expect((await app.get('/sign-in/second-step')).headers.get('location')).toBe('/sign-in');
    const answer = await app.post('/sign-in/second-step', { code: '123456' });
    expect(answer.headers.get('location')).toBe('/sign-in');
  });

  test('are renewed and turned off with a code', async () => {
    const { key, cookie, backupCodes } = await turnOnCodes(await app.signIn('changing@agency.test'));
    const renewed = await app.post(
      '/account/second-step/backup-codes',
      { code: backupCodes[0] ?? '' },
      cookie,
    );
    expect(await renewed.text()).toContain(secondStepContent.backup.renewed);
    const refused = await app.post('/account/second-step/remove', { code: backupCodes[1] ?? '' }, cookie);
    expect(refused.status).toBe(422);
    const removed = await app.post('/account/second-step/remove', { code: totpCode(key) }, cookie);
    expect(removed.headers.get('location')).toBe('/account?done=second-step-off');
    expect((await followLink('changing@agency.test')).answer.headers.get('location')).toBe('/account');
  });
});

/** A JSON request as the browser module makes it; cookies of answers are kept as a browser keeps them. */
async function sendJson(
  path: string,
  body: unknown,
  cookie = '',
): Promise<{ told: unknown; answer: Response; cookie: string }> {
  const answer = await app.app.request(testSite + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: testSite, cookie },
    body: JSON.stringify(body),
  });
  const kept = [cookie, cookieHeader(answer)].filter(Boolean).join('; ');
  return { told: await answer.json(), answer, cookie: kept };
}

describe('passkeys', () => {
  test('are added on the account page, sign in, and are removed', async () => {
    const cookie = await app.signIn('passkey@agency.test');
    const device = new TestAuthenticator(testSite);
    const challenge = await sendJson('/account/passkeys/options', {}, cookie);
    const added = await sendJson(
      '/account/passkeys',
      { answer: device.create(challenge.told), name: 'Work laptop' },
      challenge.cookie,
    );
    expect(added.told).toEqual({ goTo: '/account?done=passkey-added' });
    expect(await text('/account', cookie)).toContain('Work laptop');

    const asked = await sendJson('/sign-in/passkey/options', {});
    expect(asked.told).toMatchObject({ userVerification: 'required' });
    const signedIn = await sendJson(
      '/sign-in/passkey',
      { answer: device.get(asked.told), next: '//evil.example' },
      asked.cookie,
    );
    expect(signedIn.told).toEqual({ goTo: '/start' });
    expect((await app.get('/account', cookieHeader(signedIn.answer))).status).toBe(200);

    const remove = /\/account\/passkeys\/[^/"]+\/remove/.exec(await text('/account', cookie))?.[0] ?? '';
    expect((await app.post(remove, {}, cookie)).headers.get('location')).toBe(
      '/account?done=passkey-removed',
    );
    const again = await sendJson('/sign-in/passkey/options', {});
    const refused = await sendJson(
      '/sign-in/passkey',
      { answer: device.get(again.told), next: '' },
      again.cookie,
    );
    expect(refused.answer.status).toBe(422);
  });

  test('refuse what no browser sends, with words', async () => {
    const cookie = await app.signIn('nonsense@agency.test');
    for (const [path, body] of [
      ['/account/passkeys', { answer: { id: '' }, name: 'x' }],
      ['/account/passkeys', 'text'],
      ['/sign-in/passkey', null],
    ] as const) {
      const { answer, told } = await sendJson(path, body, cookie);
      expect(answer.status).toBe(422);
      expect(told).toMatchObject({ message: expect.stringMatching(/passkey/i) });
    }
  });

  test('the pages say that they need JavaScript', async () => {
    const cookie = await app.signIn('noscript@agency.test');
    expect(await text('/account', cookie)).toMatch(/<noscript><p>[^<]*JavaScript/);
    expect(await text('/sign-in')).toMatch(/<noscript><p>[^<]*JavaScript/);
  });
});
