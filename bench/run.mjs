import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startTemporaryPostgres } from '../dist/database/embedded/embedded-postgres.js';
import { benchSecret, createDatabase } from './database.mjs';
import { writeRoster, writeTraining } from './files.mjs';
import { runPart } from './part.mjs';
import { machine, printResults } from './report.mjs';

const parts = [
  'roster',
  'training',
  'exports',
  'reading',
  'matching',
  'coverage',
  'check',
  'pages',
  'groups',
  'certificates',
  'credentials',
];
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: parts.join() },
    people: { type: 'string', default: '36000' },
    records: { type: 'string', default: '120000' },
    agencies: { type: 'string', default: '18702' },
  },
});
const say = (words) => process.stderr.write(`bench: ${words}\n`);

const folder = await mkdtemp(join(tmpdir(), 'onemind-bench-'));
const started = await startTemporaryPostgres();
if (!started.ok) throw new Error(`No database: ${started.refusal.code}`);
const server = started.value;
try {
  const size = {
    people: Number(values.people),
    records: Number(values.records),
    agencies: Number(values.agencies),
    rounds: Number(values.rounds),
  };
  say(`writing a roster of ${size.people} people and ${size.records} training records …`);
  const roster = await writeRoster(folder, size.people);
  const training = await writeTraining(folder, size);
  const results = [];
  for (const name of values.only.split(',')) {
    say(`${name} …`);
    // Each part has a process and a database of its own: its memory is its own, and nothing is warm from another.
    const databaseUrl = await createDatabase(server.superuserUrl, `bench_${name}`);
    results.push(
      ...(await runPart(name, { databaseUrl, folder, roster, training, size, secret: benchSecret })),
    );
  }
  const report = { on: machine(), size, results };
  printResults(report);
  if (values.json) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
