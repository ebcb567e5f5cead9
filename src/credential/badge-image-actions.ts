import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Config } from '../config.ts';
import { packageRoot } from '../package-root.ts';
import { badgeDrawing } from './badge-drawing.ts';
import { bakePng } from './png-badge.ts';
import type { SignedCredential } from './signed-credential.ts';
import { bakeSvg } from './svg-badge.ts';

/** Whose badge it is: an agency's says “certified”. */
export interface Badge {
  readonly title: string;
  readonly isCertified: boolean;
}

type BadgeConfig = Pick<Config, 'documentTemplates'>;

/** Pictures differ only in what is baked in, so each is painted once. */
const painted = new Map<string, Promise<Buffer>>();

/** The badge as PNG, 480 pixels a side, with the credential baked in. */
export async function pngBadge(
  config: BadgeConfig,
  badge: Badge,
  { json }: SignedCredential,
): Promise<Buffer> {
  return bakePng(await pngPicture(config, badge.isCertified), json);
}

/** The badge as SVG with the credential baked in. */
export async function svgBadge(
  config: BadgeConfig,
  badge: Badge,
  { json }: SignedCredential,
): Promise<string> {
  return bakeSvg(badgeDrawing(await markOf(config), badge), json);
}

/** The picture alone. */
export function pngPicture(config: BadgeConfig, isCertified: boolean): Promise<Buffer> {
  const name = `${config.documentTemplates ?? ''} ${isCertified}`;
  const known = painted.get(name);
  if (known) return known;
  const painting = paint(config, isCertified);
  painted.set(name, painting);
  painting.catch(() => painted.delete(name));
  return painting;
}

async function paint(config: BadgeConfig, isCertified: boolean): Promise<Buffer> {
  const drawing = badgeDrawing(await markOf(config), { title: '', isCertified });
  return sharp(Buffer.from(drawing)).png({ compressionLevel: 9 }).toBuffer();
}

/** The campaign's own mark, where it set templates of its own. */
function markOf({ documentTemplates }: BadgeConfig): Promise<string> {
  return readFile(join(documentTemplates ?? join(packageRoot, 'documents', 'templates'), 'mark.svg'), 'utf8');
}
