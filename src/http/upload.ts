import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import type { Context } from 'hono';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { plainText } from '../question/plain-text.ts';
import { FileMeasure } from './file-measure.ts';
import type { FormFields } from './form.ts';
import { UnusableRequest } from './refused-request.ts';
import { shownFileName } from './shown-file-name.ts';
import { uploadContent as content } from './upload-content.ts';

/** A file that a person sent, now on disk until `discard`; its name is what the browser called it. */
export interface ReceivedFile {
  readonly field: string;
  readonly name: string;
  readonly path: string;
  readonly size: number;
  /** SHA-256 of the content, 64 hex digits. */
  readonly sha256: string;
  /** Set when the file is larger than may be sent: so many bytes of it came, and are of no use. */
  readonly cutAt?: number;
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

type Parser = InstanceType<typeof Busboy>;

/** Our largest form has some hundred fields; their texts are as short as those of `smallBody`. */
const fieldLimits = { fields: 200, fieldSize: 64 * 1024, fieldNameSize: 200, headerPairs: 50 } as const;

/**
 * Streams a multipart form to disk, whatever its size, with memory that stays flat.
 * A file over the limit comes with `cutAt`, so that its form can be given back with all that was typed.
 * Throws UnusableRequest when the form is over a limit, cut off or not multipart; then nothing is left on disk.
 */
export async function receiveUpload(c: Context, limits: UploadLimits): Promise<Upload> {
  const contentType = c.req.header('content-type') ?? '';
  const body = c.req.raw.body;
  if (!body || !contentType.toLowerCase().startsWith('multipart/form-data')) {
    throw new UnusableRequest(415, content.noFile);
  }
  const parser = parserFor(contentType, limits);
  const folder = await makeTemporaryFolder();
  const discard = () => rm(folder, { recursive: true, force: true });
  try {
    const received = await receiveParts(Readable.fromWeb(body), parser, folder, limits);
    return { ...received, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

function parserFor(contentType: string, { fileSize, files }: UploadLimits): Parser {
  const headers: BusboyHeaders = { 'content-type': contentType };
  try {
    return new Busboy({ headers, limits: { ...fieldLimits, fileSize, files } });
  } catch (cause) {
    throw unusable(400, content.cutOff, cause);
  }
}

async function receiveParts(
  body: Readable,
  parser: Parser,
  folder: string,
  limits: UploadLimits,
): Promise<Pick<Upload, 'fields' | 'files'>> {
  const fields: Record<string, string | string[]> = Object.create(null);
  const arriving: Promise<ReceivedFile | undefined>[] = [];
  const streams: Readable[] = [];
  let refusal: UnusableRequest | undefined;
  const refuse = (status: 413 | 422, sentence: string) => {
    refusal ??= new UnusableRequest(status, sentence);
  };
  parser.on('field', (name, value, nameCut, valueCut) => {
    if (nameCut || valueCut) refuse(413, content.tooLong);
    const before = fields[name];
    const text = plainText(value);
    fields[name] = before === undefined ? text : [...[before].flat(), text];
  });
  parser.on('fieldsLimit', () => refuse(413, content.tooManyFields));
  parser.on('filesLimit', () => refuse(422, content.tooManyFiles(limits.files)));
  parser.on('file', (field, stream, fileName) => {
    const path = join(folder, `file-${arriving.length}`);
    streams.push(stream);
    const file = receiveFile(field, stream, fileName ?? '', path, limits);
    // Awaited below; this keeps an early failure from counting as unhandled while other parts still arrive.
    file.catch(() => undefined);
    arriving.push(file);
  });
  try {
    // Read to its end even when refused: a browser that is still sending would not see the answer.
    await pipeline(body, parser);
    const files = (await Promise.all(arriving)).filter((file) => file !== undefined);
    if (refusal) throw refusal;
    return { fields, files };
  } catch (cause) {
    // What failed first may be the disk: the files' writers have to end before their folder goes. A body that broke off
    // doesn't end the files it held; they would wait for good.
    for (const stream of streams) stream.destroy(cause instanceof Error ? cause : undefined);
    await Promise.allSettled(arriving);
    if (cause instanceof UnusableRequest || isOfTheDisk(cause)) throw cause;
    throw unusable(400, content.cutOff, cause);
  }
}

/** Undefined for a file field that was left empty. */
async function receiveFile(
  field: string,
  stream: Readable,
  fileName: string,
  path: string,
  { fileSize }: UploadLimits,
): Promise<ReceivedFile | undefined> {
  const measure = new FileMeasure();
  let isCut = false;
  stream.once('limit', () => {
    isCut = true;
  });
  await pipeline(stream, measure, createWriteStream(path, { mode: 0o600 }));
  if (fileName === '' && measure.size === 0) return undefined;
  return {
    field,
    name: shownFileName(fileName),
    path,
    size: measure.size,
    sha256: measure.sha256(),
    ...(isCut ? { cutAt: fileSize } : {}),
  };
}

/** A full disk or a missing folder is our fault, not the sender's. */
function isOfTheDisk(error: unknown): boolean {
  return (
    error instanceof Error && 'syscall' in error && (error.syscall === 'write' || error.syscall === 'open')
  );
}

function unusable(status: 400, sentence: string, cause: unknown): UnusableRequest {
  const error = new UnusableRequest(status, sentence);
  error.cause = cause;
  return error;
}
