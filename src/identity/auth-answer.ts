import { isAPIError } from 'better-auth/api';

/** Headers as the browser would send them after being answered with these Set-Cookie values. */
export function headersAfter(before: Headers, setCookies: readonly string[]): Headers {
  const jar = new Map<string, string>();
  const keep = (pair: string) => {
    const at = pair.indexOf('=');
    if (at > 0) jar.set(pair.slice(0, at).trim(), pair.slice(at + 1));
  };
  for (const pair of (before.get('cookie') ?? '').split(';')) keep(pair);
  for (const cookie of setCookies) keep(cookie.split(';', 1)[0] ?? '');
  const after = new Headers(before);
  after.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
  return after;
}

/** True when better-auth refused what the person gave, and didn't fail: its answer is 400, 401, 403 or 409. */
export function isRefusal(error: unknown): boolean {
  return isAPIError(error) && [400, 401, 403, 409].includes(error.statusCode);
}

/** The machine-readable code of a refusal, such as `SESSION_NOT_FRESH`. */
export function refusalCode(error: unknown): string | undefined {
  return isAPIError(error) ? error.body?.code : undefined;
}
