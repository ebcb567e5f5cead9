import type { Readable } from 'node:stream';

/** Where uploaded files lie, each under the SHA-256 of its content: the same file twice is stored once. */
export interface FileStore {
  /** Copies a finished file into the store; by its return the content is safe. `sha256` is its content's hash as 64 hex digits. */
  keep(path: string, sha256: string): Promise<void>;
  has(sha256: string): Promise<boolean>;
  /** The content from its first byte. Throws MissingFile when the store doesn't hold it. */
  open(sha256: string): Promise<Readable>;
  /** Removes the content; nothing happens when it isn't there. */
  remove(sha256: string): Promise<void>;
}

export class MissingFile extends Error {
  override readonly name = 'MissingFile';

  constructor(sha256: string) {
    super(`The file store holds no file with hash ${sha256}.`);
  }
}
