import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { databaseUrl, testSecret } from '../testing/database-server.ts';
import { asOwner } from '../testing/test-database.ts';
import { connect, urlAs } from './database.ts';
import { MigrationError, migrate, migrationsDirectory } from './migrate.ts';
import { checkApplicationRole, UnwalledRole } from './role-check.ts';

let server: string;
let name: string;
let url: string;
let folder: string;
beforeEach(async () => {
  server = inject('testDatabaseUrl');
  name = `migrate_${randomUUID().replaceAll('-', '')}`;
  await asOwner(server, `create database ${name}`);
  url = databaseUrl(server, name);
  folder = await mkdtemp(join(tmpdir(), 'onemind-migrations-'));
});
afterEach(async () => {
  await asOwner(server, `drop database ${name} with (force)`);
  await rm(folder, { recursive: true });
});

const write = (file: string, sql: string) => writeFile(join(folder, file), sql);
const tables = async () =>
  (
    await asOwner<{ tablename: string }>(
      url,
      "select tablename from pg_tables where schemaname = 'public' order by 1",
    )
  ).map((row) => row.tablename);

describe('migrating', () => {
  it('applies what is pending in order, once', async () => {
    await write('0001-first.sql', 'create table first (id int);');
    await write('notes.txt', 'not a migration');
    expect(await migrate(url, testSecret, folder)).toEqual(['0001-first.sql']);
    await write('0002-second.sql', 'alter table first add column more int;');
    expect(await migrate(url, testSecret, folder)).toEqual(['0002-second.sql']);
    expect(await migrate(url, testSecret, folder)).toEqual([]);
    expect(await tables()).toEqual(['first', 'schema_migration']);
  });

  it('leaves the database as it was when one of several fails', async () => {
    await write('0001-first.sql', 'create table first (id int);');
    await write('0002-second.sql', 'create table second (id int); select no_such_function();');
    await expect(migrate(url, testSecret, folder)).rejects.toThrow(
      /^0002-second\.sql failed: function no_such_function\(\)/,
    );
    expect(await tables()).toEqual([]);
  });

  it('refuses a migration that was changed after it had been applied', async () => {
    await write('0001-first.sql', 'create table first (id int);');
    await migrate(url, testSecret, folder);
    await write('0001-first.sql', 'create table first (id bigint);');
    const refused = migrate(url, testSecret, folder);
    await expect(refused).rejects.toThrow(MigrationError);
    await expect(refused).rejects.toThrow('0001-first.sql was changed after it had been applied.');
  });

  it('refuses a database that a newer version has been at', async () => {
    await write('0001-first.sql', 'create table first (id int);');
    await migrate(url, testSecret, folder);
    await rm(join(folder, '0001-first.sql'));
    await expect(migrate(url, testSecret, folder)).rejects.toThrow(
      /The database has 0001-first\.sql, which this program/,
    );
  });

  it('is done once when two processes begin at the same time', async () => {
    await write('0001-first.sql', 'create table first (id int); select pg_sleep(0.2);');
    const applied = await Promise.all([migrate(url, testSecret, folder), migrate(url, testSecret, folder)]);
    expect(applied.flat()).toEqual(['0001-first.sql']);
  });

  it('leaves roles alone that the operator made', async () => {
    await write('0001-first.sql', 'create table first (id int);');
    const passwords = () =>
      asOwner(server, "select rolname, rolpassword from pg_authid where rolname like 'onemind%' order by 1");
    const before = await passwords();
    await migrate(url, undefined, folder);
    expect(await passwords()).toEqual(before);
  });
});

describe('our own migrations', () => {
  it('hold no transaction of their own, which would end the one they run in', async () => {
    await cp(migrationsDirectory, folder, { recursive: true });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const before = await tables();
    // Were one to commit, what came before it would stay when a later one fails.
    await write('9999-fails.sql', 'select no_such_function();');
    await expect(migrate(url, testSecret, folder)).rejects.toThrow('9999-fails.sql failed');
    await client.end();
    expect(await tables()).toEqual(before);
  });
});

describe('the role of the application', () => {
  it.each([
    ['one that owns nothing', (owner: string) => urlAs(owner, 'onemind_app', testSecret), true],
    ['the owner', (owner: string) => owner, false],
  ])('may be %s: %#', async (_, as, isTaken) => {
    await write('0001-first.sql', 'create table first (id int);');
    await migrate(url, testSecret, folder);
    const databases = connect({ app: as(url), identity: as(url) }, 2, () => undefined);
    try {
      const checked = checkApplicationRole(databases);
      if (isTaken) await expect(checked).resolves.toBeUndefined();
      else await expect(checked).rejects.toThrow(UnwalledRole);
    } finally {
      await databases.close();
    }
  });

  it('comes into the address, also where a Unix socket or the query names the owner', () => {
    const address = (text: string) => new URL(urlAs(text, 'onemind_app', testSecret));
    expect(address('postgres://owner:pw@db:5433/x?sslmode=require').username).toBe('onemind_app');
    const socket = address('postgres:///x?host=/run/postgresql');
    expect(socket.searchParams.get('user')).toBe('onemind_app');
    expect(socket.searchParams.get('password')).toMatch(/^[0-9a-f]{64}$/);
    expect(address('postgres://db/x?user=owner&password=pw').searchParams.get('user')).toBe('onemind_app');
  });
});
