import { join } from 'node:path';
import type { Config } from './config.ts';
import { diskFileStore } from './files/disk-file-store.ts';
import type { FileStore } from './files/file-store.ts';
import { s3FileStore } from './files/s3-file-store.ts';

/** Where uploaded files lie: with S3 where that is set, else on disk. */
export function fileStore(config: Config): FileStore {
  return config.s3 ? s3FileStore(config.s3) : diskFileStore(join(config.dataDirectory, 'files'));
}
