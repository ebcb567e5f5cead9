import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { done, type Outcome, refused } from '../../outcome.ts';
import { childEnvironment } from './child-environment.ts';
import type { Cluster } from './cluster.ts';
import type { DataPlace } from './data-place.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import type { ServerBinaries } from './server-binaries.ts';
import { logSince, openServerLog, sizeOf } from './server-log.ts';
import { serverSettings } from './server-settings.ts';

export type ServerProcess = {
  readonly pid: number;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends all sessions, writes everything to disk and waits for the server's end. */
  stop(): Promise<void>;
};

/** `port-taken` and `memory-in-use` pass by themselves or with another port. */
export type ServerFailure = {
  readonly code: 'port-taken' | 'memory-in-use' | 'failed';
  readonly log: string;
  readonly reason: string;
};

export type ServerPlan = {
  readonly place: DataPlace;
  readonly binaries: ServerBinaries;
  readonly cluster: Cluster;
  readonly durable: boolean;
};

/** Recovery after a power cut replays the log and can take minutes on a large database. */
const startPatience = 10 * 60_000;

/** Starts the server and waits until it takes connections. */
export async function runServer(
  plan: ServerPlan,
  port: number,
): Promise<Outcome<ServerProcess, ServerFailure>> {
  const log = await openServerLog(plan.place);
  const mark = await sizeOf(log.path);
  const child = spawn(
    plan.binaries.postgres,
    ['-D', plan.cluster.directory, ...serverSettings({ port, durable: plan.durable })],
    {
      cwd: '/',
      env: childEnvironment(),
      stdio: ['ignore', log.fd, log.fd],
      // A session of its own: Ctrl-C in the terminal reaches only us, and we drain before we stop the server.
      detached: true,
      ...(plan.place.user && { uid: plan.place.user.uid, gid: plan.place.user.gid }),
    },
  );
  const spawnFailure = await firstOf(child);
  await log.close();
  if (spawnFailure) return refused({ code: 'failed', log: log.path, reason: spawnFailure.message });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  if (await isReady(child, plan.cluster.directory)) return done(serverProcess(child, ended));
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  return refused(failureFromLog(log.path, await logSince(log.path, mark)));
}

async function firstOf(child: ChildProcess): Promise<Error | undefined> {
  try {
    await once(child, 'spawn');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function isReady(child: ChildProcess, cluster: string): Promise<boolean> {
  for (let waited = 0; waited < startPatience; waited += 10) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    const file = await readPostmasterFile(cluster);
    if (file?.pid === child.pid && file?.ready) return true;
    await sleep(10);
  }
  return false;
}

function failureFromLog(log: string, words: string): ServerFailure {
  const reason = words.split('\n').find((line) => /FATAL|PANIC|error/i.test(line)) ?? 'It gave no reason.';
  if (/could not bind|Address already in use/.test(words)) return { code: 'port-taken', log, reason };
  if (/pre-existing shared memory block/.test(words)) return { code: 'memory-in-use', log, reason };
  return { code: 'failed', log, reason };
}

function serverProcess(child: ChildProcess, ended: Promise<void>): ServerProcess {
  const { pid } = child;
  if (pid === undefined) throw new Error('A started server has a process id.');
  child.unref();
  return {
    pid,
    ended,
    stop: async () => {
      child.ref();
      child.kill('SIGINT');
      const lastResort = setTimeout(() => child.kill('SIGQUIT'), 60_000);
      await ended;
      clearTimeout(lastResort);
    },
  };
}
