import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import type { Context } from 'hono';
import type { FormFields } from './form.ts';
import { UnusableRequest } from './refused-request.ts';

/** A file that a person sent, now on disk until `discard`; its name is what the browser called it. */
export interface ReceivedFile {
  readonly field: string;
  readonly name: string;
  readonly path: string;
  readonly size: number;
  /** SHA-256 of the content, 64 hex digits. */
  readonly sha256: string;
}

export interface Upload {
  readonly fields: FormFields;
  readonly files: readonly ReceivedFile[];
  /** Removes what was received from the temporary folder; safe to call twice. */
  discard(): Promise<void>;
}

export interface UploadLimits {
  /** Bytes of one file. */
  readonly fileSize: number;
  readonly files: number;
}

/**
 * Streams a multipart form to disk, whatever its size, with memory that stays flat.
 * Throws UnusableRequest when a file is over the limit, the form is cut off or isn't multipart.
 */
export async function receiveUpload(c: Context, limits: UploadLimits): Promise<Upload> {
  const contentType = c.req.header('content-type') ?? '';
  const body = c.req.raw.body;
  if (!body || !contentType.toLowerCase().startsWith('multipart/form-data')) {
    throw new UnusableRequest(415, 'No file came with the form. Go back, choose a file and send it again.');
  }
  const folder = await mkdtemp(join(tmpdir(), 'onemind-upload-'));
  const discard = () => rm(folder, { recursive: true, force: true });
  try {
    const received = await receiveParts(Readable.fromWeb(body), contentType, folder, limits);
    return { ...received, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

async function receiveParts(
  body: Readable,
  contentType: string,
  folder: string,
  limits: UploadLimits,
): Promise<Pick<Upload, 'fields' | 'files'>> {
  const headers: BusboyHeaders = { 'content-type': contentType };
  const parser = new Busboy({
    headers,
    limits: { fileSize: limits.fileSize, files: limits.files, fields: 200, fieldSize: 64 * 1024 },
  });
  const fields: Record<string, string | string[]> = Object.create(null);
  const arriving: Promise<ReceivedFile | undefined>[] = [];
  parser.on('field', (name, value) => {
    const before = fields[name];
    const text = value.replaceAll('\0', '');
    fields[name] = before === undefined ? text : [...(Array.isArray(before) ? before : [before]), text];
  });
  parser.on('file', (field, stream, fileName) => {
    const path = join(folder, `file-${arriving.length}`);
    const file = receiveFile(field, stream, fileName ?? '', path, limits.fileSize);
    // Awaited below; this keeps an early failure from counting as unhandled while other parts still arrive.
    file.catch(() => undefined);
    arriving.push(file);
  });
  try {
    await pipeline(body, parser);
  } catch (cause) {
    if (cause instanceof UnusableRequest) throw cause;
    throw cutOff(cause);
  }
  const files = (await Promise.all(arriving)).filter((file) => file !== undefined);
  return { fields, files };
}

async function receiveFile(
  field: string,
  stream: Readable,
  fileName: string,
  path: string,
  limit: number,
): Promise<ReceivedFile | undefined> {
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      size += chunk.length;
      hash.update(chunk);
      next(null, chunk);
    },
  });
  await pipeline(stream, measure, createWriteStream(path, { mode: 0o600 }));
  if ('truncated' in stream && stream.truncated === true) {
    throw new UnusableRequest(
      413,
      `The file is larger than ${Math.round(limit / 1_048_576)} MB. Choose a smaller file; nothing was saved.`,
    );
  }
  if (fileName === '' && size === 0) return undefined;
  return { field, name: plainName(fileName), path, size, sha256: hash.digest('hex') };
}

function cutOff(cause: unknown): Error {
  const error = new UnusableRequest(
    400,
    'The file did not arrive whole. Check your connection and send it again.',
  );
  error.cause = cause;
  return error;
}

/** The last part of the name, without control characters: it is shown and offered for download, never used as a path. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const shown = last.replace(/\p{Cc}/gu, '').trim();
  return shown === '' ? 'file' : shown.slice(-150);
}
