import type { Context } from 'hono';
import { csrf } from 'hono/csrf';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { Config } from '../config.ts';
import type { AppEnv } from './environment.ts';

const closedPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** Nothing may run or load but our own files; no inline script or style, no frames, no foreign forms. */
export function securityHeaders(config: Config) {
  const https = config.siteUrl.startsWith('https:');
  const set = secureHeaders({
    xFrameOptions: 'DENY',
    referrerPolicy: 'strict-origin-when-cross-origin',
    strictTransportSecurity: https ? 'max-age=31536000; includeSubDomains' : false,
    permissionsPolicy: {
      camera: [],
      microphone: [],
      geolocation: [],
      payment: [],
      publickeyCredentialsGet: ['self'],
    },
  });
  // A response with a policy of its own (a stored file, a badge for other websites) keeps it.
  return createMiddleware<AppEnv>(async (c, next) => {
    let own: readonly (readonly [string, string])[] = [];
    await set(c, async () => {
      await next();
      own = ownPolicies(c.res.headers);
    });
    c.res.headers.set('content-security-policy', closedPolicy);
    for (const [name, value] of own) c.res.headers.set(name, value);
    if (mayBeFramed(c.res.headers)) c.res.headers.delete('x-frame-options');
  });
}

function ownPolicies(headers: Headers): readonly (readonly [string, string])[] {
  return ['content-security-policy', 'cross-origin-resource-policy'].flatMap((name) => {
    const value = headers.get(name);
    return value ? [[name, value] as const] : [];
  });
}

/** The older header knows no list of who may frame a page; where the policy allows somebody, the policy alone speaks. */
function mayBeFramed(headers: Headers): boolean {
  const policy = headers.get('content-security-policy') ?? '';
  return /frame-ancestors (?!'none')/.test(policy);
}

/** For a page that shows another page of ours in a frame. */
export const withOwnFrames = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  c.res.headers.set('content-security-policy', `${closedPolicy}; frame-src 'self'`);
});

/**
 * A form is taken only from our own pages: the browser's Origin must be the site's address or the one asked. Whatever
 * else changes something and says where it comes from must come from there too, whatever its content type.
 */
export function refuseForeignForms(config: Config) {
  const site = new URL(config.siteUrl).origin;
  const isOurs = (origin: string, c: Context) => origin === site || origin === new URL(c.req.url).origin;
  const forms = csrf({ origin: isOurs });
  return createMiddleware<AppEnv>((c, next) => {
    const origin = c.req.header('origin');
    const isSafe = c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS';
    if (!isSafe && origin !== undefined && !isOurs(origin, c)) throw new HTTPException(403);
    return forms(c, next);
  });
}

/** Pages made for one person are not kept by caches in between; a handler may say otherwise for public ones. */
export const privateByDefault = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  // On the headers themselves: c.header() after an answer copies it, body and all.
  if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-store');
});
