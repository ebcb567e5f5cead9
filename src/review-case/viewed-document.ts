import type { SnapshotDocument } from '../snapshot/snapshot.ts';

/** What a browser shows by itself, without anything in it being run by us. */
export const viewedMediaTypes = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type ViewedMediaType = (typeof viewedMediaTypes)[number];

export function isViewed(mediaType: string | undefined): mediaType is ViewedMediaType {
  return viewedMediaTypes.some((one) => one === mediaType);
}

const extensions: Readonly<Record<ViewedMediaType, string>> = {
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
};

/** What a browser calls the file while it shows it: the document's title, ending as its content asks. */
export function viewedName(title: string, mediaType: ViewedMediaType): string {
  const extension = extensions[mediaType];
  return title.toLowerCase().endsWith(extension) ? title : `${title}${extension}`;
}

/** A file of the snapshot, and what it is by its content; undefined when it is no longer kept. */
export interface CaseDocument extends SnapshotDocument {
  readonly mediaType: string | undefined;
}

/** A file that a browser shows by itself. */
export type ViewedDocument = CaseDocument & { readonly mediaType: ViewedMediaType };

/** The one shown in the frame: the one asked for, or else the first that can be. */
export function viewedDocument(
  documents: readonly CaseDocument[],
  asked: string | undefined,
): ViewedDocument | undefined {
  const viewable = documents.filter((document): document is ViewedDocument => isViewed(document.mediaType));
  return viewable.find(({ file }) => file === asked) ?? viewable[0];
}
