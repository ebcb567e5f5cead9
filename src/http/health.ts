import { timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { askDatabase } from '../database/ask-database.ts';
import type { AppEnv } from './environment.ts';
import { anyone } from './guard.ts';
import { NotFound } from './refused-request.ts';

/** What a supervisor, a load balancer and a monitoring system ask. `isDraining` turns /readyz to 503 before the end. */
export function healthRoutes(isDraining: () => boolean): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/livez', anyone, (c) => c.text('ok'));
  routes.get('/readyz', anyone, async (c) => {
    if (isDraining()) return c.text('draining', 503);
    try {
      await askDatabase(c.var.deps.db.app);
      return c.text('ok');
    } catch (error) {
      c.var.deps.log.warn({ requestId: c.var.requestId, err: error }, 'not ready');
      return c.text('database away', 503);
    }
  });
  routes.get('/metrics', anyone, async (c) => {
    if (!mayReadMetrics(c)) throw new NotFound();
    const { registry } = c.var.deps.metrics;
    return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType });
  });
  return routes;
}

function mayReadMetrics(c: Context<AppEnv>): boolean {
  const token = c.var.deps.config.metricsToken;
  if (token) return isSame(c.req.header('authorization') ?? '', `Bearer ${token}`);
  return isFromThisMachine(c);
}

function isSame(given: string, wanted: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(wanted);
  return left.length === right.length && timingSafeEqual(left, right);
}

const forwardingHeaders = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
];

/** A proxy on this machine forwards strangers, so a forwarded request never counts as local. */
function isFromThisMachine(c: Context<AppEnv>): boolean {
  if (forwardingHeaders.some((name) => c.req.header(name))) return false;
  if (!hasConnection(c.env)) return false;
  const address = getConnInfo(c).remote.address ?? '';
  return address === '127.0.0.1' || address === '::1' || address === '::ffff:127.0.0.1';
}

/** Requests that come over a socket carry it; those made inside the process don't. */
function hasConnection(env: unknown): boolean {
  return typeof env === 'object' && env !== null && 'incoming' in env;
}
