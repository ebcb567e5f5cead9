import { isIPv4, isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { AppEnv } from '../http/environment.ts';

/** The address that attempts are counted for: the client's, as far as the proxies in front are trusted. */
export function clientAddress(c: Context<AppEnv>): string {
  return addressBehindProxies(
    connectedAddress(c),
    c.req.header('x-forwarded-for'),
    c.var.deps.config.trustedProxies,
  );
}

/**
 * Each trusted proxy appends the address it was called from, so the client's is that many places from the right.
 * Whatever stands further left came with the request and may be invented.
 */
export function addressBehindProxies(
  connected: string,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  if (trustedProxies === 0 || !forwardedFor) return countedAddress(connected);
  const hops = forwardedFor.split(',').map((hop) => hop.trim());
  return countedAddress(hops[Math.max(0, hops.length - trustedProxies)] ?? connected);
}

/** IPv6 by its /64, which one household or office owns; IPv4 as it is, also when written as IPv6. */
function countedAddress(address: string): string {
  const plain = address.replace(/^::ffff:/i, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return 'unknown';
  const [head = '', tail] = plain.split('::', 2);
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(0, missing)).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** Without a socket (a request made inside the program) there is no address. */
function connectedAddress(c: Context<AppEnv>): string {
  const bindings: unknown = c.env;
  if (typeof bindings !== 'object' || bindings === null || !('incoming' in bindings)) return 'unknown';
  return getConnInfo(c).remote.address ?? 'unknown';
}
