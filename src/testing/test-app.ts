import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { type Logger, pino } from 'pino';
import { createApp } from '../app.tsx';
import { type Config, readConfig } from '../config.ts';
import { actingAs } from '../database/acting.ts';
import type { Databases } from '../database/database.ts';
import { createDocumentMaker } from '../documents/document-maker.ts';
import { diskFileStore } from '../files/disk-file-store.ts';
import type { AppEnv, Deps } from '../http/environment.ts';
import { createMetrics } from '../http/metrics.ts';
import { createIdentity } from '../identity/identity.ts';
import { jobHandlers } from '../job-handlers.ts';
import { type JobWorker, startJobWorker } from '../jobs/job-worker.ts';
import { listOutbox, type OutboxMessage } from '../mail/mail-store.ts';
import { testSecret } from './database-server.ts';
import { signInByMail } from './sign-in-by-mail.ts';
import { createTestDatabase } from './test-database.ts';

export interface TestApp {
  readonly app: Hono<AppEnv>;
  readonly deps: Deps;
  readonly databases: Databases;
  readonly ownerUrl: string;
  /** Every message written so far, newest first. */
  outbox(): Promise<readonly OutboxMessage[]>;
  /** Signs the address in through its emailed link and answers the cookie header to send along. */
  signIn(email: string): Promise<string>;
  /** Asks the application as a browser would, as the holder of a cookie; redirects are not followed. */
  get(path: string, cookie?: string): Promise<Response>;
  post(path: string, fields: FormFieldsToSend, cookie?: string): Promise<Response>;
  close(): Promise<void>;
}

export type FormFieldsToSend = Readonly<Record<string, string | readonly string[]>> | FormData;

export const testSite = 'http://onemind.test';

/** The whole application on a database of its own. Only the clock and the mail server are not the real ones; work is done in this process. */
export async function createTestApp(
  options: {
    readonly now?: () => Date;
    readonly environment?: NodeJS.ProcessEnv;
    readonly log?: Logger;
  } = {},
): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDirectory = await mkdtemp(join(tmpdir(), 'onemind-test-'));
  const config = testConfig(dataDirectory, options.environment);
  const log = options.log ?? pino({ level: 'silent' });
  let worker: JobWorker | undefined;
  const deps = testDeps(config, database.databases, options.now ?? (() => new Date()), log, () => {
    worker ??= startJobWorker(deps, jobHandlers);
    worker.wake();
  });
  const app = createApp(deps, { isDraining: () => false });
  const outbox = () => actingAs(database.databases.app, { as: 'system' }, (tx) => listOutbox(tx, 500));
  const get: TestApp['get'] = async (path, cookie) =>
    app.request(`${testSite}${path}`, { headers: cookie ? { cookie } : {} });
  const post: TestApp['post'] = async (path, fields, cookie) =>
    app.request(`${testSite}${path}`, {
      method: 'POST',
      headers: { origin: testSite, ...(cookie ? { cookie } : {}) },
      body: fields instanceof FormData ? fields : urlEncoded(fields),
    });
  return {
    app,
    deps,
    databases: database.databases,
    ownerUrl: database.ownerUrl,
    outbox,
    get,
    post,
    signIn: (email) => signInByMail({ get, post, outbox }, email),
    async close() {
      await worker?.stop();
      await database.drop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

function testConfig(dataDirectory: string, environment: NodeJS.ProcessEnv = {}): Config {
  return readConfig({
    NODE_ENV: 'test',
    SITE_URL: testSite,
    ONEMIND_SECRET: testSecret,
    ONEMIND_DATA: dataDirectory,
    LOG_LEVEL: 'silent',
    ...environment,
  });
}

function testDeps(
  config: Config,
  databases: Databases,
  now: () => Date,
  log: Logger,
  jobPosted: () => void,
): Deps {
  const mailPosted = () => undefined;
  return {
    config,
    db: databases,
    now,
    log,
    metrics: createMetrics({ processFigures: false }),
    identity: createIdentity({ config, db: databases, log, mailPosted }),
    files: diskFileStore(join(config.dataDirectory, 'files')),
    documents: createDocumentMaker(),
    mailPosted,
    jobPosted,
  };
}

function urlEncoded(fields: Readonly<Record<string, string | readonly string[]>>): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const text of [value].flat()) body.append(name, text);
  }
  return body;
}
