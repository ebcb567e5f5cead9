import type { Config } from '../config.ts';
import { migrate } from '../database/migrate.ts';
import { wire } from '../wiring.ts';
import { importOptions, importUsage } from './import-options.ts';
import { importFile } from './imported-file.ts';
import { connectAsApplication, openServerToUse, roleSecret } from './open-database.ts';
import { terminalQuestion } from './terminal-question.ts';
import type { CommandIo, ExitCode } from './usage.ts';

/**
 * `onemind import roster|training|acknowledgments FILE`: the same reader, recognizer and matcher as in the browser. Without `--commit`
 * it says what the file would change and leaves the plan to be looked at there; with it, the plan is carried out.
 */
export async function runImport(argv: readonly string[], config: Config, io: CommandIo): Promise<ExitCode> {
  if (argv.some((word) => word === '--help' || word === '-h')) {
    io.out(importUsage);
    return 0;
  }
  const options = importOptions(argv);
  const server = await openServerToUse(config);
  try {
    if (server.ownerUrl) await migrate(server.ownerUrl, roleSecret(config));
    const databases = connectAsApplication(config, server, (error) => io.err(error.message));
    const wired = wire(config, databases);
    try {
      return await importFile(wired, options, { ask: terminalQuestion(), ...io });
    } finally {
      await wired.close();
      await databases.close();
    }
  } finally {
    await server.stop();
  }
}
