import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { packageRoot } from '../package-root.ts';
import { rolePassword } from './database.ts';
import { ownerClient } from './owner-client.ts';

export const migrationsDirectory = join(packageRoot, 'migrations');

/** A migration that was changed after it had been applied, or is missing: the database and the program don't fit. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/** Whoever else migrates this database at the same time waits behind this lock. */
const migrationLock = 7_114_200_116;

/**
 * Brings a database to the newest migration, all pending ones in one transaction: a failure leaves it as it was.
 * `ownerUrl` is a user that owns the database and may create roles; without a `secret` to derive their passwords from,
 * the roles are the operator's own. Answers the names of those applied now.
 */
export async function migrate(
  ownerUrl: string,
  secret: string | undefined,
  directory = migrationsDirectory,
): Promise<readonly string[]> {
  const migrations = await readMigrations(directory);
  const client = ownerClient(ownerUrl);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    if (secret) await prepareRoles(client, secret);
    await grantTemporaryTables(client);
    const pending = await pendingMigrations(client, migrations);
    for (const migration of pending) await apply(client, migration);
    await client.query('commit');
    return pending.map((migration) => migration.name);
  } catch (cause) {
    await client.query('rollback').catch(() => undefined);
    throw cause;
  } finally {
    await client.end();
  }
}

async function readMigrations(directory: string): Promise<readonly Migration[]> {
  const names = (await readdir(directory)).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(directory, name), 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/** The roles the application connects as: no ownership, no bypass, only what the migrations grant. */
async function prepareRoles(client: pg.Client, secret: string): Promise<void> {
  // Roles belong to the whole server, so two databases migrated at once would collide without this wait.
  await client.query("select pg_advisory_xact_lock(hashtext('onemind roles'))");
  for (const role of ['onemind_app', 'onemind_identity'] as const) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    const verb = rowCount === 0 ? 'create' : 'alter';
    await client.query(
      `${verb} role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password '${rolePassword(secret, role)}'`,
    );
  }
}

/** COPY goes through temporary tables: see copying.ts. */
async function grantTemporaryTables(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    execute format('grant temporary on database %I to onemind_app', current_database()); end $$`);
}

async function pendingMigrations(
  client: pg.Client,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  await client.query(`create table if not exists schema_migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from schema_migration',
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const applied of rows) {
    const migration = known.get(applied.name);
    if (!migration)
      throw new MigrationError(
        `The database has ${applied.name}, which this program doesn't know. Use a newer version.`,
      );
    if (migration.sha256 !== applied.sha256) {
      throw new MigrationError(
        `${applied.name} was changed after it had been applied. Write a new migration instead.`,
      );
    }
  }
  const applied = new Set(rows.map((row) => row.name));
  return migrations.filter((migration) => !applied.has(migration.name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query(migration.text);
  } catch (cause) {
    throw new MigrationError(
      `${migration.name} failed: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
  await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [
    migration.name,
    migration.sha256,
  ]);
}
