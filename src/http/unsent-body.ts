import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './environment.ts';

/** HEAD is answered as GET without its body; a body that streams from a file or a bucket has to be let go of. */
export const releaseUnsentBody = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (c.req.method === 'HEAD') await c.res.body?.cancel();
});
