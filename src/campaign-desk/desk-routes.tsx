import { Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { sectionsOf } from './campaign-section.ts';
import { maySeeDesk } from './desk-access.ts';
import { deskEntries } from './desk-actions.ts';
import { DeskPage } from './desk-page.tsx';

export function deskRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/campaign', maySeeDesk, async (c) => {
    const { deps, acting, viewer } = c.var;
    const roles = viewer.campaignRoles;
    const entries = await actingAs(deps.db.app, acting, (tx) => deskEntries(tx, sectionsOf(roles)));
    return c.render(<DeskPage roles={roles} entries={entries} />);
  });
}
