import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** Passes a file on and measures it on the way, so that it is read once. */
export class FileMeasure extends Transform {
  readonly #hash = createHash('sha256');
  size = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, next: TransformCallback): void {
    this.size += chunk.length;
    this.#hash.update(chunk);
    next(null, chunk);
  }

  /** 64 hex digits. To be asked once, after the end. */
  sha256(): string {
    return this.#hash.digest('hex');
  }
}
