import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { root } from './paths.mjs';
import { setUp } from './set-up.mjs';

/** `npm run schema`: writes src/database/schema.ts from a database brought up by the migrations alone. */
await setUp();
const { startTemporaryPostgres } = await import('../dist/database/embedded/embedded-postgres.js');
const { migrate } = await import('../dist/database/migrate.js');
const started = await startTemporaryPostgres();
if (!started.ok) throw new Error(started.refusal.code);
try {
  const url = started.value.superuserUrl;
  await migrate(url, 'a secret that only this run needs');
  const { status } = spawnSync('npx', ['kysely-codegen', '--url', url], { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  await started.value.stop();
}
