/** Only here to parse against: a target that leaves it leaves the site. */
const anySite = 'https://site.invalid';

/**
 * Where a person goes on after signing in: the path within this site that was asked for, or undefined when the text
 * leads elsewhere (`//evil.example`, `https:…`, `/\evil.example`) or back into signing in.
 */
export function sameSitePath(text: string | undefined): string | undefined {
  if (!text || text.length > 2000 || !text.startsWith('/')) return undefined;
  if (!URL.canParse(text, anySite)) return undefined;
  const url = new URL(text, anySite);
  if (url.origin !== anySite || url.pathname.startsWith('//')) return undefined;
  if (/^\/sign-(?:in|out)(?:\/|$)/.test(url.pathname)) return undefined;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** A path with the place to go on to kept in its query, when there is one. */
export function withNext(path: string, next: string | undefined): string {
  return next ? `${path}?${new URLSearchParams({ next })}` : path;
}
