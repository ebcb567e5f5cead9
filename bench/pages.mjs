import { fork } from 'node:child_process';
import { Agent, createServer, get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { fillNationalScale } from '../dist/demo/national-scale.js';
import { startServer } from '../dist/server.js';
import { withOwner, withProgram } from './database.mjs';
import { median } from './measuring.mjs';

const connections = 16;
const roundMilliseconds = 4_000;
const paths = [
  '/agencies',
  '/agencies?page=150',
  '/agencies?search=elmfork',
  '/agencies?region=TX&sort=place',
];
let asked = 0;
/** An address that nobody has asked for: the page has to be made. */
const unasked = () => `/agencies?page=${1 + (asked % 370)}&nobody=${asked++}`;

/** Pages of the directory at the size of the country, against a bare Node server that sends the same bytes. */
export async function measurePages(task) {
  const { agencies, rounds } = task.size;
  await withOwner(task.databaseUrl, (owner) => fillNationalScale(owner, { agencies, staff: agencies * 2 }));
  const served = await startChild({ is: 'program', ...task });
  const results = [];
  const kinds = [...paths.map((path) => [path, () => path]), ['never asked before', unasked]];
  for (const [kind, pathOf] of kinds) {
    const urlOf = () => `${served.address}${pathOf()}`;
    const body = await fetchBody(urlOf());
    const bareServer = await startChild({ is: 'bare', body: body.toString('base64') });
    await pagesPerSecond(urlOf);
    const ours = [];
    const bare = [];
    for (let round = 0; round < Math.min(3, rounds); round++) {
      ours.push(await pagesPerSecond(urlOf));
      bare.push(await pagesPerSecond(() => bareServer.address));
    }
    bareServer.stop();
    results.push({
      name: `${kind}, ${agencies} agencies`,
      unit: 'pages/s',
      against: 'bare Node server',
      ours: median(ours),
      bare: median(bare),
      ratio: median(bare) / median(ours),
      all: { ours, bare },
    });
  }
  served.stop();
  return results;
}

async function pagesPerSecond(urlOf) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const started = performance.now();
  const until = started + roundMilliseconds;
  let pages = 0;
  const visit = async () => {
    while (performance.now() < until) {
      await fetchBody(urlOf(), agent);
      pages++;
    }
  };
  await Promise.all(Array.from({ length: connections }, visit));
  agent.destroy();
  return pages / ((performance.now() - started) / 1000);
}

function fetchBody(url, agent) {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        if (response.statusCode === 200) resolve(Buffer.concat(chunks));
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
    }).once('error', reject);
  });
}

/** A server in a process of its own, so that the one that asks takes nothing from the one that answers. */
function startChild(task) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ['serve']);
    child.send(task);
    child.once('message', (address) => resolve({ address, stop: () => child.kill() }));
    child.once('error', reject);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.once('message', async (task) => {
    process.send(task.is === 'bare' ? await serveBytes(task) : await serveProgram(task));
  });
}

function serveBytes({ body }) {
  const bytes = Buffer.from(body, 'base64');
  return new Promise((resolve) => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8' }).end(bytes);
    });
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}/`));
  });
}

function serveProgram(task) {
  return new Promise((resolve, reject) => {
    withProgram(task, async (program) => {
      const web = await startServer({ ...program, config: { ...program.config, port: 0 } });
      resolve(web.address);
      await new Promise(() => undefined);
    }).catch(reject);
  });
}
