import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { done, type Outcome, refused } from '../../outcome.ts';
import { childEnvironment } from './child-environment.ts';
import type { DataPlace } from './data-place.ts';
import type { DatabaseUser } from './database-user.ts';
import type { EmbeddedRefusal } from './embedded-refusal.ts';
import { failedWith } from './failure-code.ts';
import type { ServerBinaries } from './server-binaries.ts';

/** PostgreSQL's own data directory and the password of its superuser. */
export type Cluster = { readonly directory: string; readonly password: string };

const supportedVersion = '18';

/** Opens the cluster in the data directory, or creates it. A creation that was cut short is begun anew. */
export async function prepareCluster(
  place: DataPlace,
  binaries: ServerBinaries,
  options: { durable: boolean },
): Promise<Outcome<Cluster, EmbeddedRefusal>> {
  const directory = join(place.directory, 'cluster');
  const passwordFile = join(place.directory, 'superuser-password');
  const version = await readIfThere(join(directory, 'PG_VERSION'));
  if (version === undefined) {
    const failure = await createCluster(place, binaries, passwordFile, options);
    if (failure !== undefined) return refused({ code: 'initdb-failed', reason: failure });
  } else if (version.trim() !== supportedVersion) {
    const found = version.trim();
    return refused({ code: 'data-from-another-version', dataDirectory: place.directory, found });
  }
  const password = await clusterPassword(place.directory);
  if (password === undefined) return refused({ code: 'password-file-missing', path: passwordFile });
  return done({ directory, password });
}

/** The superuser's password of the cluster in this data directory. */
export async function clusterPassword(dataDirectory: string): Promise<string | undefined> {
  return (await readIfThere(join(dataDirectory, 'superuser-password')))?.trim();
}

async function createCluster(
  { directory, user }: DataPlace,
  binaries: ServerBinaries,
  passwordFile: string,
  { durable }: { durable: boolean },
): Promise<string | undefined> {
  const draft = join(directory, 'cluster.new');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (user) {
    await chown(draft, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  const failure = await runInitdb(draft, binaries.initdb, passwordFile, user, durable);
  if (failure === undefined) await rename(draft, join(directory, 'cluster'));
  return failure;
}

/**
 * The built-in C.UTF-8 locale sorts by code point and never changes with the operating system's libraries, so an
 * index stays right when the machine is upgraded. Lists for people name an ICU collation in their `order by`.
 */
function runInitdb(
  directory: string,
  initdb: string,
  passwordFile: string,
  user: DatabaseUser | undefined,
  durable: boolean,
): Promise<string | undefined> {
  const options = [
    `--pgdata=${directory}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, options, {
      cwd: '/',
      env: childEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
      ...(user && { uid: user.uid, gid: user.gid }),
    });
    let words = '';
    child.stderr.on('data', (chunk: Buffer) => {
      words += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) =>
      resolve(code === 0 ? undefined : words.trim() || `initdb ended with ${code}`),
    );
  });
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (failedWith(error, 'ENOENT')) return undefined;
    throw error;
  }
}
