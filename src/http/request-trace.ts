import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { AppEnv } from './environment.ts';

const acceptableId = /^[A-Za-z0-9-]{8,64}$/;

/** Gives each request an id (or keeps the proxy's), answers with it, and logs and counts what came of it. */
export const traceRequests = createMiddleware<AppEnv>(async (c, next) => {
  const given = c.req.header('x-request-id');
  const requestId = given && acceptableId.test(given) ? given : randomUUID();
  c.set('requestId', requestId);
  c.header('x-request-id', requestId);
  const started = performance.now();
  await next();
  const milliseconds = performance.now() - started;
  const { log, metrics } = c.var.deps;
  // The pattern, not the path: an emailed link's token or a person's id must not reach the log.
  const route = routePath(c);
  const status = c.res.status;
  metrics.requests.observe({ method: c.req.method, route, status: String(status) }, milliseconds / 1000);
  log.info(
    { requestId, method: c.req.method, route, status, milliseconds: Math.round(milliseconds) },
    'request',
  );
});
