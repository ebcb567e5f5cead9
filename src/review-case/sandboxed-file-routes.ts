import { Readable } from 'node:stream';
import type { StoredFile } from '../files/file-actions.ts';
import { inlineNamed } from '../files/serve-file.ts';
import type { Deps } from '../http/environment.ts';
import { type ViewedMediaType, viewedName } from './viewed-document.ts';

/**
 * Nothing in the file runs, loads or sends: it lies in a sandbox with an origin of its own, and only our own pages may
 * frame it. The browser's own viewer styles itself inline, and paints an image as one of ours.
 */
const inSandbox =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox";

/** Answers with a stored file as it is seen in a frame; `title` is what a browser calls the frame, or the tab. */
export async function sandboxedFile(
  files: Deps['files'],
  file: Pick<StoredFile, 'sha256' | 'size'> & {
    readonly mediaType: ViewedMediaType;
    readonly title: string;
  },
): Promise<Response> {
  const content = await files.open(file.sha256);
  return new Response(Readable.toWeb(content) as ReadableStream, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.size),
      'content-disposition': inlineNamed(viewedName(file.title, file.mediaType)),
      'content-security-policy': inSandbox,
      'cache-control': 'private, no-store',
    },
  });
}
