import type { Context } from 'hono';
import { csrf } from 'hono/csrf';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { Config } from '../config.ts';
import type { AppEnv } from './environment.ts';

/** Nothing may run or load but our own files; no inline script or style, no frames, no foreign forms. */
export function securityHeaders(config: Config) {
  const https = config.siteUrl.startsWith('https:');
  const set = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
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
  // A response that closes its own policy further (a stored file, for one) keeps it.
  return createMiddleware<AppEnv>(async (c, next) => {
    let own: string | null = null;
    await set(c, async () => {
      await next();
      own = c.res.headers.get('content-security-policy');
    });
    if (own) c.res.headers.set('content-security-policy', own);
  });
}

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
