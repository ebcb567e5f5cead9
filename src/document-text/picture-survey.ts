import type { PictureMediaType } from './document-task.ts';
import type { ActiveContent, InspectionRefusal, TextLimits } from './document-text.ts';

/** What a picture holds besides what it shows. */
export type PictureSurvey =
  | { readonly found: ActiveContent | undefined }
  | { readonly refusal: InspectionRefusal };

/**
 * Walks a PNG or JPEG from part to part: how large it becomes when it is shown, and whether another file stands behind
 * its end. Cameras put pieces of their own there (a moving picture, a depth map), which are harmless.
 */
export function surveyPicture(bytes: Buffer, mediaType: PictureMediaType, limits: TextLimits): PictureSurvey {
  const shape = mediaType === 'image/png' ? pngShape(bytes) : jpegShape(bytes);
  if (!shape) return { refusal: { code: 'picture-damaged' } };
  if (shape.width * shape.height > limits.megapixels * 1_000_000) {
    return { refusal: { code: 'picture-too-large', megapixels: limits.megapixels } };
  }
  return { found: holdsAnotherFile(bytes.subarray(shape.end)) ? 'embedded-file' : undefined };
}

interface PictureShape {
  readonly width: number;
  readonly height: number;
  /** The first byte after the picture. */
  readonly end: number;
}

function pngShape(bytes: Buffer): PictureShape | undefined {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const next = at + 12 + bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return { width, height, end: next };
    at = next;
  }
  // Cut off: what there is belongs to the picture.
  return { width, height, end: bytes.length };
}

/** Markers that stand alone, without a length behind them. */
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegShape(bytes: Buffer): PictureShape | undefined {
  let size: { width: number; height: number } | undefined;
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at] === 0xff ? bytes[at + 1] : undefined;
    if (marker === undefined || marker === 0xff || marker === 0 || isAlone(marker)) {
      // Between markers lies the picture itself, in which a byte 255 is followed by 0.
      const next = bytes.indexOf(0xff, at + (marker === undefined || marker === 0xff ? 1 : 2));
      if (next < 0) break;
      at = next;
      continue;
    }
    if (marker === 0xd9) return size && { ...size, end: at + 2 };
    if (isFrame(marker) && at + 9 <= bytes.length) {
      size ??= { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return size && { ...size, end: bytes.length };
}

/** How a zip file, a PDF, a program or a web page begins, in small letters. */
const beginnings = [
  'pk\u0003\u0004',
  '%pdf-',
  'mz',
  '\u007felf',
  '#!',
  '<!doctype',
  '<html',
  '<script',
  '<svg',
  '<?',
];
/** A zip file is read from its end, where it has this. */
const zipEnd = 'PK\u0005\u0006';

function holdsAnotherFile(rest: Buffer): boolean {
  const start = rest
    .toString('latin1', 0, 4_096)
    .replace(/^[\s\0]+/, '')
    .toLowerCase();
  return beginnings.some((beginning) => start.startsWith(beginning)) || rest.includes(zipEnd, 0, 'latin1');
}
