import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { connect, type Databases, urlAs } from '../database/database.ts';
import { databaseUrl, templateName, testSecret } from './database-server.ts';

export interface TestDatabase {
  readonly databases: Databases;
  /** The database as its owner: to look behind row-level security in an assertion, never to act. */
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

/** A database of its own for a test file, cloned from the migrated template in some 50 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('testDatabaseUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // Nothing here has to outlive a power cut: files copied as they are cost a fraction of pages that go through the log.
  await onServer(server, `create database ${name} template ${templateName} strategy file_copy`);
  const ownerUrl = databaseUrl(server, name);
  const databases = connect(
    {
      app: urlAs(ownerUrl, 'onemind_app', testSecret),
      identity: urlAs(ownerUrl, 'onemind_identity', testSecret),
    },
    4,
    () => undefined,
  );
  return {
    databases,
    ownerUrl,
    async drop() {
      await databases.close();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

/** Runs one statement as the owner: past every wall, so only to set up or look at what a test couldn't otherwise. */
export async function asOwner<Row extends pg.QueryResultRow>(
  ownerUrl: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(statement, [...values]);
    return rows;
  } finally {
    await client.end();
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  // `create database … template` needs the template to itself, so parallel test files wait for each other here.
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('onemind test databases'))");
    await client.query(statement);
  } finally {
    await client.end();
  }
}
