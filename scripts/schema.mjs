import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { root } from './paths.mjs';

/**
 * `npm run schema`: writes src/database/schema.ts from a database brought up by the migrations alone. It reads the
 * sources, not the built program: with a new table the program can't be built before its schema is written.
 */
const { startTemporaryPostgres } = await import('../src/database/embedded/embedded-postgres.ts');
const { migrate } = await import('../src/database/migrate.ts');
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
