import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Acting, actingAs } from '../database/acting.ts';
import { testSecret } from '../testing/database-server.ts';
import { signingFilePassword, signingFiles } from '../testing/signing-files.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { certificatesIn } from './certificate-pem.ts';
import { pkcs12Identity } from './pkcs12-identity.ts';
import { SigningKeyError } from './signing-key.ts';
import { currentSigningKey, type KeyDeps, publicKeys, rotateSigningKey } from './signing-key-actions.ts';

let folder: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onemind-keys-'));
  for (const [name, content] of Object.entries(signingFiles))
    await writeFile(join(folder, name), Buffer.from(content, 'base64'));
  await writeFile(join(folder, 'broken'), Buffer.from(signingFiles.modern, 'base64').subarray(0, 600));
  await writeFile(join(folder, 'text'), 'not a key');
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const fileNamed = (name: string, password = signingFilePassword) => ({ path: join(folder, name), password });

describe('a PKCS#12 file', () => {
  it.each(['modern', 'tripleDes'])('encrypted as %s gives its key and its chain', async (name) => {
    const identity = await pkcs12Identity(fileNamed(name));
    const chain = certificatesIn(identity.certificatePem).map((der) => new X509Certificate(der));
    expect(chain.map(({ subject }) => subject)).toEqual(['O=Elm\nCN=Elm Signer', 'O=Elm Trust\nCN=Elm Root']);
    expect(chain[0]?.checkPrivateKey(identity.privateKey)).toBe(true);
  });

  it.each([
    ['modern', 'wrong', 'SIGNING_P12_PASSWORD: This password does not open'],
    ['tripleDes', '', 'SIGNING_P12_PASSWORD: This password does not open'],
    [
      'rc2',
      signingFilePassword,
      'is encrypted in a way that is no longer safe (RC2). Write it anew: openssl',
    ],
    ['otherCurve', signingFilePassword, 'SIGNING_P12: Use an RSA key of 2048 bits or more'],
    ['broken', signingFilePassword, 'is not a PKCS#12 file that can be read.'],
    ['text', signingFilePassword, 'is not a PKCS#12 file that can be read.'],
    ['missing', signingFilePassword, "can't be read (ENOENT"],
  ])('%s with the password "%s" is refused in words', async (name, password, words) => {
    const reading = pkcs12Identity(fileNamed(name, password));
    await expect(reading).rejects.toThrow(SigningKeyError);
    await expect(reading).rejects.toThrow(words);
  });

  it('signs documents from when it is named, and its certificate stays published when it is no longer', async () => {
    const without: KeyDeps = {
      config: { secret: testSecret, signingFile: undefined, campaign: { name: 'Elm', issuer: 'Elm' } },
      now: () => new Date('2026-03-05T12:00:00Z'),
    };
    const withFile = { ...without, config: { ...without.config, signingFile: fileNamed('modern') } };
    const publicly: Acting = { as: 'public' };
    const current = (deps: KeyDeps) =>
      actingAs(database.databases.app, publicly, (tx) => currentSigningKey(tx, 'document', deps));
    const made = await current(without);
    const taken = await current(withFile);
    expect(taken).toMatchObject({ held: 'file', id: (await pkcs12Identity(fileNamed('modern'))).id });
    expect((await current(withFile)).id).toBe(taken.id);
    const madeAnew = await current(without);
    expect([made.id, taken.id]).not.toContain(madeAnew.id);
    expect((await current(withFile)).id).toBe(taken.id);
    const published = await actingAs(database.databases.app, publicly, (tx) => publicKeys(tx, 'document'));
    expect(published.map((key) => key.id).sort()).toEqual([made.id, taken.id, madeAnew.id].sort());
    expect(published.filter((key) => key.retiredAt === undefined).map((key) => key.id)).toEqual([taken.id]);
  });

  it('is not rotated by the program, which could not write it', async () => {
    const deps: KeyDeps = {
      config: {
        secret: testSecret,
        signingFile: fileNamed('modern'),
        campaign: { name: 'Elm', issuer: 'Elm' },
      },
      now: () => new Date(),
    };
    const rotating = actingAs(database.databases.app, { as: 'system' }, (tx) =>
      rotateSigningKey(tx, 'document', deps),
    );
    await expect(rotating).rejects.toThrow('Put another file in its place');
  });
});
