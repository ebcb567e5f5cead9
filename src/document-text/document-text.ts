/** One paragraph of a document, with where it stands. */
export interface TextPassage {
  /** From 1; undefined where a document has no fixed pages (DOCX). */
  readonly page: number | undefined;
  /** The heading it stands under; empty before the first. */
  readonly section: string;
  /** Words parted by single spaces. */
  readonly text: string;
}

/** What a document says, paragraph by paragraph, in reading order. */
export interface DocumentText {
  /** Undefined where a document has no fixed pages. */
  readonly pages: number | undefined;
  readonly passages: readonly TextPassage[];
}

/** Why a document gave no text. */
export type TextRefusal =
  /** It opens only with a password. */
  | { readonly code: 'text-encrypted' }
  /** It holds pictures of pages, and no letters. */
  | { readonly code: 'text-missing' }
  | { readonly code: 'text-too-many-pages'; readonly limit: number }
  /** It unpacks to more than a policy can hold. */
  | { readonly code: 'text-too-large' }
  | { readonly code: 'text-took-too-long'; readonly seconds: number }
  | { readonly code: 'text-unreadable' };

/** Why a file could not be looked through, and is not kept. */
export type InspectionRefusal =
  | TextRefusal
  /** It opens, but its objects are encrypted, so that nobody can tell what is among them. */
  | { readonly code: 'inspection-locked' }
  /** Too many others are being looked through. */
  | { readonly code: 'inspection-busy' }
  | { readonly code: 'picture-damaged' }
  | { readonly code: 'picture-too-large'; readonly megapixels: number };

/** Something in a document that acts when it is opened, or carries what does. */
export type ActiveContent =
  | 'macros'
  | 'script'
  /** A form that a program inside the file puts together (XFA). */
  | 'live-form'
  | 'program-start'
  | 'embedded-file'
  | 'control'
  | 'outside-content'
  /** A link that leads to a file or a program, not to a page. */
  | 'unsafe-link';

/** What a document may cost to read before it is refused. */
export interface TextLimits {
  readonly pages: number;
  /** Letters in all; a policy manual of 900 pages has about three million. */
  readonly letters: number;
  /** Bytes that one packed part of a file may unpack to. */
  readonly partBytes: number;
  /** Bytes that all packed parts together may unpack to. */
  readonly unpackedBytes: number;
  /** Millions of points that a picture may be shown with; a sheet of legal size at 1,200 dpi has 143. */
  readonly megapixels: number;
  /** Megabytes of memory for the thread that reads. */
  readonly threadMegabytes: number;
  readonly seconds: number;
}

const mebibyte = 1024 * 1024;

export const textLimits: TextLimits = {
  pages: 1_500,
  letters: 6_000_000,
  partBytes: 48 * mebibyte,
  unpackedBytes: 256 * mebibyte,
  megapixels: 200,
  threadMegabytes: 512,
  seconds: 60,
};

/** A look for active content takes no longer than a person waits for an upload. */
export const inspectionLimits: TextLimits = { ...textLimits, seconds: 20 };
