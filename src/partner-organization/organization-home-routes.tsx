import { Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { countAwaiting } from '../joint-agreement/joint-reading-actions.ts';
import { listPartnerships } from '../partnership/partnership-actions.ts';
import { partnershipListAsked } from '../partnership/partnership-list.ts';
import { OrganizationHomePage } from './organization-home-page.tsx';
import { speaksForOrganization } from './partner-organization-access.ts';
import { waitingForPartner } from './waiting-actions.ts';

/** One workspace for all agencies that an organization works with. */
export function organizationHomeRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/partner/:partner', speaksForOrganization, async (c) => {
    const { partner, acting, deps } = c.var;
    const asked = partnershipListAsked(c.req.query());
    const range = { ...asked, limit: asked.pageSize, offset: (asked.page - 1) * asked.pageSize };
    const { waiting, waitingGroups, list } = await actingAs(deps.db.app, acting, async (tx) => ({
      waiting: await waitingForPartner(tx, partner.id, deps.now()),
      waitingGroups: await countAwaiting(tx, { partner: partner.id }),
      list: await listPartnerships(tx, { partner: partner.id }, range),
    }));
    const { pathname, search } = new URL(c.req.url);
    return c.render(
      <OrganizationHomePage
        {...list}
        {...{ partner, waiting, waitingGroups, asked }}
        showsAll={c.req.query('waiting') === 'all'}
        href={pathname + search}
        now={deps.now()}
      />,
    );
  });
}
