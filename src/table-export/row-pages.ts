/**
 * The rows of a table that is read page by page, each page in a transaction of its own: a slow download holds no
 * connection. `read` is handed the last row of the page before and answers at most `size` rows that come after it.
 */
export async function* rowPages<Row>(
  size: number,
  read: (after: Row | undefined, size: number) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let after: Row | undefined;
  for (;;) {
    const page = await read(after, size);
    if (page.length > 0) yield page;
    if (page.length < size) return;
    after = page.at(-1);
  }
}
