import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './environment.ts';

/** Who is asking: looked up only when the request brings a cookie, so that public pages cost strangers no query. */
export const loadViewer = createMiddleware<AppEnv>(async (c, next) => {
  const { identity } = c.var.deps;
  c.set('viewer', c.req.header('cookie') ? await identity.viewerOf(c.req.raw.headers) : undefined);
  return next();
});
