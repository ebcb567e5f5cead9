import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { impatientPool } from './impatient-pool.ts';
import type { DB } from './schema.ts';

export type Database = Kysely<DB>;

/** The two ways the program reaches its data after start-up; neither role owns anything. */
export interface Databases {
  /** Role onemind_app: everything but sign-in. Row-level security shows it what the acting party may see. */
  readonly app: Database;
  /** The pool under `app`, for COPY streams. */
  readonly appPool: pg.Pool;
  /** Role onemind_identity: the schema `identity` alone. */
  readonly identity: Database;
  close(): Promise<void>;
}

export type ApplicationRole = 'onemind_app' | 'onemind_identity';

const oids = { int8: 20, date: 1082, numeric: 1700 };

/** bigint and numeric as numbers (our counts and hours are far below 2^53), dates as `YYYY-MM-DD`. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === oids.int8 || oid === oids.numeric) return (text: string) => Number(text);
    if (oid === oids.date) return (text: string) => text;
    return pg.types.getTypeParser(oid, format);
  },
};

/** A server that ends a statement by its `statement_timeout` is given so much longer to say so. */
const graceMilliseconds = 2_000;

/**
 * Connects both roles. With `patienceSeconds` no statement is waited for longer than that: for who answers people. Long
 * work goes without, and so do COPY streams on `appPool`.
 */
export function connect(
  urls: { app: string; identity: string },
  poolSize: number,
  onLostConnection: (error: Error) => void,
  patienceSeconds?: number,
): Databases {
  const patience = patienceSeconds === undefined ? undefined : patienceSeconds * 1000;
  const limits = patience === undefined ? {} : { statement_timeout: patience };
  const appPool = poolOf(urls.app, poolSize, onLostConnection, limits);
  const identityPool = poolOf(urls.identity, Math.max(2, Math.ceil(poolSize / 3)), onLostConnection, {
    ...limits,
    options: '-c search_path=identity,public',
  });
  const over = (pool: pg.Pool) =>
    new Kysely<DB>({
      dialect: new PostgresDialect({
        pool: patience === undefined ? pool : impatientPool(pool, patience + graceMilliseconds),
      }),
    });
  const app = over(appPool);
  const identity = over(identityPool);
  return {
    app,
    appPool,
    identity,
    async close() {
      await Promise.all([closed(app, appPool), closed(identity, identityPool)]);
    },
  };
}

/** A server that doesn't answer a good-bye is not waited for longer. */
const farewellMilliseconds = 5_000;

/**
 * Ends a pool and waits until the server has let go of every connection: the pool by itself only says good-bye, and a
 * server stopped at that moment tells the connections still open that they are cut off.
 */
async function closed(database: Database, pool: pg.Pool): Promise<void> {
  const left = Array.from({ length: pool.totalCount }, () => Promise.withResolvers<void>());
  const waiting = left.map(({ promise }) => promise);
  pool.on('remove', () => left.pop()?.resolve());
  await database.destroy();
  if (!pool.ending) await pool.end();
  const patience = new AbortController();
  await Promise.race([
    Promise.all(waiting),
    pause(farewellMilliseconds, undefined, { signal: patience.signal, ref: false }).catch(() => undefined),
  ]);
  patience.abort();
}

/** A pool survives a database restart: broken idle connections are dropped and made anew on the next query. */
function poolOf(
  url: string,
  max: number,
  onLostConnection: (error: Error) => void,
  more: Pick<pg.PoolConfig, 'options' | 'statement_timeout'>,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'onemind',
    ...more,
  });
  // A connection that breaks says so itself, also while a request holds it and its query fails anyhow. Unheard, either
  // event would end the whole process.
  pool.on('connect', (client) => client.on('error', onLostConnection));
  pool.on('error', () => undefined);
  return pool;
}

/** The password of an application role, so that no second secret has to be kept: HMAC of the program's own. */
export function rolePassword(secret: string, role: ApplicationRole): string {
  return createHmac('sha256', secret).update(`database-role:${role}`).digest('hex');
}

/** The owner's address with another role's name and password in it. */
export function urlAs(ownerUrl: string, role: ApplicationRole, secret: string): string {
  const url = new URL(ownerUrl);
  const password = rolePassword(secret, role);
  // An address of a Unix socket has no host and takes no user before it; the driver reads both from the query too,
  // where they would outdo what stands before the host.
  if (url.host === '' || url.searchParams.has('user')) {
    url.searchParams.set('user', role);
    url.searchParams.set('password', password);
    return url.href;
  }
  url.searchParams.delete('password');
  url.username = role;
  url.password = password;
  return url.href;
}
