import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { readConfig } from '../dist/config.js';
import { connect, urlAs } from '../dist/database/database.js';
import { migrate } from '../dist/database/migrate.js';
import { wire } from '../dist/wiring.js';

/** Guards nothing: the server lives as long as the benchmark and listens on this machine only. */
export const benchSecret = 'a secret for benchmarks that is long enough';

/** A migrated database on the server; answers its owner's address. */
export async function createDatabase(serverUrl, name) {
  const url = new URL(serverUrl);
  await withOwner(serverUrl, (owner) => owner.query(`create database ${name}`));
  url.pathname = `/${name}`;
  await migrate(url.href, benchSecret);
  return url.href;
}

export async function withOwner(url, work) {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** The program's parts as the server wires them, on this database. */
export async function withProgram({ databaseUrl, folder, secret }, work) {
  const config = readConfig({
    NODE_ENV: 'development',
    SITE_URL: 'http://localhost',
    ONEMIND_SECRET: secret,
    ONEMIND_DATA: folder,
    LOG_LEVEL: 'silent',
  });
  const urls = {
    app: urlAs(databaseUrl, 'onemind_app', secret),
    identity: urlAs(databaseUrl, 'onemind_identity', secret),
  };
  const databases = connect(urls, config.database.poolSize, () => undefined);
  const program = wire(config, databases);
  try {
    return await work(program);
  } finally {
    await program.close();
    await databases.close();
  }
}

/** An empty agency and a person who acts for it. */
export async function addAgency(owner) {
  const name = `Bench ${randomUUID()} Police Department`;
  const { rows } = await owner.query(
    `insert into agency (id, slug, name, kind, country, region, city, address, postal_code, time_zone)
     values (gen_random_uuid(), $1, $1, 'municipal-police', 'US', 'TX', 'Elm Fork', '1 Main St', '75001', 'America/Chicago')
     returning id`,
    [name],
  );
  const person = await owner.query(
    `insert into identity.person (name, email, email_verified) values ('Bench', $1, true) returning id`,
    [`${rows[0].id}@bench.example`],
  );
  await owner.query("insert into agency_scope (agency_id, category) values ($1, 'dispatcher')", [rows[0].id]);
  return { agency: { id: rows[0].id, timeZone: 'America/Chicago' }, person: person.rows[0].id };
}

/** The rows of one agency as COPY writes them. */
export async function copyOut(owner, table, agency) {
  return buffer(owner.query(copyTo(`copy (select * from ${table} where agency_id = '${agency}') to stdout`)));
}

/** Copies the rows into an empty table of the same shape, with the same keys and indexes; answers milliseconds. */
export async function bareCopy(owner, table, rows) {
  await owner.query(`drop table if exists bare`);
  await owner.query(`create table bare (like ${table} including all)`);
  const started = performance.now();
  await pipeline(Readable.from([rows]), owner.query(copyFrom('copy bare from stdin')));
  return performance.now() - started;
}
