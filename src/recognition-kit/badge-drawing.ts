/** Ink of the site's own colors: what counts today is dark, what doesn't is grey. */
const inks = { lively: '#14333d', quiet: '#565c65', blue: '#07648d', gold: '#8a6216' } as const;

/** Three strands that join in one, on a field of 48. */
export const markStrokes = `<g fill="none" stroke-width="5.5" stroke-linecap="round"><path stroke="${inks.blue}" d="M41 13v4a17 17 0 01-17 17"/><path stroke="${inks.lively}" d="M7 13v4a17 17 0 0017 17M24 22v21"/></g><circle fill="#b4841c" cx="24" cy="10" r="5.5"/>`;

/** What a badge says: a short line that is seen, and a whole one that is read out. */
export interface BadgeWords {
  readonly line: string;
  readonly title: string;
  /** False for what doesn't count today: it is drawn in grey. */
  readonly isLively: boolean;
}

/** A badge, 264 by 72: the same words draw the same bytes. */
export function badgeSvg({ line, title: words, isLively }: BadgeWords): string {
  const ink = isLively ? inks.lively : inks.quiet;
  const title = escapeXml(words);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="264" height="72" viewBox="0 0 264 72" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<rect x="1" y="1" width="262" height="70" rx="8" fill="#ffffff" stroke="${ink}" stroke-width="2"/>`,
    `<g transform="translate(12 12)"${isLively ? '' : ' opacity="0.45"'}>${markStrokes}</g>`,
    `<g font-family="Georgia, 'Times New Roman', serif" fill="${ink}">`,
    `<text x="74" y="31" font-size="20" font-weight="bold">One Mind</text>`,
    `<text x="74" y="54" font-size="14">${escapeXml(line)}</text>`,
    '</g></svg>',
  ].join('');
}

/** Characters XML has no room for, in whatever writing. */
const unwritable = /[\uFFFE\uFFFF]|[\p{Cc}--[\t\n\r]]/gv;

export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(unwritable, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
