import { Readable } from 'node:stream';
import type { FileStore } from './file-store.ts';
import { servedName } from './served-name.ts';
import type { StoredFile } from './stored-file-store.ts';

/**
 * Answers with a stored file as a download, under the ending of its kind, whatever it was once kept as: nothing in it can
 * run or be framed on our address, nor be started where it is saved.
 */
export async function serveFile(
  files: FileStore,
  file: Pick<StoredFile, 'sha256' | 'name' | 'mediaType' | 'size'>,
): Promise<Response> {
  const content = await files.open(file.sha256);
  return new Response(Readable.toWeb(content) as ReadableStream, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.size),
      'content-disposition': attachmentNamed(servedName(file.name, file.mediaType)),
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  });
}

/** A download's header, with the name in full for today's browsers and in ASCII for old ones. */
export function attachmentNamed(name: string): string {
  return `attachment; ${named(name)}`;
}

/** The same for what is shown where it is. */
export function inlineNamed(name: string): string {
  return `inline; ${named(name)}`;
}

function named(name: string): string {
  const ascii = name.replace(/[^\w.\- ]/g, '_');
  return `filename="${ascii}"; filename*=UTF-8''${extendedValue(name)}`;
}

/** RFC 8187 has fewer plain characters than addresses have, and half a character can't be written at all. */
function extendedValue(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
