import { parseArgs } from 'node:util';
import type { Config } from '../config.ts';
import { migrate } from '../database/migrate.ts';
import { fillDemo, isEmpty } from '../demo/demo.ts';
import { startServer } from '../server.ts';
import { wire } from '../wiring.ts';
import { connectAsApplication, type DatabaseServer, openServer } from './open-database.ts';
import type { CommandIo, ExitCode } from './usage.ts';

const graceMilliseconds = 10_000;

/** `onemind serve`: database, migrations, web server; ends cleanly on SIGINT, SIGTERM and SIGHUP. */
export async function runServe(argv: readonly string[], config: Config, io: CommandIo): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...argv],
    options: { demo: { type: 'boolean', default: false }, empty: { type: 'boolean', default: false } },
  });
  const stopped = stopSignal();
  const server = await openServer(config, 'serve');
  try {
    await serveUntil(stopped, config, server, { demo: values.demo && !values.empty }, io);
  } finally {
    await server.stop();
  }
  return 0;
}

async function serveUntil(
  stopped: Promise<NodeJS.Signals>,
  config: Config,
  server: DatabaseServer,
  options: { readonly demo: boolean },
  io: CommandIo,
): Promise<void> {
  if (config.database.appUrl === undefined) await migrate(server.ownerUrl, config.secret);
  const databases = connectAsApplication(config, server, (error) =>
    wired.log.warn({ err: error }, 'database connection lost'),
  );
  const wired = wire(config, databases);
  try {
    if (options.demo && (await isEmpty(server.ownerUrl))) await fillDemo(server.ownerUrl, io);
    const web = await startServer(wired);
    io.out(welcome(web.address, config, server));
    const signal = await stopped;
    io.err(`${signal}: finishing what is running, then stopping.`);
    await web.drain(graceMilliseconds);
  } finally {
    await wired.close();
    await databases.close();
  }
}

function welcome(address: string, config: Config, server: DatabaseServer): string {
  const lines = [`One Mind is ready at ${address}`, `  database: ${server.description}`];
  if (config.mode === 'development' && !config.smtpUrl)
    lines.push(`  mail:     ${address}/dev/outbox (no SMTP_URL is set)`);
  return `${lines.join('\n')}\n  stop:     Ctrl-C\n`;
}

/** The first signal asks for a clean end. Later ones change nothing: a second Ctrl-C must not cut the database off. */
function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
  });
}
