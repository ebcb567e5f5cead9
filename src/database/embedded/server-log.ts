import { chown, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataPlace } from './data-place.ts';
import { failedWith } from './failure-code.ts';

const tenMegabytes = 10 * 1024 * 1024;

/** The server's log in the data directory. A log grown past ten megabytes makes room for a new one; one old one stays. */
export async function openServerLog(
  place: DataPlace,
): Promise<{ path: string; fd: number; close(): Promise<void> }> {
  const path = join(place.directory, 'postgres.log');
  if ((await sizeOf(path)) > tenMegabytes) await rename(path, `${path}.old`);
  const file = await open(path, 'a', 0o600);
  if (place.user) await chown(path, place.user.uid, place.user.gid);
  return { path, fd: file.fd, close: () => file.close() };
}

/** The log's length in bytes: a mark from which `logSince` reads. */
export async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return 0;
    throw error;
  }
}

/** What the server wrote after the mark. */
export async function logSince(path: string, mark: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(16_384), position: mark });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
