import { join } from 'node:path';
import type { Config } from '../config.ts';
import { ConfigError } from '../config.ts';
import { connect, type Databases, urlAs } from '../database/database.ts';
import { findRunningPostgres, startEmbeddedPostgres } from '../database/embedded/embedded-postgres.ts';
import { embeddedRefusalSentence } from '../database/embedded/embedded-refusal.ts';
import type { EmbeddedIncident } from '../database/embedded/server-supervision.ts';

/** A PostgreSQL server to work on: the operator's own, or the embedded one, started for this process or found running. */
export interface DatabaseServer {
  /** May create tables. Undefined where the operator gave the application's addresses only. */
  readonly ownerUrl: string | undefined;
  /** What to tell the person at the terminal. */
  readonly description: string;
  stop(): Promise<void>;
}

export interface OwnedServer extends DatabaseServer {
  readonly ownerUrl: string;
}

/** For the web server, which keeps an embedded database to itself and runs again one that ended by itself. */
export function openServerToServe(
  config: Config,
  onIncident: (incident: EmbeddedIncident) => void,
): Promise<DatabaseServer> {
  return givenServer(config) ?? startServer(config, onIncident);
}

/** For a command that works as the application does; it may share the server that `onemind serve` runs. */
export async function openServerToUse(config: Config): Promise<DatabaseServer> {
  return givenServer(config) ?? (await runningServer(config)) ?? startServer(config, () => undefined);
}

/** For a command that needs the owner of the database: migrations, the trail's verification. */
export async function openServer(config: Config): Promise<OwnedServer> {
  const server = await openServerToUse(config);
  const { ownerUrl } = server;
  if (ownerUrl === undefined) {
    throw new ConfigError(
      'DATABASE_URL: Enter the address of the database as its owner; this command needs it.',
    );
  }
  return { ...server, ownerUrl };
}

/** The secret that passwords of the application's roles derive from; undefined where the operator made the roles. */
export function roleSecret(config: Config): string | undefined {
  return config.database.appUrl === undefined ? config.secret : undefined;
}

function givenServer(config: Config): Promise<DatabaseServer> | undefined {
  const { ownerUrl, appUrl } = config.database;
  if (ownerUrl === undefined && appUrl === undefined) return undefined;
  const description = ownerUrl ? 'PostgreSQL at DATABASE_URL' : 'PostgreSQL at DATABASE_APP_URL';
  return Promise.resolve({ ownerUrl, description, stop: async () => undefined });
}

async function runningServer(config: Config): Promise<OwnedServer | undefined> {
  const running = await findRunningPostgres(databaseDirectory(config));
  return (
    running && {
      ownerUrl: running.superuserUrl,
      description: 'the running One Mind',
      stop: async () => undefined,
    }
  );
}

async function startServer(
  config: Config,
  onIncident: (incident: EmbeddedIncident) => void,
): Promise<OwnedServer> {
  const started = await startEmbeddedPostgres({ dataDirectory: databaseDirectory(config), onIncident });
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

/**
 * Connects as the two roles of the application, with their derived passwords or the operator's own addresses.
 * `patienceSeconds` as `connect` takes them.
 */
export function connectAsApplication(
  config: Config,
  server: DatabaseServer,
  onLostConnection: (error: Error) => void,
  patienceSeconds?: number,
): Databases {
  const urls = applicationUrls(config, server);
  return connect(urls, config.database.poolSize, onLostConnection, patienceSeconds);
}

/** The addresses of the database for the two roles of the application. */
export function applicationUrls({ database, secret }: Config, { ownerUrl }: DatabaseServer) {
  const { appUrl, identityUrl } = database;
  if (appUrl !== undefined && identityUrl !== undefined) return { app: appUrl, identity: identityUrl };
  if (ownerUrl === undefined)
    throw new ConfigError('DATABASE_URL: Enter the address of your PostgreSQL server.');
  return {
    app: urlAs(ownerUrl, 'onemind_app', secret),
    identity: urlAs(ownerUrl, 'onemind_identity', secret),
  };
}
