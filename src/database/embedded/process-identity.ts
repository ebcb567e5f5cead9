import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A text that no other process on this machine ever shares: process ids are reused, so the start time (and, where
 * it counts from boot, the boot) belongs to it. Undefined when there is no such process, or it is only waiting to
 * be reaped.
 */
export async function processIdentity(pid: number): Promise<string | undefined> {
  return process.platform === 'linux' ? identityFromProc(pid) : identityFromPs(pid);
}

/** The command line of a running process, or undefined when it has ended. */
export async function processCommandLine(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return ps(pid, 'args=');
  const text = await readIfThere(`/proc/${pid}/cmdline`);
  return text === undefined || text === '' ? undefined : text.replaceAll('\0', ' ').trim();
}

async function identityFromProc(pid: number): Promise<string | undefined> {
  const stat = await readIfThere(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The command name stands in brackets and may hold anything, so fields are counted after the last bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X' || startTicks === undefined) return undefined;
  const boot = await readIfThere('/proc/sys/kernel/random/boot_id');
  return `${boot?.trim() ?? 'boot'}:${startTicks}`;
}

async function identityFromPs(pid: number): Promise<string | undefined> {
  const line = await ps(pid, 'stat=,lstart=');
  if (line === undefined || line.startsWith('Z')) return undefined;
  return line.replace(/^\S+\s+/, '');
}

async function ps(pid: number, format: string): Promise<string | undefined> {
  try {
    const { stdout } = await run('ps', ['-o', format, '-p', String(pid)], {
      env: { ...process.env, LC_ALL: 'C' },
    });
    return stdout.trim() === '' ? undefined : stdout.trim();
  } catch (error) {
    // ps exits 1 when no process matches; anything else is a real failure.
    if (error instanceof Error && 'code' in error && error.code === 1) return undefined;
    throw error;
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return undefined;
    throw error;
  }
}
