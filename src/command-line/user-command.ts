import type { Config } from '../config.ts';
import { migrate } from '../database/migrate.ts';
import { runUserCommand } from '../identity/user-command.ts';
import { wire } from '../wiring.ts';
import { connectAsApplication, openServerToUse, roleSecret } from './open-database.ts';
import type { CommandIo, ExitCode } from './usage.ts';

/** `onemind user …`: works beside a running server, and before the first start. */
export async function runUser(argv: readonly string[], config: Config, io: CommandIo): Promise<ExitCode> {
  const server = await openServerToUse(config);
  try {
    if (server.ownerUrl) await migrate(server.ownerUrl, roleSecret(config));
    const databases = connectAsApplication(config, server, (error) => io.err(error.message));
    const wired = wire(config, databases);
    try {
      return await runUserCommand(argv, wired, io);
    } finally {
      await wired.close();
      await databases.close();
    }
  } finally {
    await server.stop();
  }
}
