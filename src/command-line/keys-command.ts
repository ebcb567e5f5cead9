import { X509Certificate } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Config } from '../config.ts';
import { actingAs } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { type PublicSigningKey, type SigningPurpose, signingPurposes } from '../signing-key/signing-key.ts';
import { publicKeys, rotateSigningKey } from '../signing-key/signing-key-actions.ts';
import { connectAsApplication, openServerToUse, roleSecret } from './open-database.ts';
import { type CommandIo, type ExitCode, UsageError } from './usage.ts';

const howTo =
  'Write "onemind keys list", "onemind keys rotate --purpose credential|document" or "onemind keys export".';

/** `onemind keys …`: works beside a running server, which signs with the new key from its next document on. */
export async function runKeys(argv: readonly string[], config: Config, io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { purpose: { type: 'string' } },
    allowPositionals: true,
  });
  const [act, ...more] = positionals;
  if (more.length > 0 || !(act === 'list' || act === 'rotate' || act === 'export'))
    throw new UsageError(howTo);
  const purpose = signingPurposes.find((known) => known === values.purpose);
  if ((act === 'rotate' && !purpose) || (act !== 'rotate' && values.purpose !== undefined)) {
    throw new UsageError(howTo);
  }
  return withDatabase(config, io, async (db) => {
    if (act === 'list') await list(db, io);
    if (act === 'export') await exportCertificates(db, io);
    if (act === 'rotate' && purpose) await rotate(db, purpose, config, io);
    return 0;
  });
}

async function list(db: Database, io: CommandIo): Promise<void> {
  for (const purpose of signingPurposes) {
    for (const key of await actingAs(db, { as: 'system' }, (tx) => publicKeys(tx, purpose)))
      io.out(lineOf(key));
  }
}

/** Every certificate that documents were ever signed with: what checks them without the program. */
async function exportCertificates(db: Database, io: CommandIo): Promise<void> {
  const keys = await actingAs(db, { as: 'system' }, (tx) => publicKeys(tx, 'document'));
  io.out(keys.map((key) => key.certificatePem).join(''));
}

async function rotate(db: Database, purpose: SigningPurpose, config: Config, io: CommandIo): Promise<void> {
  const now = () => new Date();
  const key = await actingAs(db, { as: 'system' }, (tx) => rotateSigningKey(tx, purpose, { config, now }));
  io.out(`From now on ${key.id} signs. What the keys before it signed stays valid.`);
}

function lineOf(key: PublicSigningKey): string {
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const parts = [
    key.id,
    `made ${day(key.createdAt)}`,
    key.retiredAt ? `retired ${day(key.retiredAt)}` : 'signs now',
  ];
  if (key.certificatePem !== '') {
    parts.push(`certificate until ${day(new Date(new X509Certificate(key.certificatePem).validTo))}`);
  }
  if (key.held === 'file') parts.push('from a PKCS#12 file');
  return parts.join('  ');
}

async function withDatabase(
  config: Config,
  io: CommandIo,
  work: (db: Database) => Promise<ExitCode>,
): Promise<ExitCode> {
  const server = await openServerToUse(config);
  try {
    if (server.ownerUrl) await migrate(server.ownerUrl, roleSecret(config));
    const databases = connectAsApplication(config, server, (error) => io.err(error.message));
    try {
      return await work(databases.app);
    } finally {
      await databases.close();
    }
  } finally {
    await server.stop();
  }
}
