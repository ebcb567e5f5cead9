import { certified, lettering, oneMind } from './badge-lettering.ts';

export interface BadgeWords {
  /** What is read out in place of the image: for whom the badge is. */
  readonly title: string;
  /** Whether “CERTIFIED” stands under the name: on an agency's badge, not on a person's. */
  readonly isCertified: boolean;
}

const side = 480;
const middle = side / 2;

/**
 * The badge as SVG, 480 units a side: the mark in a ring, and under it the name as outlines. `mark` is the text of
 * the campaign's `mark.svg`. Nothing in it is fetched, scripted or styled from outside.
 */
export function badgeDrawing(mark: string, { title, isCertified }: BadgeWords): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}" role="img" aria-labelledby="badge-title">`,
    `<title id="badge-title">${escaped(title)}</title>`,
    `<circle cx="${middle}" cy="${middle}" r="232" fill="#07648d"/>`,
    `<circle cx="${middle}" cy="${middle}" r="218" fill="#fff"/>`,
    `<circle cx="${middle}" cy="${middle}" r="208" fill="none" stroke="#b4841c" stroke-width="3"/>`,
    placedMark(mark, isCertified ? 86 : 110),
    `<g fill="#14333d">${lettering(oneMind, middle, isCertified ? 322 : 350, 1.1)}</g>`,
    isCertified ? `<g fill="#07648d">${lettering(certified, middle, 366, 0.8)}</g>` : '',
    '</svg>',
  ].join('');
}

/** The mark as an image within the image: its own view box, without its head and remarks. */
function placedMark(mark: string, top: number): string {
  const inner = mark
    .slice(mark.indexOf('<svg'))
    .replaceAll(/<!--[\s\S]*?-->|>\s+(?=<)/g, (found) => (found.startsWith('>') ? '>' : ''));
  const size = 180;
  return inner
    .trim()
    .replace('<svg', `<svg x="${middle - size / 2}" y="${top}" width="${size}" height="${size}"`);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
