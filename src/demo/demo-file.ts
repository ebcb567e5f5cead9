import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReceivedFile } from '../http/upload.ts';

/** A file as an upload would have left it, for as long as `work` takes. */
export async function withReceivedFile<Result>(
  name: string,
  content: Buffer,
  work: (file: ReceivedFile) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'onemind-demo-'));
  try {
    const path = join(folder, 'upload');
    await writeFile(path, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return await work({ field: 'file', name, path, size: content.length, sha256 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
