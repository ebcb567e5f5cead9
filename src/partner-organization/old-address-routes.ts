import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { z } from 'zod';
import { actingAs, type PartnerId } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { findSurvivor } from './partner-organization-actions.ts';

/**
 * Leads an address of a record that was merged to the one that was kept: pages, links in old mail, and forms that were
 * open meanwhile. Only for people who speak for the kept one; to everybody else neither exists.
 */
export function oldAddressRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().use('/partner/:partner/*', toSurvivor);
}

const toSurvivor = createMiddleware<AppEnv>(async (c, next) => {
  const { viewer, deps } = c.var;
  const asked = z.uuid().safeParse(c.req.param('partner'));
  if (!viewer || viewer.partners.length === 0 || !asked.success) return next();
  const old = asked.data;
  if (viewer.partners.some(({ id }) => id === old)) return next();
  const survivor = await actingAs(deps.db.app, { as: 'person', person: viewer.person }, (tx) =>
    findSurvivor(tx, old as PartnerId),
  );
  if (!survivor || survivor === old || !viewer.partners.some(({ id }) => id === survivor)) return next();
  const { pathname, search } = new URL(c.req.url);
  // 307: a form that was open arrives as the form it was.
  return c.redirect(pathname.replace(old, survivor) + search, 307);
});
