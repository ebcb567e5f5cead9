import { buffer } from 'node:stream/consumers';
import type { Deps } from '../http/environment.ts';
import { type ZipEntry, zipOf } from '../table-export/zip-writer.ts';
import { type BatchPart, type CertificateBatch, downloadKind, madeIn, partsOf } from './certificate-batch.ts';

/** The download of a batch that is made: of one part only the bytes are in memory at a time. */
export async function* batchContent(
  files: Deps['files'],
  batch: CertificateBatch,
  parts: readonly BatchPart[],
): AsyncGenerator<Uint8Array> {
  if (downloadKind(batch) === 'zip') {
    yield* zipOf(entriesOf(files, batch, parts));
    return;
  }
  for (const { sha256 } of parts) yield* await files.open(sha256);
}

async function* entriesOf(
  files: Deps['files'],
  batch: CertificateBatch,
  parts: readonly BatchPart[],
): AsyncGenerator<ZipEntry> {
  const names = entryNames(batch);
  let place = 0;
  for (const { sha256, lengths } of parts) {
    const content = await buffer(await files.open(sha256));
    let at = 0;
    for (const length of lengths) {
      const name = `${names[place]}${batch.size === 'wall' ? '-wall' : ''}.pdf`;
      yield { name, content: once(content.subarray(at, at + length)) };
      at += length;
      place += 1;
    }
  }
}

/** Signed ones are called by their numbers, printing files by the places of their pages: they sort as they are printed. */
function entryNames(batch: CertificateBatch): readonly string[] {
  if (batch.form === 'zip') return batch.numbers;
  const digits = String(batch.numbers.length).length;
  const page = (count: number) => String(count).padStart(digits, '0');
  return partsOf(batch).map(
    (_, place) => `certificates-${page(madeIn(batch, place) + 1)}-to-${page(madeIn(batch, place + 1))}`,
  );
}

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}
