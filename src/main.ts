import { dayIn } from './calendar/calendar-date.ts';
import { helpAsked } from './command-line/command-help.ts';
import { failureText } from './command-line/failure.ts';
import { type CommandIo, type ExitCode, UsageError, usage } from './command-line/usage.ts';
import { type Config, readConfig } from './config.ts';

const io: CommandIo = {
  out: (text) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  err: (text) => process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
};

type ConfiguredCommand = (argv: readonly string[], config: Config, io: CommandIo) => Promise<ExitCode>;

/** Loaded when asked for: the web server's parts take a second that the other commands need not wait. */
const configuredCommands: ReadonlyMap<string, () => Promise<ConfiguredCommand>> = new Map([
  ['serve', async () => (await import('./command-line/serve-command.ts')).runServe],
  ['migrate', async () => (await import('./command-line/migrate-command.ts')).runMigrate],
  ['demo', async () => (await import('./command-line/demo-command.ts')).runDemo],
  ['import', async () => (await import('./command-line/import-command.ts')).runImport],
  ['user', async () => (await import('./command-line/user-command.ts')).runUser],
  ['keys', async () => (await import('./command-line/keys-command.ts')).runKeys],
  ['audit', async () => (await import('./command-line/audit-command.ts')).runAudit],
]);

async function run(command: string, argv: readonly string[]): Promise<ExitCode> {
  const help = helpAsked(command, argv);
  if (help) {
    io.out(help);
    return 0;
  }
  const load = configuredCommands.get(command);
  if (load) {
    const config = readConfig(process.env);
    return (await load())(argv, config, io);
  }
  switch (command) {
    case 'check': {
      const { runCheck } = await import('./check/check-command.ts');
      const today = dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date());
      return runCheck(argv, { ...io, today });
    }
    case 'verify':
      return (await import('./command-line/verify-command.ts')).runVerify(argv, io);
    case 'help':
    case '--help':
    case '-h':
      io.out(usage);
      return 0;
    default:
      throw new UsageError(`There is no command "${command}".`);
  }
}

const [command = 'help', ...argv] = process.argv.slice(2);
process.exitCode = await run(command, argv).catch((error: unknown) => {
  io.err(failureText(error));
  return 2;
});
