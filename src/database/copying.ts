import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Acting, declareActing, type Transaction } from './acting.ts';
import type { DB } from './schema.ts';

/** One value of a row to copy. Undefined and null are NULL. */
export type CopyValue = string | number | boolean | null | undefined;

export interface CopyTarget {
  /** The table whose columns' types are taken. Its rows come in through the `insert` that `then` names. */
  readonly table: string;
  readonly columns: readonly string[];
}

/** Streams rows into a table; memory stays flat in their number. Answers how many came. */
export type CopyRows = (target: CopyTarget, rows: CopiedRows) => Promise<number>;

/**
 * Like `actingAs`, with `copy` beside the transaction. PostgreSQL takes no COPY straight into a table with
 * row-level security, so rows are copied into a temporary table and inserted from there in one statement:
 * the policies hold for every row, at a fraction of the time of row-wise inserts.
 */
export async function actingWithCopy<Result>(
  pool: pg.Pool,
  acting: Acting,
  work: (tx: Transaction, copy: CopyRows) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: poolOfOne(client) }) });
    return await db.transaction().execute(async (tx) => {
      await declareActing(tx, acting);
      return work(tx, (target, rows) => copyThroughTemporary(client, tx, target, rows));
    });
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // After a failure in mid-stream the connection's state is unknown: it is closed, not handed on.
    client.release(broken);
  }
}

async function copyThroughTemporary(
  client: pg.PoolClient,
  tx: Transaction,
  { table, columns }: CopyTarget,
  rows: CopiedRows,
): Promise<number> {
  const names = columns.join(', ');
  const arriving = `arriving_${table}`;
  await sql
    .raw(`create temporary table ${arriving} on commit drop as select ${names} from ${table} with no data`)
    .execute(tx);
  await pipeline(
    Readable.from(copyText(rows)),
    client.query(copyFrom(`copy ${arriving} (${names}) from stdin`)),
  );
  const inserted = await sql
    .raw(`insert into ${table} (${names}) select ${names} from ${arriving}`)
    .execute(tx);
  await sql.raw(`drop table ${arriving}`).execute(tx);
  return Number(inserted.numAffectedRows ?? 0);
}

const chunkLength = 64 * 1024;

/** Rows in COPY's text format, gathered into chunks so that the stream isn't crossed once a row. */
export function copyText(rows: CopiedRows): Iterable<string> | AsyncIterable<string> {
  return Symbol.asyncIterator in rows ? chunksArriving(rows) : chunksOf(rows);
}

type CopiedRows = AsyncIterable<readonly CopyValue[]> | Iterable<readonly CopyValue[]>;

async function* chunksArriving(rows: AsyncIterable<readonly CopyValue[]>): AsyncGenerator<string> {
  let chunk = '';
  for await (const row of rows) {
    chunk += copyLine(row);
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** The same without waiting a turn for each row. */
function* chunksOf(rows: Iterable<readonly CopyValue[]>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += copyLine(row);
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function copyLine(row: readonly CopyValue[]): string {
  return `${row.map(copyField).join('\t')}\n`;
}

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function copyField(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (value === '') return value;
  if (typeof value !== 'string') return String(value);
  return special.test(value)
    ? value.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character)
    : value;
}

/** Kysely's dialect asks for a pool; this one has the single client that the COPY stream uses too. */
function poolOfOne(client: pg.PoolClient) {
  const lent = { query: client.query.bind(client), release: () => undefined };
  return { connect: async () => lent, end: async () => undefined };
}
