import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UsageError } from '../command-line/usage.ts';
import { cookieOf, createTestIdentity, type TestIdentity } from '../testing/test-identity.ts';
import { totpCode } from '../testing/test-totp.ts';
import { runUserCommand } from './user-command.ts';

let at: TestIdentity;
beforeAll(async () => {
  at = await createTestIdentity();
});
afterAll(() => at.drop());

async function onemind(...argv: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const code = await runUserCommand(argv, { db: at.databases, identity: at.identity }, io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('onemind user', () => {
  test('lets the first administrator in without mail', async () => {
    const added = await onemind(
      'add',
      'First@Campaign.example',
      '--name',
      'Sam Example',
      '--campaign',
      'administrator',
    );
    expect(added.code).toBe(0);
    const { out, err } = await onemind('link', 'first@campaign.example');
    expect(err).toContain('15 minutes');
    const token = new URL(out).pathname.split('/').at(-1) ?? '';
    const outcome = await at.identity.finishSignIn(token, new Headers());
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(await at.identity.viewerOf(cookieOf(outcome.value.cookies))).toMatchObject({
      name: 'Sam Example',
      campaignRoles: ['administrator'],
    });
  });

  test('added twice, a person keeps roles and takes the new name', async () => {
    await onemind('add', 'twice@campaign.example', '--name', 'Old Name', '--campaign', 'editor');
    await onemind('add', 'twice@campaign.example', '--name', 'New Name', '--campaign', 'reviewer');
    await onemind('add', 'twice@campaign.example', '--campaign', 'reviewer');
    const { out } = await onemind('list');
    expect(out.split('\n')).toContain('twice@campaign.example\tNew Name\teditor, reviewer');
  });

  test('ends every session of a person', async () => {
    const sessions = [await at.signIn('lost@campaign.example'), await at.signIn('lost@campaign.example')];
    expect((await onemind('revoke-sessions', 'lost@campaign.example')).out).toBe(
      '2 sessions of lost@campaign.example ended.',
    );
    for (const headers of sessions) expect(await at.identity.viewerOf(headers)).toBeUndefined();
  });

  test('lets somebody in again who lost phone and backup codes', async () => {
    const headers = await at.signIn('nophone@campaign.example');
    const person = (await at.identity.viewerOf(headers))?.person;
    if (!person) throw new Error('Nobody is signed in.');
    await at.identity.secondFactor.startSetUp(headers);
    const key = (await at.identity.secondFactor.setUpOf(person, headers))?.key ?? '';
    const on = await at.identity.secondFactor.confirm(person, headers, totpCode(key));
    if (!on.ok) throw new Error(on.refusal.code);
    expect((await onemind('reset-codes', 'nophone@campaign.example')).code).toBe(0);
    expect(await at.identity.viewerOf(cookieOf(on.value.cookies))).toBeUndefined();
    expect(await at.identity.viewerOf(await at.signIn('nophone@campaign.example'))).toMatchObject({ person });
  });

  test('says who is not known, and makes no link for them', async () => {
    const { code, out, err } = await onemind('link', 'nobody@campaign.example');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('onemind user add nobody@campaign.example');
  });

  test.each([
    [[]],
    [['fly']],
    [['add']],
    [['add', 'no-address']],
    [['add', 'a@b.example', '--campaign', 'king']],
    [['list', 'a@b.example', 'more']],
  ])('%j is not understood', async (argv) => {
    await expect(onemind(...argv)).rejects.toThrow(UsageError);
  });
});
