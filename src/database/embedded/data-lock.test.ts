import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acquireDataLock, dataLockHolder } from './data-lock.ts';
import { processIdentity } from './process-identity.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'onemind-lock-'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

async function leaveLock(pid: number, identity: string): Promise<void> {
  await writeFile(join(directory, 'lock.json'), JSON.stringify({ pid, identity, token: 'left' }));
}

test('a data directory is held until it is released', async () => {
  const lock = await acquireDataLock(directory);
  if (!lock.ok) throw new Error(lock.refusal.code);
  expect(await acquireDataLock(directory)).toEqual({
    ok: false,
    refusal: { code: 'held', pid: process.pid },
  });
  await lock.value.release();
  expect((await acquireDataLock(directory)).ok).toBe(true);
});

test('the holder announces its port to other processes', async () => {
  const lock = await acquireDataLock(directory);
  if (!lock.ok) throw new Error(lock.refusal.code);
  await lock.value.announcePort(6543);
  expect(await dataLockHolder(directory)).toMatchObject({ pid: process.pid, port: 6543 });
  await lock.value.release();
  expect(await dataLockHolder(directory)).toBeUndefined();
  expect(await readdir(directory)).toEqual([]);
});

test('a lock left by a process that has ended is taken over', async () => {
  const child = spawn('/bin/sh', ['-c', 'read -r _'], { stdio: ['pipe', 'ignore', 'ignore'] });
  const identity = await processIdentity(child.pid ?? 0);
  await leaveLock(child.pid ?? 0, identity ?? '');
  expect(await acquireDataLock(directory)).toMatchObject({ ok: false, refusal: { pid: child.pid } });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  expect((await acquireDataLock(directory)).ok).toBe(true);
});

test('a lock whose process number was given to another program is taken over', async () => {
  await leaveLock(process.pid, 'started-at-another-time');
  expect((await acquireDataLock(directory)).ok).toBe(true);
});

test('a lock cut off by a full disk holds nothing', async () => {
  await writeFile(join(directory, 'lock.json'), '{"pid":1,"ident');
  expect((await acquireDataLock(directory)).ok).toBe(true);
});

test('of many that take over a stale lock at once, one gets it', async () => {
  await leaveLock(process.pid, 'started-at-another-time');
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => acquireDataLock(directory)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
});
