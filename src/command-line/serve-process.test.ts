import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { findRunningPostgres } from '../database/embedded/embedded-postgres.ts';
import { runProgram, type ServedProgram, serveProgram } from '../testing/served-program.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** One server with a database of its own for the whole file: making one takes seconds. */
let data: string;
let served: ServedProgram;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'onemind-serve-'));
  served = await serveProgram({ ONEMIND_DATA: data });
});
afterAll(async () => {
  await served.end();
  await rm(data, { recursive: true });
});

const database = () => findRunningPostgres(join(data, 'postgres'));

async function postmasterPid(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: string }>(
    "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid",
  );
  await client.end();
  return Number(rows[0]?.pid);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('a started server', () => {
  it('is alive, ready, and shows its figures to this machine alone', async () => {
    expect(await (await served.get('/livez')).text()).toBe('ok');
    expect(await (await served.get('/readyz')).text()).toBe('ok');
    const figures = await served.get('/metrics');
    expect(figures.status).toBe(200);
    expect(await figures.text()).toContain(
      'onemind_http_request_seconds_count{method="GET",route="/livez",status="200"} 1',
    );
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip']) {
      const forwarded = await fetch(`${served.address}/metrics`, { headers: { [header]: '127.0.0.1' } });
      expect(forwarded.status).toBe(404);
    }
    expect((await served.get('/dev/outbox')).status).toBe(200);
  });

  it('writes the port that the system picked into the links of its mail', async () => {
    await served.post('/sign-in', { email: 'riley@elmfork.example' });
    const outbox = await (await served.get('/dev/outbox')).text();
    expect(outbox).toContain(`${served.address}/sign-in/`);
    expect(outbox).not.toContain('localhost:0');
  });

  it('keeps others off its data directory and its port, with one clear line each', async () => {
    const { port } = new URL(served.address);
    const [again, taken] = await Promise.all([
      runProgram(['serve', '--empty'], { ONEMIND_DATA: data, PORT: '0' }),
      runProgram(['serve', '--empty'], { DATABASE_URL: inject('testDatabaseUrl'), PORT: port }),
    ]);
    expect(again.code).toBe(2);
    expect(again.err).toMatch(
      /^onemind: Another One Mind \(process \d+\) is using .* Stop it first, or set ONEMIND_DATA.*\n$/,
    );
    expect(taken.code).toBe(2);
    expect(taken.err).toBe(
      `onemind: Port ${port} is taken by another program. Stop that program, or choose another port: PORT=3001 npm start\n`,
    );
  });

  it('shares its database with commands', async () => {
    const verified = await runProgram(['audit', 'verify'], { ONEMIND_DATA: data });
    // What a new site does first: it makes the two keys it signs with.
    expect(verified).toMatchObject({ code: 0, out: '2 events in 1 chains: whole.\n', err: '' });
  });

  it('comes back by itself when its database is killed', async () => {
    const found = await database();
    if (!found) throw new Error('No database runs.');
    process.kill(await postmasterPid(found.superuserUrl), 'SIGKILL');
    const statuses: number[] = [];
    await expect
      .poll(async () => statuses[statuses.push((await served.get('/agencies')).status) - 1], {
        timeout: 30_000,
      })
      .toBe(200);
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    await expect.poll(() => served.log()).toContain('server-restarted');
    expect((await served.get('/readyz')).status).toBe(200);
  });

  it('ends cleanly when Ctrl-C is pressed twice, and its database with it', async () => {
    const found = await database();
    if (!found) throw new Error('No database runs.');
    const postmaster = await postmasterPid(found.superuserUrl);
    // Many at once, so that connections of the pool have just been used.
    await Promise.all(Array.from({ length: 30 }, () => served.get('/verify/OM-2026-00001')));
    const before = served.log().length;
    process.kill(served.pid, 'SIGINT');
    const ended = await served.end('SIGINT');
    expect(ended.code).toBe(0);
    expect(served.log().slice(before)).not.toContain('database connection lost');
    expect(ended.err).toContain('SIGINT: finishing what is running, then stopping.');
    expect(isAlive(postmaster)).toBe(false);
    expect(await database()).toBeUndefined();
  });
});

it('a server that can not start says why, a sentence for each cause', async () => {
  const [production, away, misspelt] = await Promise.all([
    runProgram(['serve'], { NODE_ENV: 'production', ONEMIND_SECRET: '' }),
    runProgram(['serve'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }),
    runProgram(['serv'], {}),
  ]);
  expect(production.code).toBe(2);
  expect(
    production.err
      .trim()
      .split('\n')
      .map((line) => line.split(': Enter')[0]),
  ).toEqual(['onemind: SITE_URL', 'ONEMIND_SECRET', 'DATABASE_URL']);
  expect(away.code).toBe(2);
  expect(away.err).toMatch(
    /^onemind: The database can't be reached \(.*ECONNREFUSED.*\)\. Start it, or check DATABASE_URL\.\n$/,
  );
  expect(misspelt.code).toBe(2);
  expect(misspelt.err).toBe(
    'onemind: There is no command "serv".\nType "onemind help" to see what can be asked.\n',
  );
});
