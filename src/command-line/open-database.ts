import { join } from 'node:path';
import type { Config } from '../config.ts';
import { ConfigError } from '../config.ts';
import { connect, type Databases, urlAs } from '../database/database.ts';
import { findRunningPostgres, startEmbeddedPostgres } from '../database/embedded/embedded-postgres.ts';
import { embeddedRefusalSentence } from '../database/embedded/embedded-refusal.ts';

/** A PostgreSQL server to work on: the operator's own, or the embedded one, started for this process or found running. */
export interface DatabaseServer {
  /** May create roles and tables: for migrations and the trail's verification only. */
  readonly ownerUrl: string;
  /** What to tell the person at the terminal. */
  readonly description: string;
  stop(): Promise<void>;
}

/** Finds or starts the database server. A `command` may share the server that `onemind serve` runs; `serve` may not. */
export async function openServer(config: Config, use: 'serve' | 'command'): Promise<DatabaseServer> {
  if (config.database.ownerUrl) {
    return {
      ownerUrl: config.database.ownerUrl,
      description: 'PostgreSQL at DATABASE_URL',
      stop: async () => undefined,
    };
  }
  if (config.mode === 'production' && !config.database.appUrl) {
    throw new ConfigError(
      'DATABASE_URL: Enter the address of your PostgreSQL server. The embedded one is for trying things out.',
    );
  }
  const running = use === 'command' ? await findRunningPostgres(databaseDirectory(config)) : undefined;
  if (running) {
    return {
      ownerUrl: running.superuserUrl,
      description: 'the running One Mind',
      stop: async () => undefined,
    };
  }
  const started = await startEmbeddedPostgres({ dataDirectory: databaseDirectory(config) });
  if (!started.ok) throw new ConfigError(embeddedRefusalSentence(started.refusal));
  const server = started.value;
  return {
    ownerUrl: server.superuserUrl,
    description: `embedded PostgreSQL in ${server.directory}`,
    stop: () => server.stop(),
  };
}

/** A folder of its own: as root the database may have to lie elsewhere, and then this folder becomes a link to it. */
function databaseDirectory(config: Config): string {
  return join(config.dataDirectory, 'postgres');
}

/** Connects as the two roles of the application, with their derived passwords or the operator's own addresses. */
export function connectAsApplication(
  config: Config,
  server: DatabaseServer,
  onIdleError: (error: Error) => void,
): Databases {
  const { appUrl, identityUrl, poolSize } = config.database;
  return connect(
    {
      app: appUrl ?? urlAs(server.ownerUrl, 'onemind_app', config.secret),
      identity: identityUrl ?? urlAs(server.ownerUrl, 'onemind_identity', config.secret),
    },
    poolSize,
    onIdleError,
  );
}
