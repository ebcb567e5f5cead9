import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root } from './paths.mjs';
import { SetUpError } from './set-up-error.mjs';

const lockPath = join(root, 'package-lock.json');
const installedPath = join(root, 'node_modules', '.package-lock.json');
const stampPath = join(root, 'node_modules', '.onemind-installed');

/** Without a network npm's own patience is three silent minutes. */
const impatience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

/** Installs what package-lock.json names, if anything of it is missing or of another version. */
export function installDependencies(say) {
  const reason = whyInstall();
  if (reason !== undefined) {
    say(`Installing dependencies (${reason}); a minute or so …`);
    npm(
      ['ci', '--include=dev', '--include=optional', '--loglevel=error', ...impatience],
      'The dependencies could not be installed.',
    );
    writeFileSync(stampPath, fingerprint());
  }
  if (!nodeRuns()) {
    // npm was told not to run install scripts, so the pinned Node was not fetched.
    say('Fetching the pinned Node …');
    npm(['rebuild', 'node', '--ignore-scripts=false'], 'The pinned Node could not be installed.');
    if (!nodeRuns()) throw new SetUpError(`${pinnedNode} does not run on this machine.`);
  }
}

/** Undefined when node_modules holds what the lock file asks for on this machine. */
export function whyInstall() {
  if (!existsSync(installedPath)) return 'none yet';
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === fingerprint()) return undefined;
  const wanted = packagesOf(lockPath);
  const installed = packagesOf(installedPath);
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link || (entry.optional && !isForThisMachine(entry))) continue;
    if (installed[path]?.version === entry.version && existsSync(join(root, path))) continue;
    return `${path.replace(/^.*node_modules\//, '')} ${entry.version} is missing`;
  }
  return undefined;
}

/** Of what was asked for and what npm noted it has installed: equal after an installation that npm called good. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const path of [lockPath, installedPath]) hash.update(readFileSync(path)).update('\0');
  return `${hash.digest('hex')} ${process.platform} ${process.arch}`;
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch (error) {
    if (path.includes('node_modules')) return {};
    throw new SetUpError(`${path} can't be read (${error.message}). Restore it from the repository.`);
  }
}

/** An optional package made for this very system. Others come and go with what they are optional for. */
function isForThisMachine({ os, cpu, libc }) {
  if (os === undefined || cpu === undefined) return false;
  return fits(os, process.platform) && fits(cpu, process.arch) && (!libc || fits(libc, systemLibrary()));
}

/** Follows npm: a word or a list names what fits, or with "!" what doesn't. */
function fits(words, value) {
  const list = [words].flat();
  const barred = list.filter((item) => item.startsWith('!'));
  return !barred.includes(`!${value}`) && (barred.length === list.length || list.includes(value));
}

function systemLibrary() {
  if (process.platform !== 'linux') return undefined;
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

function nodeRuns() {
  return spawnSync(pinnedNode, ['--version'], { stdio: 'ignore' }).status === 0;
}

function npm(args, failure) {
  const running = process.env.npm_execpath ?? '';
  const command = running.endsWith('npm-cli.js')
    ? { program: process.execPath, args: [running, ...args] }
    : { program: 'npm', args };
  const { status, error, stderr } = spawnSync(command.program, command.args, {
    cwd: root,
    // npm's own words go to stderr, so that a command's --json output stays clean.
    stdio: ['ignore', 2, 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return;
  throw new SetUpError(`${failure} ${adviceFor(error?.message ?? stderr)}`);
}

function adviceFor(words) {
  const beginning = words.trim().split('\n').slice(0, 6).join('\n');
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET|ENOTCACHED/.test(words))
    return `npm can't reach the package registry. Check the network (or npm's "registry" and "proxy" settings) and try again.\n${beginning}`;
  if (/EACCES|EPERM|EROFS/.test(words))
    return `This user may not write to ${join(root, 'node_modules')}. Give the folder to this user or delete it, and try again.\n${beginning}`;
  if (/ENOSPC/.test(words)) return `The disk is full. Free about one gigabyte and try again.\n${beginning}`;
  return `npm said:\n${beginning}`;
}
