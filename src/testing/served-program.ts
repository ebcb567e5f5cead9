import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../package-root.ts';
import { testSecret } from './database-server.ts';
import type { TestApp } from './test-app.ts';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface ServedProgram extends Pick<TestApp, 'get' | 'post'> {
  readonly address: string;
  readonly pid: number;
  /** What it wrote to standard error so far: its log. */
  log(): string;
  /** Sends a signal and answers how the program ended. */
  end(signal?: NodeJS.Signals): Promise<Ended>;
  readonly ended: Promise<Ended>;
}

const program = join(packageRoot, 'dist', 'main.js');
const stopWithParent = pathToFileURL(join(packageRoot, 'scripts', 'stop-with-parent.mjs')).href;

/** Runs the built program to its end, without any setting but these. */
export function runProgram(args: readonly string[], settings: NodeJS.ProcessEnv): Promise<Ended> {
  return launch(args, settings).ended;
}

/** Starts the built web server as a process of its own, on a free port, and waits until it says that it is ready. */
export async function serveProgram(settings: NodeJS.ProcessEnv): Promise<ServedProgram> {
  const { child, out, ended, written } = launch(['serve', '--empty'], { PORT: '0', ...settings });
  const address = await new Promise<string>((resolve, reject) => {
    out.on('data', () => {
      const said = /ready at (\S+)/.exec(written.out);
      if (said?.[1]) resolve(said[1]);
    });
    ended.then(({ code, err }) => reject(new Error(`It ended with ${code}: ${err}`)), reject);
  });
  const ask = (path: string, init: RequestInit) => fetch(address + path, { redirect: 'manual', ...init });
  return {
    address,
    pid: child.pid ?? 0,
    log: () => written.err,
    get: (path, cookie) => ask(path, { headers: cookie ? { cookie } : {} }),
    post: (path, fields, cookie) =>
      ask(path, {
        method: 'POST',
        headers: { origin: address, ...(cookie ? { cookie } : {}) },
        body: fields instanceof FormData ? fields : new URLSearchParams(Object.entries(fields).map(pair)),
      }),
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
    ended,
  };
}

function launch(args: readonly string[], settings: NodeJS.ProcessEnv) {
  if (!existsSync(program)) throw new Error('The program is not built: run "npm run set-up" first.');
  // A test that runs out of time must not leave its program behind.
  const child = spawn(process.execPath, ['--import', stopWithParent, program, ...args], {
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, ONEMIND_SECRET: testSecret, ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const written = { out: '', err: '' };
  const { stdout: out, stderr: err } = child;
  if (!out || !err) throw new Error('The program has no output to read.');
  out.on('data', (text: Buffer) => {
    written.out += text;
  });
  err.on('data', (text: Buffer) => {
    written.err += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...written }));
  });
  return { child, out, ended, written };
}

function pair([name, value]: [string, string | readonly string[]]): [string, string] {
  return [name, [value].flat().join(',')];
}
