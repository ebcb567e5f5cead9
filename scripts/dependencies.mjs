import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root } from './paths.mjs';
import { SetUpError } from './set-up-error.mjs';

/** Installs what package-lock.json names, if anything of it is missing or of another version. */
export function installDependencies(say) {
  const reason = whyInstall();
  if (reason !== undefined) {
    say(`Installing dependencies (${reason}); a minute or so …`);
    npm(
      ['ci', '--include=dev', '--include=optional', '--loglevel=error'],
      'The dependencies could not be installed.',
    );
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
  const installedPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return 'none yet';
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(installedPath);
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link) continue;
    if (installed[path]?.version === entry.version && existsSync(join(root, path))) continue;
    if (entry.optional && !fitsThisMachine(entry)) continue;
    return `${path.replace(/^.*node_modules\//, '')} ${entry.version} is missing`;
  }
  return undefined;
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch (error) {
    if (path.includes('node_modules')) return {};
    throw new SetUpError(`${path} can't be read (${error.message}). Restore it from the repository.`);
  }
}

/** Follows npm: a list names what fits, or with "!" what doesn't. */
function fitsThisMachine(entry) {
  return (
    fits(entry.os, process.platform) && fits(entry.cpu, process.arch) && fits(entry.libc, systemLibrary())
  );
}

function fits(list, value) {
  if (list === undefined || value === undefined) return list === undefined;
  const [allowed, barred] = [
    list.filter((item) => !item.startsWith('!')),
    list.filter((item) => item.startsWith('!')),
  ];
  return !barred.includes(`!${value}`) && (allowed.length === 0 || allowed.includes(value));
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
  const tail = words.trim().split('\n').slice(-12).join('\n');
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET|ENOTCACHED/.test(words))
    return `npm can't reach the package registry. Check the network (or npm's "registry" and "proxy" settings) and try again.\n${tail}`;
  if (/EACCES|EPERM|EROFS/.test(words))
    return `This user may not write to ${join(root, 'node_modules')}. Give the folder to this user or delete it, and try again.\n${tail}`;
  if (/ENOSPC/.test(words)) return `The disk is full. Free about one gigabyte and try again.\n${tail}`;
  return `npm said:\n${tail}`;
}
