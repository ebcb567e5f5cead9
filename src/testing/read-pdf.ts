import { createCanvas } from '@napi-rs/canvas';
import jsQr from 'jsqr';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A tag of a PDF's structure with what it holds: other tags, or text. */
export interface PdfTag {
  readonly role: string;
  readonly alt: string | undefined;
  readonly children: readonly PdfTag[];
}

export interface ReadPdf {
  readonly pages: number;
  /** The first page's width and height in points. */
  readonly size: readonly [number, number];
  /** The text of all pages, words parted by single spaces. */
  readonly text: string;
  readonly title: string;
  readonly language: string;
  /** The part of PDF/UA the file declares, `1`, and whether it says that it is tagged. */
  readonly uaPart: string;
  readonly isTagged: boolean;
  /** The tags of the first page. */
  readonly tags: readonly PdfTag[];
  /** Addresses of the links on the first page. */
  readonly links: readonly string[];
}

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;

/** Reads a PDF as its reader does: what it says and how it is tagged. */
export function readPdf(file: Uint8Array): Promise<ReadPdf> {
  return withPdf(file, async (pdf) => {
    const first = await pdf.getPage(1);
    const { info, metadata } = await pdf.getMetadata();
    const { width, height } = first.getViewport({ scale: 1 });
    const annotations: readonly unknown[] = await first.getAnnotations();
    return {
      pages: pdf.numPages,
      size: [width, height],
      text: (await textOf(pdf)).replace(/\s+/g, ' ').trim(),
      title: textProperty(info, 'Title'),
      language: textProperty(info, 'Language'),
      uaPart: String(metadata?.get('pdfuaid:part')),
      isTagged: textProperty(await pdf.getMarkInfo(), 'Marked') === 'true',
      tags: tagsOf(await first.getStructTree()),
      links: annotations.map((annotation) => textProperty(annotation, 'url')).filter((url) => url !== ''),
    };
  });
}

/** The text of the QR code on the first page as a camera sees it, undefined when it finds none. */
export function readQrCode(file: Uint8Array): Promise<string | undefined> {
  return withPdf(file, async (pdf) => {
    const page = await pdf.getPage(1);
    const viewport = page.getViewport({ scale: 2 });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const context = canvas.getContext('2d');
    await page.render({ canvas: null, canvasContext: Object(context), viewport }).promise;
    const picture = context.getImageData(0, 0, canvas.width, canvas.height);
    return jsQr.default(picture.data, canvas.width, canvas.height)?.data;
  });
}

async function withPdf<Found>(file: Uint8Array, read: (pdf: Pdf) => Promise<Found>): Promise<Found> {
  const loading = getDocument({ data: file.slice(), verbosity: VerbosityLevel.ERRORS });
  try {
    return await read(await loading.promise);
  } finally {
    await loading.destroy();
  }
}

async function textOf(pdf: Pdf): Promise<string> {
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    // A piece goes on in the next one unless a line ends: where letters are kerned, words come in pieces.
    for (const item of items) if ('str' in item) texts.push(item.str, item.hasEOL ? '\n' : '');
    texts.push('\n');
  }
  return texts.join('');
}

function tagsOf(tree: unknown): PdfTag[] {
  if (typeof tree !== 'object' || tree === null || !('role' in tree)) return [];
  const children = 'children' in tree && Array.isArray(tree.children) ? tree.children : [];
  const alt = 'alt' in tree ? String(tree.alt) : undefined;
  return [{ role: String(tree.role), alt, children: children.flatMap(tagsOf) }];
}

function textProperty(holder: unknown, name: string): string {
  const value: unknown =
    typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : undefined;
  return value === undefined || value === null ? '' : String(value);
}

/** The roles of tags and all below them, in reading order. */
export function rolesOf(tags: readonly PdfTag[]): string[] {
  return tags.flatMap((tag) => [tag.role, ...rolesOf(tag.children)]);
}

/** The descriptions of pictures, in reading order. */
export function altsOf(tags: readonly PdfTag[]): string[] {
  return tags.flatMap((tag) => [...(tag.alt === undefined ? [] : [tag.alt]), ...altsOf(tag.children)]);
}
