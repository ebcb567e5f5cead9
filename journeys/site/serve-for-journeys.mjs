// The built program on an empty database of its own, which goes when the journeys end.
import { spawn } from 'node:child_process';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';

const folder = process.env.JOURNEY_DATA;
if (!folder) throw new Error('JOURNEY_DATA is not set: playwright.config.ts names the folder.');
await mkdir(folder);
// As root the database runs as an ordinary user, who has to be able to enter.
await chmod(folder, 0o711);
const main = join(import.meta.dirname, '../../dist/main.js');
const child = spawn(process.execPath, [main, 'serve', '--empty'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, ONEMIND_DATA: folder, LOG_LEVEL: 'warn' },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill('SIGTERM'));
child.on('exit', async (code) => {
  await rm(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});
