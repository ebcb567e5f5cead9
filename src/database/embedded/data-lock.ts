import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { done, type Outcome, refused } from '../../outcome.ts';
import { failedWith } from './failure-code.ts';
import { processIdentity } from './process-identity.ts';

/** Who holds a data directory. `port` is set once its database answers. */
export type LockHolder = {
  readonly pid: number;
  readonly identity: string;
  readonly token: string;
  readonly port?: number;
};

export type DataLock = {
  /** Tells other processes of the holder where the database answers. */
  announcePort(port: number): Promise<void>;
  release(): Promise<void>;
};

/** A stale lock taken over by two processes at once shows within milliseconds whose it became. */
const settlingTime = 50;

/**
 * Takes the data directory for this process. The lock is a file that names its holder by process id and start time,
 * so one left behind by `kill -9` or a power cut is recognized and taken over. PostgreSQL's own interlock stands
 * underneath.
 */
export async function acquireDataLock(
  directory: string,
): Promise<Outcome<DataLock, { readonly code: 'held'; readonly pid: number }>> {
  const identity = await processIdentity(process.pid);
  if (identity === undefined) throw new Error('This process has no identity: is /proc mounted?');
  const self: LockHolder = { pid: process.pid, identity, token: randomUUID() };
  const path = lockPath(directory);
  for (;;) {
    if (await tryCreate(path, self)) {
      await sleep(settlingTime);
      if ((await readLock(path)) === JSON.stringify(self)) return done(dataLock(path, self));
    }
    const text = await readLock(path);
    if (text === undefined) continue;
    const holder = parseHolder(text);
    if (holder && (await isAlive(holder))) return refused({ code: 'held', pid: holder.pid });
    await removeStale(path, text);
  }
}

function dataLock(path: string, self: LockHolder): DataLock {
  return {
    announcePort: async (port) => {
      const draft = `${path}.${self.token}`;
      await writeFile(draft, JSON.stringify({ ...self, port }), { mode: 0o644 });
      await rename(draft, path);
    },
    release: () => rm(path, { force: true }),
  };
}

/** The living process that holds the data directory, if there is one. */
export async function dataLockHolder(directory: string): Promise<LockHolder | undefined> {
  const text = await readLock(lockPath(directory));
  const holder = text === undefined ? undefined : parseHolder(text);
  return holder && (await isAlive(holder)) ? holder : undefined;
}

function lockPath(directory: string): string {
  return join(directory, 'lock.json');
}

/** Linking a finished file is atomic, so no one ever reads a half-written lock. */
async function tryCreate(path: string, holder: LockHolder): Promise<boolean> {
  const draft = `${path}.${holder.token}`;
  await writeFile(draft, JSON.stringify(holder), { mode: 0o644 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (failedWith(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Moves the stale lock aside; if another process was quicker and this is its fresh lock, puts it back. */
async function removeStale(path: string, staleText: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    if ((await readLock(aside)) !== staleText) await link(aside, path);
  } catch (error) {
    if (!failedWith(error, 'ENOENT', 'EEXIST')) throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

async function isAlive(holder: LockHolder): Promise<boolean> {
  return (await processIdentity(holder.pid)) === holder.identity;
}

async function readLock(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return undefined;
    throw error;
  }
}

const lockFile = z.object({
  pid: z.number().int().positive(),
  identity: z.string(),
  token: z.string(),
  port: z.number().int().optional(),
});

/** Undefined for a file that no One Mind wrote, for example one cut off by a full disk: it locks nothing. */
function parseHolder(text: string): LockHolder | undefined {
  const { data } = lockFile.safeParse(parseJson(text));
  if (!data) return undefined;
  const { port, ...holder } = data;
  return port === undefined ? holder : { ...holder, port };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
