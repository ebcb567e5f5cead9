import { inspectDocument } from '../document-text/open-document.ts';
import type { Deps } from '../http/environment.ts';
import type { ReceivedFile } from '../http/upload.ts';
import { type Outcome, refused } from '../outcome.ts';
import { type AdmittedFile, admitFile, wholeFile } from './file-actions.ts';
import { fileRefusalSentence } from './file-content.ts';
import {
  type DocumentMediaType,
  documentKindNames,
  documentMediaType,
  documentMediaTypes,
  documentSuffixes,
  type FileRefusal,
} from './file-kind.ts';

/** The kinds that one place takes: a part of what documents may be. */
export interface TakenKinds {
  readonly mediaTypes: readonly DocumentMediaType[];
  /** For a file field's `accept`. */
  readonly suffixes: readonly string[];
  /** As people say it: "PDF or DOCX". */
  readonly inWords: string;
}

export const agreementKinds: TakenKinds = {
  mediaTypes: [
    'application/pdf',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'image/png',
    'image/jpeg',
  ],
  suffixes: ['.pdf', '.docx', '.png', '.jpg', '.jpeg'],
  inWords: 'PDF, DOCX, PNG or JPEG',
};

export const evidenceKinds: TakenKinds = {
  mediaTypes: documentMediaTypes,
  suffixes: documentSuffixes,
  inWords: documentKindNames,
};

export const policyKinds: TakenKinds = {
  mediaTypes: ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  suffixes: ['.pdf', '.docx'],
  inWords: 'PDF or DOCX',
};

/**
 * Admits a document of one of these kinds, told by its content; any other, and one that acts when it is opened, never
 * reaches the file store: others will open it.
 */
export async function admitDocumentOf(
  deps: Pick<Deps, 'files' | 'config'>,
  kinds: TakenKinds,
  file: ReceivedFile | undefined,
): Promise<Outcome<AdmittedFile, FileRefusal>> {
  const received = wholeFile(file);
  if (!received.ok) return received;
  const kind = await documentMediaType(received.value.path);
  if (!kind.ok) return kind;
  const isTaken = kinds.mediaTypes.includes(kind.value);
  if (!isTaken) return refused({ code: 'file-kind-not-taken', found: kind.value.split(/[/.]/).at(-1) });
  const active = await inspectDocument(received.value.path, kind.value);
  if (!active.ok) return refused({ code: 'file-not-inspected', refusal: active.refusal });
  if (active.value) return refused({ code: 'file-with-active-content', found: active.value });
  return admitFile(deps, received.value, kind.value);
}

/** What to tell a person whose file was not taken where only these kinds are. */
export function intakeRefusalSentence(kinds: TakenKinds, refusal: FileRefusal): string {
  if (refusal.code !== 'file-kind-not-taken') return fileRefusalSentence(refusal);
  return `This kind of file can't be taken here. Save it as ${kinds.inWords} and choose it again.`;
}
