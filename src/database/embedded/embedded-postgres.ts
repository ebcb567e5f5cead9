import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { done, type Outcome, refused } from '../../outcome.ts';
import { prepareCluster } from './cluster.ts';
import { acquireDataLock, type DataLock } from './data-lock.ts';
import { type DataPlace, preparePlace } from './data-place.ts';
import type { EmbeddedRefusal } from './embedded-refusal.ts';
import { freePort } from './free-port.ts';
import { prepareBinaries } from './server-binaries.ts';
import { runServer, type ServerPlan, type ServerProcess } from './server-process.ts';
import { type ServerWatcher, watchServer } from './server-watcher.ts';
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

/** What happened to a running server, for the log. */
export type EmbeddedIncident =
  | { readonly code: 'server-ended' }
  | { readonly code: 'server-restarted' }
  | { readonly code: 'restart-failed'; readonly reason: string };

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
  const started = await startLocked(place.value, lock.value, options, temporary);
  if (!started.ok) await lock.value.release();
  return started;
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
  const wished = await freePort(options.port);
  const server = await runPatiently(plan, wished, async () => freePort());
  if (!server.ok) return server;
  const { port } = server.value;
  await lock.announcePort(port);
  const superuserUrl = `postgres://postgres:${cluster.value.password}@127.0.0.1:${port}/postgres`;
  const stop = keepRunning(plan, server.value, options.onIncident ?? (() => undefined), temporary);
  return done({
    superuserUrl,
    port,
    directory: place.directory,
    stop: async () => {
      await stop();
      await lock.release();
      if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
    },
  });
}

type Running = { readonly server: ServerProcess; readonly port: number };

/** A port may be snatched between looking and binding, and killed sessions need a moment to let go of their memory. */
async function runPatiently(
  plan: ServerPlan,
  firstPort: number,
  nextPort: () => Promise<number>,
): Promise<Outcome<Running, EmbeddedRefusal>> {
  let port = firstPort;
  for (let attempt = 1; ; attempt++) {
    const started = await runServer(plan, port);
    if (started.ok) return done({ server: started.value, port });
    const failure = started.refusal;
    if (failure.code === 'failed')
      return refused({ code: 'server-did-not-start', log: failure.log, reason: failure.reason });
    if (attempt === 40)
      return refused({ code: 'server-did-not-start', log: plan.place.directory, reason: failure.code });
    if (failure.code === 'port-taken') port = await nextPort();
    await sleep(250);
  }
}

/** Restarts a server that ended by itself, on the same port, for as long as nobody calls the returned stop. */
function keepRunning(
  plan: ServerPlan,
  first: Running,
  report: (incident: EmbeddedIncident) => void,
  temporary: string | undefined,
): () => Promise<void> {
  let stopping = false;
  let { server } = first;
  const { port } = first;
  const watch = (): ServerWatcher =>
    watchServer({
      cluster: plan.cluster.directory,
      pid: server.pid,
      ...(temporary !== undefined && { temporary }),
    });
  let watcher = watch();
  const supervise = async (): Promise<void> => {
    for (;;) {
      await server.ended;
      if (stopping) return;
      report({ code: 'server-ended' });
      while (!stopping) {
        const again = await runPatiently(plan, port, async () => port);
        if (again.ok) {
          server = again.value.server;
          watcher.dismiss();
          watcher = watch();
          report({ code: 'server-restarted' });
          break;
        }
        report({ code: 'restart-failed', reason: again.refusal.code });
        await sleep(5_000, undefined, { ref: false });
      }
      if (stopping) return;
    }
  };
  const supervision = supervise();
  return async () => {
    stopping = true;
    await server.stop();
    await supervision;
    watcher.dismiss();
  };
}
