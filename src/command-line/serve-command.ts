import { parseArgs } from 'node:util';
import type { Config } from '../config.ts';
import { actingAs } from '../database/acting.ts';
import { migrate } from '../database/migrate.ts';
import { checkApplicationRole } from '../database/role-check.ts';
import { fillDemo, hasDemo } from '../demo/demo.ts';
import { guestLines } from '../demo/demo-guests.ts';
import { sweepTemporaryFolders } from '../files/temporary-folder.ts';
import { startJobThreads } from '../job-thread-host.ts';
import { createLog } from '../log.ts';
import { startServer } from '../server.ts';
import { prepareSigningKeys } from '../signing-key/signing-key-actions.ts';
import { wire } from '../wiring.ts';
import { withChosenPort } from './chosen-port.ts';
import {
  applicationUrls,
  connectAsApplication,
  type DatabaseServer,
  openServerToServe,
  roleSecret,
} from './open-database.ts';
import type { CommandIo, ExitCode } from './usage.ts';
import { welcome } from './welcome.ts';

const graceMilliseconds = 10_000;

/** `onemind serve`: database, migrations, web server; ends cleanly on SIGINT, SIGTERM and SIGHUP. */
export async function runServe(argv: readonly string[], given: Config, io: CommandIo): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...argv],
    options: { demo: { type: 'boolean', default: false }, empty: { type: 'boolean', default: false } },
  });
  const stopped = stopSignal();
  const config = await withChosenPort(given);
  const log = createLog(config);
  const server = await openServerToServe(config, (incident) =>
    log.warn({ incident: incident.code }, 'embedded database'),
  );
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
  const { ownerUrl } = server;
  if (ownerUrl) await migrate(ownerUrl, roleSecret(config));
  const databases = connectAsApplication(
    config,
    server,
    (error) => wired.log.warn({ err: error }, 'database connection lost'),
    config.database.timeoutSeconds,
  );
  const jobs = startJobThreads(config, applicationUrls(config, server), createLog(config));
  const wired = wire(config, databases, jobs.wake);
  try {
    await checkApplicationRole(databases);
    await actingAs(databases.app, { as: 'system' }, (tx) => prepareSigningKeys(tx, wired));
    await sweepTemporaryFolders();
    if (options.demo && ownerUrl) await fillDemo(wired, ownerUrl, io);
    const web = await startServer(wired);
    io.out(welcome(web.address, config, server.description));
    const namesGuests = options.demo && config.mode === 'development' && ownerUrl !== undefined;
    if (namesGuests && (await hasDemo(ownerUrl))) io.out(guestLines(web.address).join('\n'));
    const signal = await stopped;
    io.err(`${signal}: finishing what is running, then stopping.`);
    await web.drain(graceMilliseconds);
  } finally {
    await jobs.stop();
    await wired.close();
    await databases.close();
  }
}

/** The first signal asks for a clean end. Later ones change nothing: a second Ctrl-C must not cut the database off. */
function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
  });
}
