import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

/** The database took a statement and doesn't answer: its process stands still, or the network swallows what it says. */
export class DatabaseSilent extends Error {
  override readonly name = 'DatabaseSilent';
}

/**
 * The pool for callers who wait so long for an answer and no longer. A connection that owes one is closed, not handed
 * on. A server that is merely slow ends the statement itself before that, by its `statement_timeout`.
 */
export function impatientPool(pool: pg.Pool, milliseconds: number): PostgresPool {
  return {
    connect: async () => new ImpatientClient(await pool.connect(), milliseconds),
    end: () => pool.end(),
  };
}

class ImpatientClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #milliseconds: number;
  #silent: DatabaseSilent | undefined;

  constructor(client: pg.PoolClient, milliseconds: number) {
    this.#client = client;
    this.#milliseconds = milliseconds;
  }

  query<Row>(statement: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  query(statement: string | PostgresCursor<unknown>, parameters: readonly unknown[] = []): unknown {
    if (typeof statement !== 'string') throw new Error('This connection reads no cursors.');
    return this.#ask(statement, parameters);
  }

  /** What is asked after a silence, such as to roll back, isn't waited for again. */
  async #ask(statement: string, parameters: readonly unknown[]): Promise<unknown> {
    if (this.#silent) throw this.#silent;
    const tooLate = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      this.#silent = new DatabaseSilent(`The database gave no answer in ${this.#milliseconds} ms.`);
      tooLate.reject(this.#silent);
    }, this.#milliseconds);
    try {
      return await Promise.race([this.#client.query(statement, [...parameters]), tooLate.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  release(): void {
    this.#client.release(this.#silent);
  }
}
