import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { badgeDrawing } from '../credential/badge-drawing.ts';
import type { CredentialKey } from '../credential/credential-key.ts';
import { bakePng, sealPng } from '../credential/png-badge.ts';
import { bakeSvg, sealSvg } from '../credential/svg-badge.ts';
import { packageRoot } from '../package-root.ts';

const mark = await readFile(join(packageRoot, 'documents', 'templates', 'mark.svg'), 'utf8');
const drawing = badgeDrawing(mark, { title: 'A badge', isCertified: true });
/** Small, so that every byte of it can be flipped. */
const picture = await sharp(Buffer.from(drawing)).resize(24).png({ palette: true }).toBuffer();

export async function aBakedPng(credential: string, key: CredentialKey): Promise<Buffer> {
  return sealPng(bakePng(picture, credential), key);
}

export function aBakedSvg(credential: string, key: CredentialKey): string {
  return sealSvg(bakeSvg(drawing, credential), key);
}

/** The picture before anything was baked in. */
export const plainPicture = picture;
export const plainDrawing = drawing;
