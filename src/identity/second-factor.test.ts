import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '../database/acting.ts';
import { TooManyAttempts } from '../http/refused-request.ts';
import { asOwner } from '../testing/test-database.ts';
import { cookieOf, createTestIdentity, type TestIdentity } from '../testing/test-identity.ts';
import { totpCode } from '../testing/test-totp.ts';
import type { SignedIn } from './sign-in-link.ts';

let at: TestIdentity;
beforeAll(async () => {
  at = await createTestIdentity();
});
afterAll(() => at.drop());

const viewerOf = async (headers: Headers) => {
  const viewer = await at.identity.viewerOf(headers);
  if (!viewer) throw new Error('Nobody is signed in.');
  return viewer;
};

/** Turns the second factor on, and forgets the code that did it, so that the next sign-in needn't wait for another. */
async function withSecondFactor(email: string) {
  const before = await at.signIn(email);
  const { person } = await viewerOf(before);
  await at.identity.secondFactor.startSetUp(before);
  const setUp = await at.identity.secondFactor.setUpOf(person, before);
  if (!setUp) throw new Error('There is nothing to set up.');
  const outcome = await at.identity.secondFactor.confirm(person, before, totpCode(setUp.key));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  await forgetCodes();
  return { person, key: setUp.key, before, headers: cookieOf(outcome.value.cookies), ...outcome.value };
}

const forgetCodes = () => asOwner(at.ownerUrl, 'delete from rate_window');

async function signInByLink(email: string): Promise<{ signedIn: SignedIn; headers: Headers }> {
  const outcome = await at.identity.finishSignIn(await at.mailedToken(email), new Headers());
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return { signedIn: outcome.value, headers: cookieOf(outcome.value.cookies) };
}

async function passWith(headers: Headers, code: string) {
  const standing = await at.identity.standingOf(headers);
  if (standing.is !== 'second-step') throw new Error(`The person is at ${standing.is}.`);
  return at.identity.secondFactor.pass(standing, headers, code);
}

describe('setting up a second factor', () => {
  test('asks for nothing until its first code was right', async () => {
    const headers = await at.signIn('setup@agency.example');
    const { person } = await viewerOf(headers);
    expect(await at.identity.secondFactor.stateOf(person)).toBe('off');
    await at.identity.secondFactor.startSetUp(headers);
    expect(await at.identity.secondFactor.stateOf(person)).toBe('pending');
    expect(await at.identity.secondFactor.confirm(person, headers, '000000')).toEqual({
      ok: false,
      refusal: { code: 'wrong-code' },
    });
    expect((await signInByLink('setup@agency.example')).signedIn.needsSecondStep).toBe(false);
  });

  test('gives a key for the app, ten backup codes, and a session that counts', async () => {
    const { person, headers, backupCodes, before } = await withSecondFactor('on@agency.example');
    expect(backupCodes).toHaveLength(10);
    expect(await at.identity.secondFactor.stateOf(person)).toBe('on');
    expect((await viewerOf(headers)).person).toBe(person);
    expect(await at.identity.viewerOf(before)).toBeUndefined();
  });

  test('shows the key to nobody once it is confirmed', async () => {
    const { person, headers } = await withSecondFactor('shown@agency.example');
    expect(await at.identity.secondFactor.setUpOf(person, headers)).toBeUndefined();
  });

  test('keeps key and backup codes encrypted', async () => {
    const { key, backupCodes } = await withSecondFactor('stored@agency.example');
    const rows = await asOwner<{ row: string }>(
      at.ownerUrl,
      'select t::text as row from identity.two_factor t',
    );
    for (const { row } of rows) {
      expect(row).not.toContain(key);
      for (const code of backupCodes) expect(row).not.toContain(code);
    }
  });
});

describe('signing in with a second factor', () => {
  test('by link alone opens nothing but the second step', async () => {
    const { person } = await withSecondFactor('half@agency.example');
    const { signedIn, headers } = await signInByLink('half@agency.example');
    expect(signedIn.needsSecondStep).toBe(true);
    expect(await at.identity.viewerOf(headers)).toBeUndefined();
    expect(await at.identity.standingOf(headers)).toMatchObject({ is: 'second-step', person });
  });

  test('counts after the code of the app', async () => {
    const { key } = await withSecondFactor('code@agency.example');
    const { headers } = await signInByLink('code@agency.example');
    expect(await passWith(headers, '12 34 5')).toEqual({ ok: false, refusal: { code: 'wrong-code' } });
    expect((await passWith(headers, totpCode(key))).ok).toBe(true);
    expect((await viewerOf(headers)).email).toBe('code@agency.example');
  });

  test('takes no code of half an hour ago', async () => {
    const { key } = await withSecondFactor('old@agency.example');
    const { headers } = await signInByLink('old@agency.example');
    expect((await passWith(headers, totpCode(key, -60))).ok).toBe(false);
  });

  test('takes a code once', async () => {
    const { key } = await withSecondFactor('once@agency.example');
    const first = await signInByLink('once@agency.example');
    const second = await signInByLink('once@agency.example');
    const code = totpCode(key);
    expect((await passWith(first.headers, code)).ok).toBe(true);
    expect((await passWith(second.headers, code)).ok).toBe(false);
    expect(await at.identity.viewerOf(second.headers)).toBeUndefined();
  });

  test('takes a backup code once', async () => {
    const { backupCodes } = await withSecondFactor('backup@agency.example');
    const code = backupCodes[3] ?? '';
    const first = await signInByLink('backup@agency.example');
    expect((await passWith(first.headers, code.toUpperCase())).ok).toBe(true);
    const second = await signInByLink('backup@agency.example');
    expect((await passWith(second.headers, code)).ok).toBe(false);
    expect((await passWith(second.headers, backupCodes[4] ?? '')).ok).toBe(true);
  });

  test('stops guessing after five tries', async () => {
    const { key } = await withSecondFactor('guess@agency.example');
    const { headers } = await signInByLink('guess@agency.example');
    for (let tries = 0; tries < 5; tries += 1) expect((await passWith(headers, '111111')).ok).toBe(false);
    await expect(passWith(headers, totpCode(key))).rejects.toThrow(TooManyAttempts);
  });

  test('ends a half-done sign-in after a quarter of an hour', async () => {
    await withSecondFactor('slow@agency.example');
    const { signedIn, headers } = await signInByLink('slow@agency.example');
    await asOwner(
      at.ownerUrl,
      "update identity.session set created_at = now() - interval '15 minutes' where id = $1",
      [signedIn.session],
    );
    expect(await at.identity.standingOf(headers)).toEqual({ is: 'nobody' });
  });

  test('another device that was signed in before has to pass the step too', async () => {
    const other = await at.signIn('devices@agency.example');
    await withSecondFactor('devices@agency.example');
    expect(await at.identity.viewerOf(other)).toBeUndefined();
  });
});

describe('changing a second factor', () => {
  const removed = (person: PersonId) => at.identity.secondFactor.stateOf(person);

  test('is removed with a code and not without', async () => {
    const { person, headers, key } = await withSecondFactor('remove@agency.example');
    expect((await at.identity.secondFactor.remove(person, headers, '222222')).ok).toBe(false);
    expect(await removed(person)).toBe('on');
    const outcome = await at.identity.secondFactor.remove(person, headers, totpCode(key));
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(await removed(person)).toBe('off');
    expect((await viewerOf(cookieOf(outcome.value.cookies))).person).toBe(person);
    expect((await signInByLink('remove@agency.example')).signedIn.needsSecondStep).toBe(false);
  });

  test('new backup codes end the old ones', async () => {
    const { person, headers, key, backupCodes } = await withSecondFactor('renew@agency.example');
    const outcome = await at.identity.secondFactor.renewBackupCodes(person, headers, totpCode(key));
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const pending = await signInByLink('renew@agency.example');
    expect((await passWith(pending.headers, backupCodes[0] ?? '')).ok).toBe(false);
    expect((await passWith(pending.headers, outcome.value.backupCodes[0] ?? '')).ok).toBe(true);
  });
});
