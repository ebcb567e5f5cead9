import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  realpath,
  rmdir,
  stat,
  symlink,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { done, type Outcome, refused } from '../../outcome.ts';
import { canEnter, type DatabaseUser, findOrdinaryUser, isRoot } from './database-user.ts';
import type { EmbeddedRefusal } from './embedded-refusal.ts';
import { failedWith, failureReason } from './failure-code.ts';
import { systemPlace } from './system-place.ts';

/** Where the database really lies, and who runs its server (undefined: this process's own user). */
export type DataPlace = { readonly directory: string; readonly user: DatabaseUser | undefined };

/**
 * Makes sure that the data directory exists and that the server's user can enter it. As root, in a folder that an
 * ordinary user cannot enter (root's home), the data goes under /var/lib/onemind and the data directory becomes a
 * link to it: the link is the record, so the data is found again and is easy to find by hand.
 */
export async function preparePlace(dataDirectory: string): Promise<Outcome<DataPlace, EmbeddedRefusal>> {
  try {
    const gone = await danglingTarget(dataDirectory);
    if (gone !== undefined) return refused({ code: 'data-directory-gone', dataDirectory, target: gone });
    const isNew = (await mkdir(dataDirectory, { recursive: true })) !== undefined;
    const directory = await realpath(dataDirectory);
    if (isNew) await chmod(directory, 0o700);
    const owner = await clusterOwner(directory);
    if (isRoot()) return await placeForOrdinaryUser(dataDirectory, directory, owner);
    if (owner && owner.uid !== process.getuid?.())
      return refused({ code: 'data-directory-of-another-user', dataDirectory, uid: owner.uid });
    return done({ directory, user: undefined });
  } catch (error) {
    if (!failedWith(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC')) throw error;
    return refused({ code: 'data-directory-not-writable', dataDirectory, reason: failureReason(error) });
  }
}

async function placeForOrdinaryUser(
  dataDirectory: string,
  directory: string,
  owner: { uid: number; gid: number } | undefined,
): Promise<Outcome<DataPlace, EmbeddedRefusal>> {
  const user = await findOrdinaryUser(owner);
  if (!user) return refused({ code: 'no-ordinary-user' });
  await chmod(directory, (await stat(directory)).mode | 0o011);
  if (canEnter(user, directory)) return done({ directory, user });
  if ((await readdir(directory)).length > 0)
    return refused({ code: 'data-directory-out-of-reach', dataDirectory, user: user.name });
  const elsewhere = await mkdtemp(join(await systemPlace(), `${nameFor(directory)}-`));
  await chmod(elsewhere, 0o711);
  await rmdir(directory);
  await symlink(elsewhere, dataDirectory);
  return done({ directory: elsewhere, user });
}

/** `/root/onemind/data/postgres` → `root-onemind-data`: enough for a person to see whose data it is. */
function nameFor(directory: string): string {
  const slug = dirname(directory).replace(/[^A-Za-z0-9]+/g, '-');
  return slug.replace(/^-/, '').slice(-60);
}

async function danglingTarget(path: string): Promise<string | undefined> {
  try {
    if (!(await lstat(path)).isSymbolicLink()) return undefined;
    await stat(path);
    return undefined;
  } catch (error) {
    if (!failedWith(error, 'ENOENT')) throw error;
    return readLinkIfAny(path);
  }
}

async function readLinkIfAny(path: string): Promise<string | undefined> {
  try {
    return await readlink(path);
  } catch (error) {
    if (failedWith(error, 'ENOENT', 'EINVAL')) return undefined;
    throw error;
  }
}

async function clusterOwner(directory: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const { uid, gid } = await stat(join(directory, 'cluster'));
    return { uid, gid };
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return undefined;
    throw error;
  }
}
