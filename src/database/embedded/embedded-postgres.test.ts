import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { isRoot } from './database-user.ts';
import {
  type EmbeddedOptions,
  type EmbeddedPostgres,
  findRunningPostgres,
  startEmbeddedPostgres,
  startTemporaryPostgres,
} from './embedded-postgres.ts';
import { runningServer } from './postmaster-file.ts';
import { processIdentity } from './process-identity.ts';
import type { EmbeddedIncident } from './server-supervision.ts';

/** Creating a database takes a second; most tests begin with a copy of this new one instead. */
let template: string;
let dataDirectory: string;
const open: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), 'onemind-embedded-'));
  await chmod(template, 0o755);
  const started = await startEmbeddedPostgres({ dataDirectory: join(template, 'postgres'), durable: false });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  await started.value.stop();
});

afterAll(() => rm(template, { recursive: true, force: true }));

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onemind-embedded-'));
  await chmod(folder, 0o755);
  dataDirectory = join(folder, 'postgres');
});

afterEach(async () => {
  for (let last = open.pop(); last; last = open.pop()) await last.stop();
  if (existsSync(dataDirectory)) await rm(await realpath(dataDirectory), { recursive: true, force: true });
  await rm(dirname(dataDirectory), { recursive: true, force: true });
});

function beginWithNewDatabase(): void {
  execFileSync('cp', ['-a', join(template, 'postgres'), dataDirectory]);
}

async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> {
  const started = await startEmbeddedPostgres({ dataDirectory, durable: false, ...options });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  open.push(started.value);
  return started.value;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A process of its own that runs the database, as the web server does, until it is killed. */
async function startElsewhere(): Promise<ChildProcess> {
  const module = pathToFileURL(join(import.meta.dirname, 'embedded-postgres.ts')).href;
  const program = `import { startEmbeddedPostgres } from ${JSON.stringify(module)};
    const started = await startEmbeddedPostgres(${JSON.stringify({ dataDirectory, durable: false })});
    console.log(started.ok ? 'up' : started.refusal.code);
    setInterval(() => {}, 60_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  open.push({
    stop: async () => {
      child.kill('SIGKILL');
      await expect.poll(serverPid, { timeout: 10_000 }).toBeUndefined();
    },
  });
  const [words] = await once(child.stdout, 'data');
  expect(String(words).trim()).toBe('up');
  return child;
}

async function serverPid(): Promise<number | undefined> {
  return runningServer(join(await realpath(dataDirectory), 'cluster'));
}

async function killServer(): Promise<number> {
  const pid = await serverPid();
  if (pid === undefined) throw new Error('No server runs.');
  process.kill(pid, 'SIGKILL');
  return pid;
}

async function killAndWait(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

test('data is there again after a stop and a start', async () => {
  const first = await start();
  await query(first.superuserUrl, "create table note as select 'kept' as word");
  await first.stop();
  const second = await start();
  expect(await query(second.superuserUrl, 'select word from note')).toEqual([{ word: 'kept' }]);
});

test('the server is PostgreSQL 18 in UTF-8, with checksums, trigrams and ICU collations', async () => {
  beginWithNewDatabase();
  const { superuserUrl } = await start();
  await query(superuserUrl, 'create extension pg_trgm');
  const sql = `select current_setting('server_version_num')::int / 10000 as version,
    current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
    'é' < 'f' collate "und-x-icu" as sorted`;
  expect(await query(superuserUrl, sql)).toEqual([
    { version: 18, encoding: 'UTF8', checksums: 'on', sorted: true },
  ]);
});

test('nobody gets in with a wrong password', async () => {
  beginWithNewDatabase();
  const { superuserUrl } = await start();
  const wrong = new URL(superuserUrl);
  wrong.password = 'guess';
  await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
});

test('a second start on the same data directory is refused and named', async () => {
  beginWithNewDatabase();
  await start();
  const second = await startEmbeddedPostgres({ dataDirectory });
  expect(second).toEqual({
    ok: false,
    refusal: { code: 'data-directory-in-use', dataDirectory, pid: process.pid },
  });
});

test('a command finds the server that another process runs', async () => {
  expect(await findRunningPostgres(dataDirectory)).toBeUndefined();
  beginWithNewDatabase();
  const child = await startElsewhere();
  const found = await findRunningPostgres(dataDirectory);
  expect(found?.pid).toBe(child.pid);
  expect(await query(found?.superuserUrl ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a wished port that is taken gives way to a free one', async () => {
  beginWithNewDatabase();
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  const address = squatter.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const server = await start({ port });
  squatter.close();
  expect(server.port).not.toBe(port);
  await server.stop();
  expect((await start({ port })).port).toBe(port);
});

test('killing the program stops its database, and the next start goes on with the data', async () => {
  beginWithNewDatabase();
  const child = await startElsewhere();
  const pid = (await serverPid()) ?? 0;
  const found = await findRunningPostgres(dataDirectory);
  await query(found?.superuserUrl ?? '', "create table note as select 'kept' as word");
  await killAndWait(child);
  await expect.poll(() => processIdentity(pid), { timeout: 10_000 }).toBeUndefined();
  const { superuserUrl } = await start();
  expect(await query(superuserUrl, 'select word from note')).toEqual([{ word: 'kept' }]);
});

test('a server left over because its watcher was killed too is stopped by the next start', async () => {
  beginWithNewDatabase();
  const child = await startElsewhere();
  const stray = (await serverPid()) ?? 0;
  const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(child.pid)], {
    encoding: 'utf8',
  });
  const watcher = Number(/(\d+) \/bin\/sh -c/.exec(children)?.[1]);
  process.kill(watcher, 'SIGKILL');
  await killAndWait(child);
  expect(await processIdentity(stray)).toBeDefined();
  const { superuserUrl } = await start();
  expect(await processIdentity(stray)).toBeUndefined();
  expect(await query(superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a server’s note whose process number now belongs to another program is no obstacle', async () => {
  beginWithNewDatabase();
  const cluster = join(dataDirectory, 'cluster');
  await writeFile(
    join(cluster, 'postmaster.pid'),
    `${process.pid}\n${cluster}\n0\n5432\n\n127.0.0.1\n0 0\nready\n`,
  );
  const { superuserUrl } = await start();
  expect(await query(superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a database killed under a running program comes back on the same port with its data', async () => {
  beginWithNewDatabase();
  const incidents: EmbeddedIncident['code'][] = [];
  const { superuserUrl } = await start({ onIncident: ({ code }) => incidents.push(code) });
  await query(superuserUrl, "create table note as select 'kept' as word");
  await killServer();
  await expect.poll(() => incidents, { timeout: 15_000 }).toEqual(['server-ended', 'server-restarted']);
  expect(await query(superuserUrl, 'select word from note')).toEqual([{ word: 'kept' }]);
});

test('a stop while the server is being restarted leaves none running', async () => {
  beginWithNewDatabase();
  const server = await start();
  const pid = await killServer();
  await expect.poll(() => processIdentity(pid)).toBeUndefined();
  await server.stop();
  expect(await serverPid()).toBeUndefined();
});

test('a creation that was cut short is begun anew', async () => {
  await mkdir(join(dataDirectory, 'cluster.new', 'base'), { recursive: true });
  const { superuserUrl } = await start();
  expect(await query(superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('data of another PostgreSQL version is left alone', async () => {
  await mkdir(join(dataDirectory, 'cluster'), { recursive: true });
  await writeFile(join(dataDirectory, 'cluster', 'PG_VERSION'), '15\n');
  const started = await startEmbeddedPostgres({ dataDirectory });
  // As an ordinary user the folder is ours; as root it is root's, and stays untouched as well.
  expect(started).toMatchObject({ ok: false, refusal: { code: 'data-from-another-version', found: '15' } });
});

test('the log names no values that a person typed', async () => {
  beginWithNewDatabase();
  const { superuserUrl, directory } = await start();
  await query(superuserUrl, 'create table person (email text primary key)');
  await query(superuserUrl, "insert into person values ('a.rivera@example.org')");
  const again = query(superuserUrl, "insert into person values ('a.rivera@example.org')");
  await expect(again).rejects.toThrow('duplicate key');
  const log = await readFile(join(directory, 'postgres.log'), 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('rivera');
});

test('a temporary server leaves nothing behind', async () => {
  const started = await startTemporaryPostgres();
  if (!started.ok) throw new Error(started.refusal.code);
  expect(await query(started.value.superuserUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  await started.value.stop();
  expect(existsSync(started.value.directory)).toBe(false);
});

test.runIf(isRoot())(
  'a data directory out of the ordinary user’s reach becomes a link to one within it',
  async () => {
    await chmod(dirname(dataDirectory), 0o700);
    const first = await start();
    expect((await lstat(dataDirectory)).isSymbolicLink()).toBe(true);
    expect(first.directory).toMatch(/^\/var\/lib\/onemind\//);
    await query(first.superuserUrl, "create table note as select 'kept' as word");
    await first.stop();
    const second = await start();
    expect(second.directory).toBe(first.directory);
    expect(await query(second.superuserUrl, 'select word from note')).toEqual([{ word: 'kept' }]);
  },
);

test.runIf(isRoot())('a link whose data has gone is not replaced by an empty database', async () => {
  await chmod(dirname(dataDirectory), 0o700);
  const first = await start();
  await first.stop();
  await rm(first.directory, { recursive: true });
  const again = await startEmbeddedPostgres({ dataDirectory });
  expect(again).toMatchObject({ ok: false, refusal: { code: 'data-directory-gone' } });
});
