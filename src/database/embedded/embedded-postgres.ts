import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { done, type Outcome, refused } from '../../outcome.ts';
import { clusterPassword, prepareCluster } from './cluster.ts';
import { acquireDataLock, type DataLock, dataLockHolder } from './data-lock.ts';
import { type DataPlace, preparePlace } from './data-place.ts';
import type { EmbeddedRefusal } from './embedded-refusal.ts';
import { failedWith } from './failure-code.ts';
import { freePort } from './free-port.ts';
import { prepareBinaries } from './server-binaries.ts';
import { type EmbeddedIncident, keepRunning, runPatiently } from './server-supervision.ts';
import { stopStrayServer } from './stray-server.ts';

export type EmbeddedPostgres = {
  /** `postgres://postgres:…@127.0.0.1:<port>/postgres`: the superuser, for migrations and roles only. */
  readonly superuserUrl: string;
  readonly port: number;
  /** Where the data really lies: differs from what was asked when root's own folders are out of the server's reach. */
  readonly directory: string;
  /** Ends all sessions and waits until everything is on disk. May be called twice. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  readonly dataDirectory: string;
  /** Wished port on 127.0.0.1; taken or not given, the system picks a free one. */
  readonly port?: number;
  /** False trades safety against power cuts for speed. Default true. */
  readonly durable?: boolean;
  readonly onIncident?: (incident: EmbeddedIncident) => void;
};

/** Starts PostgreSQL 18 on the data directory, which is created when missing, and keeps it running until `stop`. */
export async function startEmbeddedPostgres(
  options: EmbeddedOptions,
): Promise<Outcome<EmbeddedPostgres, EmbeddedRefusal>> {
  return start(options, undefined);
}

/** A server with an empty database in a temporary folder, fast and not durable; the folder goes when it stops. */
export async function startTemporaryPostgres(): Promise<Outcome<EmbeddedPostgres, EmbeddedRefusal>> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'onemind-postgres-'));
  const started = await start({ dataDirectory, durable: false }, dataDirectory);
  if (!started.ok) await rm(dataDirectory, { recursive: true, force: true });
  return started;
}

/**
 * The server that another living process runs on this data directory, so that a command can be used while the web
 * server is up. Undefined when none runs, or it is still starting.
 */
export async function findRunningPostgres(
  dataDirectory: string,
): Promise<{ readonly superuserUrl: string; readonly pid: number } | undefined> {
  try {
    const directory = await realpath(dataDirectory);
    const holder = await dataLockHolder(directory);
    if (holder?.port === undefined) return undefined;
    const password = await clusterPassword(directory);
    return password === undefined
      ? undefined
      : { superuserUrl: superuserUrl(password, holder.port), pid: holder.pid };
  } catch (error) {
    // Without the right to read it there is nothing to use; starting one says whose data this is.
    if (failedWith(error, 'ENOENT', 'EACCES')) return undefined;
    throw error;
  }
}

async function start(
  options: EmbeddedOptions,
  temporary: string | undefined,
): Promise<Outcome<EmbeddedPostgres, EmbeddedRefusal>> {
  const place = await preparePlace(options.dataDirectory);
  if (!place.ok) return place;
  const lock = await acquireDataLock(place.value.directory);
  if (!lock.ok) {
    const { pid } = lock.refusal;
    return refused({ code: 'data-directory-in-use', dataDirectory: options.dataDirectory, pid });
  }
  let started: Outcome<EmbeddedPostgres, EmbeddedRefusal> | undefined;
  try {
    started = await startLocked(place.value, lock.value, options, temporary);
    return started;
  } finally {
    if (!started?.ok) await lock.value.release();
  }
}

async function startLocked(
  place: DataPlace,
  lock: DataLock,
  options: EmbeddedOptions,
  temporary: string | undefined,
): Promise<Outcome<EmbeddedPostgres, EmbeddedRefusal>> {
  const durable = options.durable ?? true;
  const binaries = await prepareBinaries(place.user);
  if (!binaries.ok) return binaries;
  const stray = await stopStrayServer(join(place.directory, 'cluster'));
  if (!stray.ok) return stray;
  const cluster = await prepareCluster(place, binaries.value, { durable });
  if (!cluster.ok) return cluster;
  const plan = { place, binaries: binaries.value, cluster: cluster.value, durable };
  const server = await runPatiently(plan, await freePort(options.port), () => freePort());
  if (!server.ok) return server;
  const { port } = server.value;
  await lock.announcePort(port);
  const stopServer = keepRunning(plan, server.value, { onIncident: options.onIncident, temporary });
  const stop = async (): Promise<void> => {
    await stopServer();
    await lock.release();
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
  };
  let stopped: Promise<void> | undefined;
  return done({
    superuserUrl: superuserUrl(cluster.value.password, port),
    port,
    directory: place.directory,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  });
}

function superuserUrl(password: string, port: number): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}
