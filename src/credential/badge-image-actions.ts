import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Config } from '../config.ts';
import { actingAs } from '../database/acting.ts';
import type { Databases } from '../database/database.ts';
import { packageRoot } from '../package-root.ts';
import { currentSigningKey } from '../signing-key/signing-key-actions.ts';
import { badgeDrawing } from './badge-drawing.ts';
import { bakePng, sealPng } from './png-badge.ts';
import type { SignedCredential } from './signed-credential.ts';
import type { SigningDeps } from './status-list-actions.ts';
import { bakeSvg, sealSvg } from './svg-badge.ts';

/** Whose badge it is: an agency's says “certified”. */
export interface Badge {
  readonly title: string;
  readonly isCertified: boolean;
}

type BadgeConfig = Pick<Config, 'documentTemplates'>;
export type BadgeDeps = SigningDeps & { readonly config: BadgeConfig; readonly db: Pick<Databases, 'app'> };

/** Pictures differ only in what is baked in, so each is painted once. */
const painted = new Map<string, Promise<Buffer>>();

/** The badge as PNG, 480 pixels a side, with the credential baked in, sealed. */
export async function pngBadge(deps: BadgeDeps, badge: Badge, { json }: SignedCredential): Promise<Buffer> {
  const picture = await pngPicture(deps.config, badge.isCertified);
  return sealPng(bakePng(picture, json), await sealingKey(deps));
}

/** The badge as SVG with the credential baked in, sealed. */
export async function svgBadge(deps: BadgeDeps, badge: Badge, { json }: SignedCredential): Promise<string> {
  const drawing = badgeDrawing(await markOf(deps.config), badge);
  return sealSvg(bakeSvg(drawing, json), await sealingKey(deps));
}

/** Whoever asks for a badge: the key is opened for the program. */
function sealingKey(deps: BadgeDeps) {
  return actingAs(deps.db.app, { as: 'public' }, (tx) => currentSigningKey(tx, 'credential', deps));
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
