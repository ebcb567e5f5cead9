import { buffer } from 'node:stream/consumers';
import type { Deps } from '../http/environment.ts';
import { type ZipEntry, zipOf } from '../table-export/zip-writer.ts';
import type { BatchPart, CertificateBatch } from './certificate-batch.ts';

/** The download of a batch that is made: of one part only the bytes are in memory at a time. */
export async function* batchContent(
  files: Deps['files'],
  batch: CertificateBatch,
  parts: readonly BatchPart[],
): AsyncGenerator<Uint8Array> {
  if (batch.form === 'zip') {
    yield* zipOf(entriesOf(files, batch, parts));
    return;
  }
  for (const { sha256 } of parts) yield* await files.open(sha256);
}

async function* entriesOf(
  files: Deps['files'],
  { numbers, size }: CertificateBatch,
  parts: readonly BatchPart[],
): AsyncGenerator<ZipEntry> {
  let place = 0;
  for (const { sha256, lengths } of parts) {
    const content = await buffer(await files.open(sha256));
    let at = 0;
    for (const length of lengths) {
      const name = `${numbers[place]}${size === 'wall' ? '-wall' : ''}.pdf`;
      const document = content.subarray(at, at + length);
      yield { name, content: once(document) };
      at += length;
      place += 1;
    }
  }
}

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}
