import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestAuthenticator } from '../testing/test-authenticator.ts';
import { asOwner } from '../testing/test-database.ts';
import { cookieOf, createTestIdentity, type TestIdentity } from '../testing/test-identity.ts';
import { totpCode } from '../testing/test-totp.ts';
import { headersAfter } from './auth-answer.ts';
import { newPasskeyAnswer, passkeyAnswer } from './passkey-answer.ts';

const site = 'http://onemind.test';
let at: TestIdentity;
beforeAll(async () => {
  at = await createTestIdentity({ SITE_URL: site });
});
afterAll(() => at.drop());

async function addPasskey(headers: Headers, device: TestAuthenticator) {
  const challenge = await at.identity.passkeys.challengeToAdd(headers);
  if (!challenge.ok) return challenge;
  const answer = newPasskeyAnswer.parse(device.create(challenge.value.options));
  return at.identity.passkeys.add(headersAfter(headers, challenge.value.cookies), answer, 'Desk key');
}

async function signInWith(device: TestAuthenticator, before = new Headers()) {
  const { options, cookies } = await at.identity.passkeys.challengeToSignIn(before);
  return at.identity.passkeys.signIn(headersAfter(before, cookies), passkeyAnswer.parse(device.get(options)));
}

describe('a passkey', () => {
  test('signs its owner in', async () => {
    const headers = await at.signIn('key@agency.example');
    const device = new TestAuthenticator(site);
    expect(await addPasskey(headers, device)).toEqual({ ok: true, value: undefined });
    const outcome = await signInWith(device);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const viewer = await at.identity.viewerOf(cookieOf(outcome.value.cookies));
    expect(viewer?.email).toBe('key@agency.example');
    expect(await at.identity.passkeys.listOf(outcome.value.person)).toMatchObject([{ name: 'Desk key' }]);
  });

  test('counts as both factors', async () => {
    const headers = await at.signIn('strong@agency.example');
    const device = new TestAuthenticator(site);
    await addPasskey(headers, device);
    const person = (await at.identity.viewerOf(headers))?.person;
    if (!person) throw new Error('Nobody is signed in.');
    await at.identity.secondFactor.startSetUp(headers);
    const setUp = await at.identity.secondFactor.setUpOf(person, headers);
    await at.identity.secondFactor.confirm(person, headers, totpCode(setUp?.key ?? ''));
    const outcome = await signInWith(device);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(outcome.value.needsSecondStep).toBe(false);
    expect((await at.identity.viewerOf(cookieOf(outcome.value.cookies)))?.person).toBe(person);
  });

  test('of a device that checked nobody is neither added nor taken', async () => {
    const headers = await at.signIn('weak@agency.example');
    const weak = new TestAuthenticator(site, { verifiesUser: false });
    expect(await addPasskey(headers, weak)).toEqual({ ok: false, refusal: { code: 'passkey-refused' } });
  });

  test('is not taken from another site', async () => {
    const headers = await at.signIn('phished@agency.example');
    const device = new TestAuthenticator('https://onemind.test.evil.example');
    expect(await addPasskey(headers, device)).toEqual({ ok: false, refusal: { code: 'passkey-refused' } });
  });

  test('that nobody added is refused', async () => {
    expect(await signInWith(new TestAuthenticator(site))).toEqual({
      ok: false,
      refusal: { code: 'passkey-refused' },
    });
  });

  test('answer is good for one challenge', async () => {
    const headers = await at.signIn('replay@agency.example');
    const device = new TestAuthenticator(site);
    await addPasskey(headers, device);
    const { options, cookies } = await at.identity.passkeys.challengeToSignIn(new Headers());
    const answer = passkeyAnswer.parse(device.get(options));
    const bound = headersAfter(new Headers(), cookies);
    expect((await at.identity.passkeys.signIn(bound, answer)).ok).toBe(true);
    expect((await at.identity.passkeys.signIn(bound, answer)).ok).toBe(false);
  });

  test('is not added a day after signing in', async () => {
    const headers = await at.signIn('stale@agency.example');
    const session = (await at.identity.viewerOf(headers))?.session;
    await asOwner(
      at.ownerUrl,
      "update identity.session set created_at = now() - interval '24 hours' where id = $1",
      [session],
    );
    expect(await addPasskey(headers, new TestAuthenticator(site))).toEqual({
      ok: false,
      refusal: { code: 'session-not-fresh' },
    });
  });

  test('is removed by its owner only, and then opens nothing', async () => {
    const headers = await at.signIn('owner@agency.example');
    const device = new TestAuthenticator(site);
    await addPasskey(headers, device);
    const owner = (await at.identity.viewerOf(headers))?.person;
    const other = (await at.identity.viewerOf(await at.signIn('thief@agency.example')))?.person;
    if (!owner || !other) throw new Error('Nobody is signed in.');
    const [key] = await at.identity.passkeys.listOf(owner);
    if (!key) throw new Error('There is no passkey.');
    expect(await at.identity.passkeys.remove(other, key.id)).toBe(false);
    expect(await at.identity.passkeys.remove(owner, key.id)).toBe(true);
    expect((await signInWith(device)).ok).toBe(false);
  });
});
