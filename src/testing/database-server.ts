import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startTemporaryPostgres } from '../database/embedded/embedded-postgres.ts';
import { embeddedRefusalSentence } from '../database/embedded/embedded-refusal.ts';
import { migrate } from '../database/migrate.ts';

/** The secret of every test: it derives the passwords of the application's roles. */
export const testSecret = 'a secret for tests that is long enough';
export const templateName = 'onemind_template';

declare module 'vitest' {
  interface ProvidedContext {
    testDatabaseUrl: string;
  }
}

/** Vitest's global set-up: one PostgreSQL for the run, with one migrated template that each test file clones. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const started = await startTemporaryPostgres();
  if (!started.ok) throw new Error(embeddedRefusalSentence(started.refusal));
  const server = started.value;
  await createTemplate(server.superuserUrl);
  project.provide('testDatabaseUrl', server.superuserUrl);
  return () => server.stop();
}

async function createTemplate(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`create database ${templateName}`);
  await client.end();
  await migrate(databaseUrl(superuserUrl, templateName), testSecret);
}

export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
