import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './environment.ts';
import { NotFound } from './refused-request.ts';

/** PostgreSQL text can't hold the NUL character and no address of ours has one: such an address leads nowhere. */
export const refuseNulInAddresses = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.url.includes('%00')) throw new NotFound();
  return next();
});
