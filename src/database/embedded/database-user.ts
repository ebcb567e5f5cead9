import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The ordinary user whom the database server runs as when we are root. */
export type DatabaseUser = { readonly name: string; readonly uid: number; readonly gid: number };

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * PostgreSQL refuses to run as root. An existing database keeps the owner it has; a new one goes to `postgres`, or
 * to `nobody` where no such user exists (a bare container). Undefined when there is neither.
 */
export async function findOrdinaryUser(owner?: {
  uid: number;
  gid: number;
}): Promise<DatabaseUser | undefined> {
  if (owner && owner.uid !== 0) return { name: (await nameOf(owner.uid)) ?? String(owner.uid), ...owner };
  return (await lookUp('postgres')) ?? (await lookUp('nobody'));
}

/** Whether the user can enter a folder: asked of the system itself, since access lists and mounts also have a say. */
export function canEnter(user: DatabaseUser, folder: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    stdio: 'ignore',
  });
  return status === 0;
}

async function lookUp(name: string): Promise<DatabaseUser | undefined> {
  const [uid, gid] = [await id('-u', name), await id('-g', name)];
  return uid === undefined || gid === undefined ? undefined : { name, uid: Number(uid), gid: Number(gid) };
}

function nameOf(uid: number): Promise<string | undefined> {
  return id('-un', String(uid));
}

async function id(option: string, who: string): Promise<string | undefined> {
  try {
    return (await run('id', [option, who])).stdout.trim();
  } catch (error) {
    // id exits 1 for a user it does not know.
    if (error instanceof Error && 'code' in error && error.code === 1) return undefined;
    throw error;
  }
}
