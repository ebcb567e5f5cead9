/**
 * The same address with some query values set (or removed, when undefined); the others are kept.
 * `href` is a path with or without a query: `/agencies?state=TX`.
 */
export function withQuery(href: string, changes: Readonly<Record<string, string | undefined>>): string {
  const [path = '', query = ''] = href.split('?', 2);
  const values = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) values.delete(name);
    else values.set(name, value);
  }
  const text = values.toString();
  return text === '' ? path : `${path}?${text}`;
}
