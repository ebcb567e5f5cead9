import { createPublicKey, X509Certificate } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Acting, type AgencyId, actingAs, type PartnerId, type PersonId } from '../database/acting.ts';
import { connect, urlAs } from '../database/database.ts';
import { testSecret } from '../testing/database-server.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { SigningKeyError } from './signing-key.ts';
import { currentSigningKey, type KeyDeps, publicKeys, rotateSigningKey } from './signing-key-actions.ts';

const publicly: Acting = { as: 'public' };
const deps: KeyDeps = {
  config: {
    secret: testSecret,
    signingFile: undefined,
    campaign: { name: 'Elm Campaign', issuer: 'Association of Elm Chiefs' },
  },
  now: () => new Date('2026-03-05T12:00:00Z'),
};

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const acting = <Result>(work: Parameters<typeof actingAs<Result>>[2]) =>
  actingAs(database.databases.app, publicly, work);

describe('a signing key', () => {
  it.each(['credential', 'document'] as const)('for a %s is made on first use and stays', async (purpose) => {
    const first = await acting((tx) => currentSigningKey(tx, purpose, deps));
    const again = await acting((tx) => currentSigningKey(tx, purpose, deps));
    expect(again.id).toBe(first.id);
    expect(createPublicKey(again.privateKey).export({ format: 'der', type: 'spki' })).toEqual(
      Buffer.from(first.publicKey),
    );
    expect(first.id).toMatch(new RegExp(`^${purpose}-[0-9a-f]{16}$`));
  });

  it('is Ed25519 for credentials, and P-256 for documents', async () => {
    const credential = await acting((tx) => currentSigningKey(tx, 'credential', deps));
    const document = await acting((tx) => currentSigningKey(tx, 'document', deps));
    expect(credential.privateKey.asymmetricKeyType).toBe('ed25519');
    expect(document.privateKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
  });

  it('is made once when many ask at the same moment over connections of two processes', async () => {
    const urls = { app: urlAs(database.ownerUrl, 'onemind_app', testSecret), identity: database.ownerUrl };
    const other = connect(urls, 6, () => undefined);
    try {
      const asked = Array.from({ length: 10 }, (_, place) =>
        actingAs(place % 2 ? other.app : database.databases.app, publicly, (tx) =>
          currentSigningKey(tx, 'document', deps),
        ),
      );
      expect(new Set((await Promise.all(asked)).map((key) => key.id)).size).toBe(1);
    } finally {
      await other.close();
    }
    expect(await asOwner(database.ownerUrl, 'select id from signing_key')).toHaveLength(1);
    expect(await asOwner(database.ownerUrl, 'select key_id from sealed_signing_key')).toHaveLength(1);
  });

  it('names the campaign in its certificate for ten years, which signs documents and no other certificate', async () => {
    const key = await acting((tx) => currentSigningKey(tx, 'document', deps));
    const certificate = new X509Certificate(key.certificatePem);
    expect(certificate.subject).toBe('O=Association of Elm Chiefs\nCN=Elm Campaign');
    expect(certificate.issuer).toBe(certificate.subject);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(key.privateKey)).toBe(true);
    expect(certificate.ca).toBe(false);
    expect(certificate.keyUsage).toContain('1.3.6.1.5.5.7.3.36');
    expect(new Date(certificate.validFrom)).toEqual(deps.now());
    expect(certificate.validTo).toBe('Mar  5 00:00:00 2036 GMT');
  });

  it('signs no more once another takes its place, and stays published', async () => {
    const first = await acting((tx) => currentSigningKey(tx, 'document', deps));
    const second = await acting((tx) => rotateSigningKey(tx, 'document', deps));
    expect((await acting((tx) => currentSigningKey(tx, 'document', deps))).id).toBe(second.id);
    const published = await acting((tx) => publicKeys(tx, 'document'));
    expect(published).toMatchObject([
      { id: second.id, retiredAt: undefined },
      { id: first.id, retiredAt: deps.now(), certificatePem: first.certificatePem },
    ]);
    expect(await acting((tx) => publicKeys(tx, 'credential'))).toEqual([]);
  });

  it('is one again after two rotations at the same moment', async () => {
    await acting((tx) => currentSigningKey(tx, 'credential', deps));
    await Promise.all([1, 2].map(() => acting((tx) => rotateSigningKey(tx, 'credential', deps))));
    const published = await acting((tx) => publicKeys(tx, 'credential'));
    expect(published.map((key) => key.retiredAt === undefined)).toEqual([true, false, false]);
  });

  it('that was sealed under another secret is refused with what to do, and can be rotated', async () => {
    const key = await acting((tx) => currentSigningKey(tx, 'document', deps));
    const changed = {
      ...deps,
      config: { ...deps.config, secret: 'another secret of thirty-two characters' },
    };
    const opening = acting((tx) => currentSigningKey(tx, 'document', changed));
    await expect(opening).rejects.toThrow(SigningKeyError);
    await expect(opening).rejects.toThrow(
      `ONEMIND_SECRET: The signing key ${key.id} was sealed under another secret. Enter the former secret again, or make a new key with "onemind keys rotate --purpose document"`,
    );
    const rotated = await acting((tx) => rotateSigningKey(tx, 'document', changed));
    expect((await acting((tx) => currentSigningKey(tx, 'document', changed))).id).toBe(rotated.id);
  });

  it('keeps its private half from everybody but the system', async () => {
    await acting((tx) => currentSigningKey(tx, 'document', deps));
    const sealed = (as: Acting) =>
      actingAs(database.databases.app, as, (tx) => tx.selectFrom('sealed_signing_key').selectAll().execute());
    const id = '00000000-0000-4000-8000-000000000000';
    const person = id as PersonId;
    const others: readonly Acting[] = [
      publicly,
      { as: 'person', person },
      { as: 'agency', person, agency: id as AgencyId },
      { as: 'partner', person, partner: id as PartnerId },
      { as: 'campaign', person },
    ];
    for (const as of others) expect(await sealed(as)).toEqual([]);
    const kept = await sealed({ as: 'system' });
    expect(kept).toHaveLength(1);
    await expect(
      acting((tx) => tx.updateTable('signing_key').set({ retired_at: new Date() }).execute()),
    ).resolves.toMatchObject([{ numUpdatedRows: 0n }]);
    await expect(acting((tx) => tx.deleteFrom('signing_key').execute())).rejects.toThrow('permission denied');
  });
});
