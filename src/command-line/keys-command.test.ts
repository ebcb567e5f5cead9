import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { actingAs } from '../database/acting.ts';
import { currentSigningKey } from '../signing-key/signing-key-actions.ts';
import { testSecret } from '../testing/database-server.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { failureText } from './failure.ts';
import { runKeys } from './keys-command.ts';
import { UsageError } from './usage.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const configWith = (more: Record<string, string> = {}) =>
  readConfig({
    NODE_ENV: 'test',
    ONEMIND_SECRET: testSecret,
    DATABASE_URL: database.ownerUrl,
    CAMPAIGN_NAME: 'Elm Campaign',
    ...more,
  });

async function keys(...argv: string[]) {
  const lines: string[] = [];
  const write = (text: string) => void lines.push(text);
  const code = await runKeys(argv, configWith(), { out: write, err: write });
  return { code, lines };
}

describe('onemind keys', () => {
  it('lists, rotates and exports the keys that sign', async () => {
    expect(await keys('list')).toEqual({ code: 0, lines: [] });
    const first = await keys('rotate', '--purpose', 'document');
    expect(first.lines[0]).toMatch(/^From now on document-[0-9a-f]{16} signs\./);
    await keys('rotate', '--purpose', 'document');
    const { lines } = await keys('list');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^document-\w+ {2}made [\d-]+ {2}signs now {2}certificate until \d{4}-\d\d-\d\d$/,
    );
    expect(lines[1]).toMatch(/ retired [\d-]+ /);
    const exported = (await keys('export')).lines.join('');
    const blocks = exported.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    expect(blocks.map((pem) => new X509Certificate(pem).subject)).toEqual(
      Array(2).fill('O=International Association of Chiefs of Police\nCN=Elm Campaign'),
    );
  });

  it.each([[[]], [['rotate']], [['rotate', '--purpose', 'anything']], [['list', '--purpose', 'document']]])(
    'says what to write for %j',
    async (argv) => {
      await expect(keys(...argv)).rejects.toThrow(UsageError);
    },
  );

  it('that were sealed under another secret are told of in one sentence, not as a fault', async () => {
    await keys('rotate', '--purpose', 'credential');
    const config = configWith({ ONEMIND_SECRET: 'another secret of thirty-two characters' });
    const opening = actingAs(database.databases.app, { as: 'system' }, (tx) =>
      currentSigningKey(tx, 'credential', { config, now: () => new Date() }),
    );
    const text = await opening.then(String, failureText);
    expect(text).toMatch(
      /^onemind: ONEMIND_SECRET: The signing key credential-\w+ was sealed under another secret\./,
    );
    expect(text).not.toContain('\n');
  });
});
