import { createHash } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReceivedFile } from '../http/upload.ts';

/** A file as an upload leaves it, for as long as `work` takes. */
export async function withUploadedFile<Result>(
  content: string | Uint8Array,
  name: string,
  work: (file: ReceivedFile) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'onemind-test-'));
  try {
    const path = join(folder, 'upload');
    await writeFile(path, content);
    const { size } = await stat(path);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return await work({ field: 'file', name, path, size, sha256 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
