/**
 * The same address with some query values set (or removed, when undefined); the others are kept.
 * `href` is a path with or without a query: `/agencies?state=TX`.
 */
export function withQuery(href: string, changes: Readonly<Record<string, string | undefined>>): string {
  const queryStart = href.indexOf('?');
  const path = queryStart < 0 ? href : href.slice(0, queryStart);
  const values = new URLSearchParams(queryStart < 0 ? '' : href.slice(queryStart));
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) values.delete(name);
    else values.set(name, value);
  }
  const text = values.toString();
  return text === '' ? path : `${path}?${text}`;
}
