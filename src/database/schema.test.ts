import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../package-root.ts';
import { createTestDatabase } from '../testing/test-database.ts';

describe('the types of the tables', () => {
  it('are those of the migrated database (else: npm run schema)', async () => {
    const database = await createTestDatabase();
    const codegen = join(packageRoot, 'node_modules/kysely-codegen/dist/cli/bin.js');
    const run = promisify(execFile)(process.execPath, [codegen, '--verify', '--url', database.ownerUrl], {
      cwd: packageRoot,
    });
    await expect(run).resolves.toBeDefined();
    await database.drop();
  });
});
