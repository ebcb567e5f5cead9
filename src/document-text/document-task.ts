import type { Outcome } from '../outcome.ts';
import type {
  ActiveContent,
  DocumentText,
  InspectionRefusal,
  TextLimits,
  TextRefusal,
} from './document-text.ts';

const pdf = 'application/pdf';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The kinds of documents whose text can be read. */
export type TextMediaType = typeof pdf | typeof docx;

const pictures = ['image/png', 'image/jpeg'] as const;
export type PictureMediaType = (typeof pictures)[number];

export function isPicture(mediaType: string): mediaType is PictureMediaType {
  return pictures.some((picture) => picture === mediaType);
}

/** The kinds of files that are looked through before they are kept. */
export type InspectedMediaType =
  | TextMediaType
  | PictureMediaType
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function isTextMediaType(mediaType: string): mediaType is TextMediaType {
  return mediaType === pdf || mediaType === docx;
}

/** What the thread for documents is started with: it does one thing and ends. */
export type DocumentTask = { readonly path: string; readonly limits: TextLimits } & (
  | { readonly does: 'read'; readonly mediaType: TextMediaType }
  | { readonly does: 'inspect'; readonly mediaType: InspectedMediaType }
);

/** What it answers, once. An inspection finds nothing in what can't be read: nothing in there acts. */
export type DocumentAnswer =
  | { readonly does: 'read'; readonly outcome: Outcome<DocumentText, TextRefusal> }
  | { readonly does: 'inspect'; readonly outcome: Outcome<ActiveContent | undefined, InspectionRefusal> };
