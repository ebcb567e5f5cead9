import type { Outcome } from '../outcome.ts';
import type { ActiveContent, DocumentText, TextLimits, TextRefusal } from './document-text.ts';

const pdf = 'application/pdf';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The kinds of documents whose text can be read. */
export type TextMediaType = typeof pdf | typeof docx;

export function isTextMediaType(mediaType: string): mediaType is TextMediaType {
  return mediaType === pdf || mediaType === docx;
}

/** What the thread for documents is started with: it does one thing and ends. */
export interface DocumentTask {
  readonly does: 'read' | 'inspect';
  readonly path: string;
  readonly mediaType: TextMediaType;
  readonly limits: TextLimits;
}

/** What it answers, once. An inspection finds nothing in what can't be read: nothing in there acts. */
export type DocumentAnswer =
  | { readonly does: 'read'; readonly outcome: Outcome<DocumentText, TextRefusal> }
  | { readonly does: 'inspect'; readonly outcome: Outcome<ActiveContent | undefined, TextRefusal> };
