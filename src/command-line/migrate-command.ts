import type { Config } from '../config.ts';
import { migrate } from '../database/migrate.ts';
import { openServer, roleSecret } from './open-database.ts';
import { type CommandIo, type ExitCode, UsageError } from './usage.ts';

/** `onemind migrate`: applies what is pending, all or nothing, and says what it did. */
export async function runMigrate(argv: readonly string[], config: Config, io: CommandIo): Promise<ExitCode> {
  if (argv.length > 0) throw new UsageError('"onemind migrate" takes no arguments.');
  const server = await openServer(config);
  try {
    const applied = await migrate(server.ownerUrl, roleSecret(config));
    io.out(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}.`);
    return 0;
  } finally {
    await server.stop();
  }
}
