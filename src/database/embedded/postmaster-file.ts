import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failedWith } from './failure-code.ts';
import { processCommandLine } from './process-identity.ts';

/** What the server says of itself in `postmaster.pid` (its lines: pid, directory, …, eighth: state). */
export async function readPostmasterFile(
  cluster: string,
): Promise<{ pid: number; ready: boolean } | undefined> {
  try {
    const lines = (await readFile(postmasterFile(cluster), 'utf8')).split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * The process id of a server that still runs on this cluster. A `postmaster.pid` whose number now belongs to
 * some other program (after a power cut) is removed, since the server would refuse to start over it.
 */
export async function runningServer(cluster: string): Promise<number | undefined> {
  const file = await readPostmasterFile(cluster);
  if (file === undefined) return undefined;
  const commandLine = await processCommandLine(file.pid);
  if (commandLine === undefined) return undefined;
  if (commandLine.includes('postgres') && commandLine.includes(cluster)) return file.pid;
  await rm(postmasterFile(cluster), { force: true });
  return undefined;
}

export function postmasterFile(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}
