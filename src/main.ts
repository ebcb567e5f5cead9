import { dayIn } from './calendar/calendar-date.ts';
import { runCheck } from './check/check-command.ts';
import { runAudit } from './command-line/audit-command.ts';
import { runDemo } from './command-line/demo-command.ts';
import { failureText } from './command-line/failure.ts';
import { runMigrate } from './command-line/migrate-command.ts';
import { runServe } from './command-line/serve-command.ts';
import { type CommandIo, type ExitCode, UsageError, usage } from './command-line/usage.ts';
import { runUser } from './command-line/user-command.ts';
import { readConfig } from './config.ts';

const io: CommandIo = {
  out: (text) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  err: (text) => process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
};

async function run(command: string | undefined, argv: readonly string[]): Promise<ExitCode> {
  switch (command) {
    case 'serve':
      return runServe(argv, readConfig(process.env), io);
    case 'migrate':
      return runMigrate(argv, readConfig(process.env), io);
    case 'demo':
      return runDemo(argv, readConfig(process.env), io);
    case 'user':
      return runUser(argv, readConfig(process.env), io);
    case 'audit':
      return runAudit(argv, readConfig(process.env), io);
    case 'check':
      return runCheck(argv, {
        ...io,
        today: dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date()),
      });
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      io.out(usage);
      return 0;
    default:
      throw new UsageError(`There is no command "${command}".`);
  }
}

const [command, ...argv] = process.argv.slice(2);
process.exitCode = await run(command, argv).catch((error: unknown) => {
  io.err(failureText(error));
  return 2;
});
