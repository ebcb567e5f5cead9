import { open, readFile } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import type { ActiveContent, InspectionRefusal } from '../document-text/document-text.ts';
import { done, type Outcome, refused } from '../outcome.ts';

/** What evidence may be: read from the content, whatever the name says. */
const documentKinds = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
} as const;

export type DocumentMediaType = keyof typeof documentKinds;
export const documentMediaTypes: readonly DocumentMediaType[] = Object.keys(documentKinds).filter(isDocument);
export const documentKindNames = Object.values(documentKinds).join(', ');
/** For a file field's `accept`. */
export const documentSuffixes = ['.pdf', '.docx', '.xlsx', '.png', '.jpg', '.jpeg'] as const;
export const documentSizeLimit = 25 * 1024 * 1024;

export type FileRefusal =
  | { readonly code: 'file-missing' }
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-too-large'; readonly megabytes: number }
  | { readonly code: 'file-kind-not-taken'; readonly found: string | undefined }
  | { readonly code: 'file-with-macros' }
  /** It does something when it is opened, or carries what does. */
  | { readonly code: 'file-with-active-content'; readonly found: ActiveContent }
  /** It is locked, or looking through it costs more than any honest document does. */
  | { readonly code: 'file-not-inspected'; readonly refusal: InspectionRefusal }
  | { readonly code: 'file-infected'; readonly finding: string };

function isDocument(mime: string): mime is DocumentMediaType {
  return mime in documentKinds;
}

/** The kind of a document by its content. Refuses anything but PDF, DOCX, XLSX, PNG and JPEG. */
export async function documentMediaType(path: string): Promise<Outcome<DocumentMediaType, FileRefusal>> {
  const head = await firstBytes(path, 64 * 1024);
  if (head.length === 0) return refused({ code: 'file-empty' });
  const found = await fileTypeFromBuffer(head);
  if (!found) return refused({ code: 'file-kind-not-taken', found: undefined });
  if (found.mime.includes('macroenabled')) return refused({ code: 'file-with-macros' });
  if (found.mime === 'application/x-cfb' && (await isLockedOffice(path))) {
    return refused({ code: 'file-not-inspected', refusal: { code: 'text-encrypted' } });
  }
  if (!isDocument(found.mime)) return refused({ code: 'file-kind-not-taken', found: found.ext });
  return done(found.mime);
}

/** Office puts a DOCX or XLSX that has a password into a container of the old kind, in a part of this name. */
async function isLockedOffice(path: string): Promise<boolean> {
  return (await readFile(path)).includes('EncryptedPackage', 0, 'utf16le');
}

async function firstBytes(path: string, count: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
