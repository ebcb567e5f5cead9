import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { done, type Outcome, refused } from '../../outcome.ts';
import { failedWith } from './failure-code.ts';
import { processIdentity } from './process-identity.ts';

/** Who holds a data directory. `port` is set once its database answers. */
export type LockHolder = { readonly pid: number; readonly identity: string; readonly port?: number };

export type DataLock = {
  /** Tells other processes of the holder where the database answers. */
  announcePort(port: number): Promise<void>;
  release(): Promise<void>;
};

/**
 * Takes the data directory for this process. The lock is a file that names its holder by process id and start time,
 * so one left behind by `kill -9` or a power cut is recognized and taken over. PostgreSQL's own interlock stands
 * underneath for the case that two processes take over at the same instant.
 */
export async function acquireDataLock(
  directory: string,
): Promise<Outcome<DataLock, { readonly code: 'held'; readonly pid: number }>> {
  const identity = await processIdentity(process.pid);
  if (identity === undefined) throw new Error('This process has no identity: is /proc mounted?');
  const self: LockHolder = { pid: process.pid, identity };
  const path = lockPath(directory);
  while (!(await tryCreate(path, self))) {
    const text = await readLock(path);
    if (text === undefined) continue;
    const holder = parseHolder(text);
    if (holder && (await isAlive(holder))) return refused({ code: 'held', pid: holder.pid });
    await removeStale(path, text);
  }
  return done({
    announcePort: async (port) => {
      const next = `${path}.${process.pid}`;
      await writeFile(next, JSON.stringify({ ...self, port }), { mode: 0o600 });
      await rename(next, path);
    },
    release: () => rm(path, { force: true }),
  });
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
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
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
  const aside = `${path}.stale-${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return;
    throw error;
  }
  if ((await readLock(aside)) !== staleText) await rename(aside, path);
  else await rm(aside, { force: true });
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

/** Undefined for a file that no One Mind wrote, for example one cut off by a full disk: it locks nothing. */
function parseHolder(text: string): LockHolder | undefined {
  const match = /^\{"pid":(\d+),"identity":"([^"]+)"(?:,"port":(\d+))?\}$/.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  const holder = { pid: Number(match[1]), identity: match[2] };
  return match[3] ? { ...holder, port: Number(match[3]) } : holder;
}
