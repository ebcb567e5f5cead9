import { join } from 'node:path';
import process from 'node:process';
import type { Sharp } from 'sharp';
import { packageRoot } from '../package-root.ts';

type Open = (input: Buffer) => Sharp;

let opening: Promise<Open> | undefined;

/**
 * Draws an SVG of ours as a PNG of its own size, with the fonts of `documents/fonts`. Not for SVG of strangers: what it
 * links to would be looked for.
 */
export async function drawPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  opening ??= openLibrary();
  const open = await opening;
  return new Uint8Array(await open(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer());
}

/** The library is native code of 16 MB that looks for its fonts once: it is loaded with the first picture. */
async function openLibrary(): Promise<Open> {
  process.env.FONTCONFIG_FILE ??= join(packageRoot, 'documents', 'fonts', 'fonts.conf');
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  return sharp;
}
