import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pinnedEnvironment, pinnedNode, root } from './paths.mjs';

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const patience = 60_000;
const downloadPatience = 5 * 60_000;

/**
 * A Chromium that runs here, as `{ path, version }`: the one named by CHROMIUM_PATH, the system's, Playwright's, or
 * one installed now. Undefined when none can be had; what was tried has then been said.
 */
export function findChromium(say) {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    const version = versionOf(named);
    if (version === undefined)
      say(`CHROMIUM_PATH is ${named}, which does not run. Correct it or leave it out.`);
    return version && { path: named, version };
  }
  return firstThatRuns([...systemPaths(), playwrightPath()]) ?? installOne(say);
}

function firstThatRuns(paths) {
  for (const path of paths) {
    const version = path && versionOf(path);
    if (version) return { path, version };
  }
  return undefined;
}

function systemPaths() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const inPath = systemNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...macApplications].filter(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The version of a Chromium that shows a page here; one that only answers may still crash for want of a library. */
function versionOf(path) {
  const asked = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: patience });
  const version = asked.status === 0 ? /\d+(\.\d+)+/.exec(asked.stdout)?.[0] : undefined;
  return version && showsPage(path) ? version : undefined;
}

function showsPage(path) {
  const profile = mkdtempSync(join(tmpdir(), 'onemind-chromium-'));
  const options = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`];
  try {
    const page = ['--dump-dom', 'data:text/html,<p>shown</p>'];
    const { stdout } = spawnSync(path, [...options, ...page], { encoding: 'utf8', timeout: patience });
    return stdout?.includes('<p>shown</p>') ?? false;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function playwrightPath() {
  const script = "console.log(require('@playwright/test').chromium.executablePath())";
  const { stdout } = spawnSync(pinnedNode, ['-e', script], { cwd: root, encoding: 'utf8' });
  return stdout.trim() || undefined;
}

function installOne(say) {
  const attempts = [installFromPlaywright, installFromDebian];
  for (const attempt of attempts) {
    const found = attempt(say);
    if (found) return found;
  }
  say('No Chromium was found and none could be installed, so the browser tests can not run.');
  say('Install Chromium or Chrome with your package manager, or set CHROMIUM_PATH to one.');
  return undefined;
}

function installFromPlaywright(say) {
  say("No Chromium on this machine: trying Playwright's download (up to five minutes) …");
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const { status, error, stderr } = spawnSync(pinnedNode, [cli, 'install', 'chromium', '--no-shell'], {
    cwd: root,
    env: pinnedEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: downloadPatience,
  });
  const path = status === 0 ? playwrightPath() : undefined;
  const found = path && firstThatRuns([path]);
  const reason = error?.code ?? /Error: .*/.exec(stderr)?.[0] ?? `exit ${status}`;
  if (!found) say(`Playwright's download did not help (${reason}).`);
  return found;
}

function installFromDebian(say) {
  if (process.getuid?.() !== 0 || !['/usr/bin/apt-get'].some(isExecutable)) return undefined;
  say('Installing the chromium package with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: ['ignore', 'ignore', 'ignore'], timeout: 2 * downloadPatience };
  spawnSync('apt-get', ['update', '-q'], options);
  spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], options);
  const found = firstThatRuns(systemPaths());
  if (!found) say('apt-get could not install a Chromium that runs.');
  return found;
}
