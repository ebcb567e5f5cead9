import type pg from 'pg';
import { connect, type Databases } from '../database/database.ts';

/**
 * Runs `work` with databases whose every transaction is a savepoint of one that surrounds them all: what it does
 * through any number of actions is there whole at the end, or, when it fails or the process dies, not at all.
 * It works as the application's own roles, so that row-level security holds as always. The identity connection stays
 * outside: a person is found again by their address, and one without a role may do nothing.
 */
export async function inOneTransaction<Result>(
  urls: { readonly app: string; readonly identity: string },
  work: (databases: Databases) => Promise<Result>,
): Promise<Result> {
  // A connection lost in between fails the next statement: there is no transaction any more to set a savepoint in.
  const databases = connect(urls, 1, () => undefined);
  databases.appPool.on('connect', nestTransactions);
  try {
    await databases.appPool.query('start transaction');
    const result = await work(databases);
    await databases.appPool.query('commit work');
    return result;
  } finally {
    // Closing the connection rolls back what was not committed.
    await databases.close();
  }
}

/** The words that open and close a transaction in our code; the surrounding one is opened and closed in others. */
const nested: Readonly<Record<string, string>> = {
  begin: 'savepoint act',
  commit: 'release savepoint act',
  rollback: 'rollback to savepoint act; release savepoint act',
};

function nestTransactions(client: pg.PoolClient): void {
  const query = client.query;
  const nestedQuery = (statement: unknown, ...others: readonly unknown[]) =>
    Reflect.apply(query, client, [
      (typeof statement === 'string' && nested[statement]) || statement,
      ...others,
    ]);
  Object.assign(client, { query: nestedQuery });
}
