import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const path = join(root, 'dist', '.set-up-lock');

/** A process number may be given to another program; no set-up takes this long. */
const longestSetUp = 20 * 60_000;

/** Runs the work while no other set-up of this checkout runs: `npm start` and `npm test` may be typed at once. */
export async function withSetUpLock(say, work) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  // The first failure may have found, and removed, what a set-up that was cut short left behind.
  for (let failures = 1; !tryLock(); failures++) {
    if (failures === 2) say('Another set-up of this checkout is running; waiting for it …');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function tryLock() {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(holder()) || age() > longestSetUp) rmSync(path, { force: true });
    return false;
  }
}

function holder() {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return process.pid;
    throw error;
  }
}

function age() {
  const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
  return Date.now() - mtimeMs;
}

/** An empty file is one that is being written this moment. */
function isAlive(pid) {
  if (!pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
