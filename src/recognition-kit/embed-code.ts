import { escapeXml } from './badge-drawing.ts';

/** The lines an agency copies into its website for its badge: a picture that leads to its page here. */
export function badgeCode(siteUrl: string, slug: string, alt: string): string {
  return `<a href="${siteUrl}/agencies/${slug}"><img src="${siteUrl}/badge/${slug}.svg" width="264" height="72" alt="${escapeXml(alt)}"></a>`;
}

/** Room for a name of three lines. */
export const cardHeight = 240;

/** The same for its card. */
export function cardCode(siteUrl: string, slug: string, title: string): string {
  return `<iframe src="${siteUrl}/card/${slug}" width="340" height="${cardHeight}" title="${escapeXml(title)}" loading="lazy"></iframe>`;
}
