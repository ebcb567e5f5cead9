import type { ExportRows } from './export-table.ts';

/** Rows that come in batches, taken in portions of one's own. */
export class RowSource<Row> {
  readonly #batches: AsyncIterator<readonly Row[]>;
  #waiting: readonly Row[] = [];

  constructor(rows: ExportRows<Row>) {
    this.#batches = rows[Symbol.asyncIterator]();
  }

  async hasMore(): Promise<boolean> {
    while (this.#waiting.length === 0) {
      const { done, value } = await this.#batches.next();
      if (done) return false;
      this.#waiting = value;
    }
    return true;
  }

  /** The next rows, at most `most`; none at the end. */
  async take(most: number): Promise<readonly Row[]> {
    if (!(await this.hasMore())) return [];
    const taken = this.#waiting.slice(0, most);
    this.#waiting = this.#waiting.slice(most);
    return taken;
  }

  /** Says that nobody reads on, so that whoever makes the rows can stop. */
  async close(): Promise<void> {
    await this.#batches.return?.();
  }
}
