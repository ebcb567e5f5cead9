const blockLength = 64 * 1024;

/** Small texts gathered into blocks of UTF-8, so that a stream isn't crossed once a row. */
export async function* inBlocks(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let block = '';
  for await (const text of texts) {
    block += text;
    if (block.length < blockLength) continue;
    yield Buffer.from(block);
    block = '';
  }
  if (block !== '') yield Buffer.from(block);
}
