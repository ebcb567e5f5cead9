import { Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { anyone, signedIn } from '../http/guard.ts';
import { BeginPage } from './begin-page.tsx';
import { draftsOf } from './draft-actions.ts';
import { PledgePage } from './pledge-page.tsx';

/** What the pledge is, for everybody, and where a signed-in person begins it. */
export function pledgePageRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/pledge', anyone, async (c) => {
      const { deps, viewer } = c.var;
      const drafts = viewer
        ? await actingAs(deps.db.app, { as: 'person', person: viewer.person }, (tx) =>
            draftsOf(tx, viewer.person),
          )
        : [];
      return c.render(<PledgePage hasDrafts={drafts.length > 0} />);
    })
    .get('/pledge/start', signedIn, async (c) => {
      const { deps, acting, viewer } = c.var;
      const drafts = await actingAs(deps.db.app, acting, (tx) => draftsOf(tx, viewer.person));
      return c.render(<BeginPage drafts={drafts} agencies={viewer.agencies} />);
    });
}
